import { figureOf, printed, type Qualify } from '../../core/figures';
import type { Language } from '../../core/language';
import type { Article } from '../../core/model';
import type { Content } from './load';

/** Text as a reader gets it: every `{{measure}}` of the article replaced by its figure. */
export type Fill = (text: string, language: Language, article: Article) => string;

/**
 * Fills in figures as core prints them, with the qualifier's words from `locales/<language>/figures.json`.
 * The result is the text that i18next will make, without starting i18next.
 */
export function fillFrom({ ui }: Content): Fill {
  return (text, language, { facts }) => {
    const qualify: Qualify = (key, number) => {
      const phrase = ui[language].figures?.[key];
      return typeof phrase === 'string' ? phrase.replace('{{number}}', () => number) : number;
    };
    return text.replace(/\{\{([a-z0-9-]+)\}\}/g, (placeholder, id: string) => {
      const measure = facts.measures.find((candidate) => candidate.id === id);
      return measure === undefined ? placeholder : printed(figureOf(measure, language, qualify));
    });
  };
}
