import type { Language } from '../../../core/language';
import { type ArticleGate, findingIn, phrases, saysAny, unquoted } from './view';

/** Words of praise, blame or heat. Those of the article may be quoted, in quotation marks. */
const evaluative: Readonly<Record<Language, readonly string[]>> = {
  zh: phrases(`
    重拳出击，有力维护，有力，成色更足，底色更亮，格局更优，基础更牢，成效明显，显著，明显，大幅，
    喜人，斐然，辉煌，卓有成效，卓越，丰硕，圆满，骄人，亮眼，可喜，出色，优异，一流，
    遥遥领先，空前，前所未有，史无前例，跨越式，跃升，猛增，飙升，激增，骤降，锐减，暴跌，惊人，
    铁腕，雷霆，震慑，坚决铲除，织牢织密，盯紧看牢，扎实推进，落地落实，争当标杆，不折不扣，
    全力以赴，再上新台阶，掷地有声，强有力，深受，广受好评，所谓，声称，宣称，鼓吹，自诩，粉饰
  `),
  en: phrases(`
    surge, surged, surging, plunge, plunged, plunging, smash, smashed, smashing, soar, soared, soaring,
    slash, slashed, slashing, skyrocketed, plummeted, tumbled, crushed, impressive, impressively, orwellian,
    draconian, crackdown, crackdowns, remarkable, remarkably, dramatic, dramatically, significant,
    significantly, successful, successfully, striking, strikingly, stunning, outstanding, excellent, huge,
    massive, vast, sharp, sharply, steep, unprecedented, iron fist, iron-fisted, heavy-handed, sweeping,
    brutal, authoritarian, regime, propaganda, so-called, allegedly, claims, claimed, boasts, boasted,
    touts, touted, heroic, glorious, triumph, triumphant, proud, proudly, world-class, robust, vigorous,
    vigorously, powerful, powerfully, resolute, resolutely, effectively, markedly, greatly, substantial,
    substantially, fruitful, achievements, feat
  `),
};

/** Words of somebody who belongs to the reporting body, to which whoever writes the cards does not belong. */
const firstPerson: Readonly<Record<Language, readonly string[]>> = {
  zh: phrases('我市，我们，我省，我县，我区，我国，本市'),
  en: phrases('we, our, ours, us'),
};

/** The title and headings of the source are not checked, because they are given as they are. */
const isTheSources = (path: string): boolean => /(?:^|\.)source(?:Title|Subtitle)$/.test(path);

export const toneGate: ArticleGate = ({ words }) =>
  words
    .filter(({ path }) => !isTheSources(path))
    .flatMap((word) => {
      const text = unquoted(word.text);
      const heated = saysAny(text, word.language, evaluative[word.language]);
      // US dollars are nobody's own.
      const ours = saysAny(text.replaceAll(/\bUS\b/g, ''), word.language, firstPerson[word.language]);
      return [
        ...(heated === undefined
          ? []
          : [findingIn(word, 'no evaluative word outside quotation marks', heated)]),
        ...(ours === undefined ? [] : [findingIn(word, 'the third person outside quotation marks', ours)]),
      ];
    });
