import { checkLanguages, checkUi } from '../checkUi';
import { fillFrom } from '../fill';
import type { Content } from '../load';
import { claimsGate } from './claims';
import { digitsGate, typedGate } from './digits';
import { directionsGate } from './directions';
import { disclaimersGate } from './disclaimers';
import { foreignGate } from './foreign';
import { addedHedgesGate, hedgesGate } from './hedges';
import { kindsGate } from './kinds';
import { labelGroundsGate, labelPairsGate, labelsGate } from './labels';
import { lengthsGate } from './lengths';
import { namesGate } from './names';
import { glossesGate, placesGate } from './places';
import { barredGate, keptGate, neededGate } from './rules';
import { quotedScopesGate, scopesGate } from './scopes';
import { agreementGate, periodsGate } from './statements';
import { stepsGate } from './steps';
import { toneGate } from './tone';
import { unitWordsGate } from './units';
import { usedGate } from './used';
import { type ArticleGate, type Finding, type Gate, type Stage, type View, viewOf } from './view';

type Row<Check> = readonly [stage: Stage, name: string, check: Check, remedy: string];

/** Each gate asks one question about the parsed content as a whole, and answers with faults. */
const articleGates: readonly Row<ArticleGate>[] = [
  [
    'facts',
    'figures do not contradict themselves',
    agreementGate,
    'Correct the kind of the measure, or this field.',
  ],
  [
    'facts',
    'scopes are those that the quotes show',
    quotedScopesGate,
    'Correct the scope, or the words under quotedScopes.',
  ],
  ['telling', 'every measure is told in both languages', usedGate, 'Tell the figure by its placeholder.'],
  [
    'telling',
    'figures stand by the words for what they count',
    placesGate,
    'Write words of its label or unit beside the placeholder, or use the placeholder that was meant.',
  ],
  [
    'telling',
    'labels fit their sentences',
    labelsGate,
    'Use words of the measure’s own sentence in its label.',
  ],
  [
    'telling',
    'labels tell what their quotes count',
    labelGroundsGate,
    'Write the label of this measure with words of its quote, or in English of its id; or add a gloss, the translation of the quote.',
  ],
  [
    'telling',
    'two things have two labels in both languages',
    labelPairsGate,
    'Tell the two apart, or give them one label in the other language too.',
  ],
  ['telling', 'translated phrases hold their figures', glossesGate, 'Translate the whole quote.'],
  ['telling', 'no digits in prose', digitsGate, 'Write the placeholder of a measure, or no number.'],
  ['telling', 'no figure typed in words', typedGate, 'Write the placeholder.'],
  ['telling', 'hedges stand in both languages', hedgesGate, 'Write the hedge beside the figure.'],
  ['telling', 'no hedge or emphasis is added', addedHedgesGate, 'Take the word out.'],
  [
    'telling',
    'directions are said once and rightly',
    directionsGate,
    'Say the direction that the facts have.',
  ],
  [
    'telling',
    'units are those of the source',
    unitWordsGate,
    'Correct the word or the code of the unit, or list its words under units in readings.json, as in { "unit": "item", "word": "model", "zh": "个", "en": "models" }; "word" is what the English says for the code.',
  ],
  ['telling', 'periods are said in both languages', periodsGate, 'Say the period that the facts have.'],
  ['telling', 'scopes are named', scopesGate, 'Name the scope that the facts have, or correct the facts.'],
  ['telling', 'steps are those of the sentence', stepsGate, 'Name the steps in the order of the sentence.'],
  [
    'telling',
    'claims are attributed, quoted and without figures',
    claimsGate,
    'Write: the article (or the report) says “its own phrase”; it gives no figure.',
  ],
  [
    'telling',
    'figures are read as what they are',
    kindsGate,
    'Say it without these words, or with those that are asked for.',
  ],
  ['telling', 'barred readings are nowhere suggested', barredGate, 'Say it without these words.'],
  ['telling', 'needed words are there', neededGate, 'Add these words.'],
  ['telling', 'terms of the source keep one wording', keptGate, 'Use that wording.'],
  ['telling', 'the tone is neutral', toneGate, 'Use a plain word, or quote the article.'],
  ['telling', 'lengths fit a card', lengthsGate, 'Shorten or lengthen the text.'],
  [
    'telling',
    'a card says once what is left out',
    disclaimersGate,
    'Keep the sentence that matters most, and move the others to the notes.',
  ],
  ['telling', 'each language keeps to itself', foreignGate, 'Say it in the language of the file.'],
];

const contentGates: readonly Row<(content: Content) => Finding[]>[] = [
  ['telling', 'texts are in their language', checkLanguages, 'Translate the text.'],
  ['telling', 'interface words agree', checkUi, 'Say the same in both languages.'],
  ['telling', 'nobody is named who must not be', namesGate, 'Say it without the name.'],
];

/** Every gate that needs no source. Views are opened once for all gates. */
export function gatesFor(content: Content): Gate[] {
  const fill = fillFrom(content);
  const views: View[] = content.articles.map((article) => viewOf(article, content, fill));
  return [
    ...articleGates.map(([stage, name, gate, remedy]) => ({
      ...{ stage, name, remedy },
      check: () => views.flatMap(gate),
    })),
    ...contentGates.map(([stage, name, gate, remedy]) => ({
      ...{ stage, name, remedy },
      check: () => gate(content),
    })),
  ];
}
