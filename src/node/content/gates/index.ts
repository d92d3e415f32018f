import { checkLanguages, checkUi } from '../checkUi';
import type { Fault } from '../fault';
import { type Fill, fillFrom } from '../fill';
import type { Content } from '../load';
import { claimsGate } from './claims';
import { digitsGate, typedGate } from './digits';
import { directionsGate } from './directions';
import { fingerprintsGate } from './fingerprints';
import { foreignGate } from './foreign';
import { addedHedgesGate, hedgesGate } from './hedges';
import { ledgerGate } from './ledger';
import { lengthsGate } from './lengths';
import { namesGate } from './names';
import { glossesGate, labelsGate, placesGate } from './places';
import { barredGate, keptGate, neededGate } from './rules';
import { scopesGate } from './scopes';
import { periodsGate, statementsGate } from './statements';
import { stepsGate } from './steps';
import { toneGate } from './tone';
import { unitsGate } from './units';
import { usedGate } from './used';
import { type ArticleGate, type View, viewOf } from './view';

/** Gates hold parsed content together: each asks one question, and answers with faults. */
const articleGates = {
  'the ledger, quotes and values agree': ledgerGate,
  'statements are what their quotes say': statementsGate,
  'every measure is told in both languages': usedGate,
  'figures stand by the words for what they count': placesGate,
  'labels fit their sentences': labelsGate,
  'translated phrases hold their figures': glossesGate,
  'no digits in prose': digitsGate,
  'no figure typed in words': typedGate,
  'hedges stand in both languages': hedgesGate,
  'no hedge or emphasis is added': addedHedgesGate,
  'directions are said once and rightly': directionsGate,
  'units are those of the source': unitsGate,
  'periods are said in both languages': periodsGate,
  'scopes are named': scopesGate,
  'steps are those of the sentence': stepsGate,
  'claims are attributed, quoted and without figures': claimsGate,
  'barred readings are nowhere suggested': barredGate,
  'needed words are there': neededGate,
  'terms of the source keep one wording': keptGate,
  'the tone is neutral': toneGate,
  'lengths fit a card': lengthsGate,
  'each language keeps to itself': foreignGate,
  'quotes are as they were compared': fingerprintsGate,
} as const satisfies Readonly<Record<string, ArticleGate>>;

const contentGates = {
  'texts are in their language': checkLanguages,
  'interface words agree': checkUi,
  'nobody is named who must not be': namesGate,
} as const satisfies Readonly<Record<string, (content: Content) => Fault[]>>;

export interface Gate {
  readonly name: string;
  readonly check: () => Fault[];
}

/** Every gate, ready to be asked about this content; views are opened once for all of them. */
export function gatesFor(content: Content, fill: Fill = fillFrom(content)): Gate[] {
  const views: View[] = content.articles.map((article) => viewOf(article, content, fill));
  return [
    ...Object.entries(articleGates).map(([name, gate]) => ({ name, check: () => views.flatMap(gate) })),
    ...Object.entries(contentGates).map(([name, gate]) => ({ name, check: () => gate(content) })),
  ];
}

export const checkAll = (content: Content): Fault[] => gatesFor(content).flatMap(({ check }) => check());
