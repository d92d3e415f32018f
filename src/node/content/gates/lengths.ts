import { type Language, languages } from '../../../core/language';
import type { WordField } from '../parseReadings';
import { type ArticleGate, findingIn } from './view';

interface Length {
  readonly least: number;
  readonly most: number;
}

const unit: Readonly<Record<Language, string>> = { zh: 'characters', en: 'words' };

/** A placeholder counts as the figure that a reader sees. */
const sizeOf: Readonly<Record<Language, (text: string) => number>> = {
  zh: (text) => [...text.replace(/\s/g, '')].length,
  en: (text) => text.split(/\s+/).filter(Boolean).length,
};

/** Cards are read at a glance: what is longer belongs in the notes, or is split into two sentences. */
const lengths: Readonly<Record<Language, Readonly<Partial<Record<WordField, Length>>>>> = {
  zh: {
    standfirst: { least: 1, most: 60 },
    brief: { least: 1, most: 48 },
    takeaway: { least: 1, most: 60 },
    summary: { least: 1, most: 80 },
    unsaid: { least: 1, most: 40 },
    label: { least: 1, most: 18 },
    text: { least: 1, most: 60 },
    limits: { least: 1, most: 40 },
    lacks: { least: 1, most: 16 },
    title: { least: 1, most: 18 },
    claim: { least: 1, most: 60 },
  },
  en: {
    standfirst: { least: 1, most: 30 },
    brief: { least: 1, most: 26 },
    takeaway: { least: 1, most: 34 },
    summary: { least: 1, most: 50 },
    unsaid: { least: 1, most: 26 },
    label: { least: 1, most: 10 },
    text: { least: 1, most: 36 },
    gloss: { least: 1, most: 30 },
    limits: { least: 1, most: 24 },
    lacks: { least: 1, most: 6 },
    title: { least: 1, most: 10 },
    claim: { least: 1, most: 40 },
  },
};

export const lengthsGate: ArticleGate = ({ article, words, fill }) =>
  languages.flatMap((language) =>
    words
      .filter((word) => word.language === language)
      .flatMap((word) => {
        const length = word.field === 'other' ? undefined : lengths[language][word.field];
        if (length === undefined) return [];
        const read = fill(word.text, language, article);
        const size = sizeOf[language](read);
        if (size >= length.least && size <= length.most) return [];
        // A label is read with what is added to it: “, planned”.
        const got = word.field === 'label' ? `${size} (${read})` : `${size}`;
        return [findingIn(word, `${length.least} to ${length.most} ${unit[language]}`, got)];
      }),
  );
