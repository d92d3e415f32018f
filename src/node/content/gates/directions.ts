import type { Language } from '../../../core/language';
import type { Direction } from '../../../core/model';
import { shownIn } from './hedges';
import {
  type ArticleGate,
  findingIn,
  mark,
  marksIn,
  phrases,
  saysAny,
  sentencesOf,
  tellingsOf,
  unquoted,
} from './view';

type Moving = Exclude<Direction, 'none'>;

/** The words for each direction; no word stands for both. */
const signs: Readonly<Record<Moving, Readonly<Record<Language, readonly string[]>>>> = {
  up: {
    zh: phrases('上升，提高，增长，增加，上涨，提升'),
    en: phrases(`rose, risen, rise, rises, increased, increase, grew, grow, grown, up ${mark}, up by`),
  },
  down: {
    zh: phrases('下降，减少，降低，下跌，回落'),
    en: phrases(
      `fell, fallen, fall, falls, decreased, decrease, declined, decline, dropped, drop, down ${mark}, down by, reduced`,
    ),
  },
};

/** In large type the words stand after the number. */
const shown: Readonly<Record<Moving, Readonly<Record<Language, readonly string[]>>>> = {
  up: { zh: signs.up.zh, en: ['up'] },
  down: { zh: signs.down.zh, en: ['down'] },
};

const opposite: Readonly<Record<Moving, Moving>> = { up: 'down', down: 'up' };

/**
 * Words for a figure that moves must say its direction and not the opposite; for
 * any other figure they say none.
 */
export const directionsGate: ArticleGate = (view) =>
  tellingsOf(view).flatMap((telling) => {
    const { measure, language } = telling;
    const { direction } = measure;
    return [
      ...sentencesOf(telling).map((word) => ({ word, words: signs })),
      ...shownIn(view, telling).map((word) => ({ word, words: shown })),
    ].flatMap(({ word, words }) => {
      // “Made up 90%” and “set up 9 posts” are no movements, and 增加值 (value added) is none either.
      const text = unquoted(marksIn(word.text))
        .replace(/\b(ma[dk]e|makes|making|sets?|setting) up\b/g, '$1')
        .replaceAll('增加值', '值');
      const says = (way: Moving) => saysAny(text, language, words[way][language]);
      if (direction === 'none') {
        const found = says('up') ?? says('down');
        return found === undefined
          ? []
          : [findingIn(word, `no word of rise or fall: ${measure.id} has none`, found)];
      }
      const wrong = says(opposite[direction]);
      if (wrong !== undefined) return [findingIn(word, `${direction}, as ${measure.id} moves`, wrong)];
      const wanted = words[direction][language];
      return says(direction) === undefined
        ? [findingIn(word, `a word for ${direction} such as ${wanted[0]}`, word.text)]
        : [];
    });
  });
