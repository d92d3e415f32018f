import type { Scenario } from '../scenario';
import { installScenarios } from './install';
import { updateScenarios } from './update';

/** The rows of the table; the first letter of an id is its group. */
export const scenarios: readonly Scenario[] = [...installScenarios, ...updateScenarios];

export const groups: Readonly<Record<string, string>> = {
  I: 'Installing',
  U: 'Updates',
  N: 'Network',
  D: 'Storage',
  B: 'Missing capabilities',
  R: 'Rendering',
};
