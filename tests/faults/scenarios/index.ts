import type { Scenario } from '../scenario';
import { brokenScenarios } from './broken';
import { hostileScenarios } from './hostile';
import { installScenarios } from './install';
import { networkScenarios } from './network';
import { renderingScenarios } from './rendering';
import { secondTrialScenarios } from './secondTrial';
import { storageScenarios } from './storage';
import { updateScenarios } from './update';

/** The rows of the table; the first letter of an id is its group. */
export const scenarios: readonly Scenario[] = [
  ...installScenarios,
  ...updateScenarios,
  ...networkScenarios,
  ...storageScenarios,
  ...brokenScenarios,
  ...renderingScenarios,
  ...hostileScenarios,
  ...secondTrialScenarios,
];

export const groups: Readonly<Record<string, string>> = {
  I: 'Installing',
  U: 'Updates',
  N: 'Network',
  D: 'Storage',
  B: 'Missing capabilities',
  R: 'Rendering',
  X: 'Hostile input',
  H: 'Hosts',
  K: 'Second trial',
};
