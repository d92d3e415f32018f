import type { ArticleReader } from './articleWords';
import type { Language } from './language';
import { notStated } from './model';
import { plain } from './prose';

/** The forms of GB/T 7714—2025 and APA 7. */
export const citationForms = ['gbt', 'apa'] as const;
export type CitationForm = (typeof citationForms)[number];

/** What is cited: the newspaper's article, or this site's summary of it. */
export const citedWorks = ['source', 'summary'] as const;
export type CitedWork = (typeof citedWorks)[number];

/**
 * A piece of a citation in one language. `isTitle` marks the name of a newspaper or of a
 * whole work, which is set apart.
 */
export interface Run {
  readonly text: string;
  readonly language: Language;
  readonly isTitle?: true;
}

/** What the page adds to the article's own words. */
export interface Publication {
  /** The name of this site. */
  readonly site: string;
  /** The address of the summary, in the language of the page. */
  readonly address: string;
}

/**
 * The fixed words of the two forms. They follow the language of the work that is cited, not that of
 * the page: an English page cites a Chinese article in Chinese. So they are not in `locales/`.
 */
const fixed = {
  zh: { by: '通讯员', undated: '日期不详', access: '引用日期' },
  en: { by: ' correspondents', undated: 'n.d.', access: 'date of access' },
} as const;

type Words = Pick<ArticleReader, 'facts' | 'language' | 'text'>;

/** The byline names contributing correspondents; who they are is left out on purpose. */
const authorOf = (publisher: string, language: Language) => publisher + fixed[language].by;

/** `2025-01-14` as APA prints it: the year first in both languages. */
function dateInApa(date: string, language: Language): string {
  if (date === notStated) return fixed.en.undated;
  const format = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return `${date.slice(0, 4)}, ${format.format(new Date(date))}`;
}

/**
 * APA sets titles of articles in sentence case; translations here are in title case, whose capitals
 * say nothing. A word keeps its capital where the article's place or newspaper is named with one.
 */
export function sentenceCase(title: string, names: string): string {
  const known = new Set(names.match(/\p{Lu}[\p{L}-]*/gu));
  return title.replace(/(?<!^|: |\p{L})\p{Lu}\p{Ll}*(?!\p{Lu})(?:-\p{L}+)*/gu, (word) =>
    known.has(word) ? word : word.toLowerCase(),
  );
}

/** The article as printed: without address or page, which the source does not give. */
function sourceIn(form: CitationForm, { facts, language, text }: Words): Run[] {
  const { source, language: printedIn } = facts;
  const { publisher, published } = source;
  const title = `${source.title}: ${source.subtitle}`;
  if (form === 'gbt') {
    const date = published === notStated ? `[${fixed[printedIn].undated}]` : published;
    const cited = `${authorOf(publisher, printedIn)}. ${title}[N]. ${publisher}, ${date}.`;
    return [{ text: cited, language: printedIn }];
  }
  const here = (text: string): Run => ({ text, language });
  const printed = (text: string): Run => ({ text, language: printedIn });
  const named = text('publisher');
  const date = dateInApa(published, language);
  const isForeign = printedIn !== language;
  const translation = `${text('sourceTitle')}: ${text('sourceSubtitle')}`;
  const gloss = (words: string) => (isForeign ? ` [${words}]` : '');
  return [
    here(`${authorOf(named, language)}. (${date}). `),
    printed(title),
    here(`${gloss(sentenceCase(translation, `${named} ${text('kicker')}`))}. `),
    { ...printed(publisher), isTitle: true },
    here(`${gloss(named)}.`),
  ];
}

function summaryIn(form: CitationForm, { language, text }: Words, { site, address }: Publication): Run[] {
  const { undated, access } = fixed[language];
  const title = plain(text('title'));
  const here = (text: string): Run => ({ text, language });
  if (form === 'gbt') return [here(`${site}. ${title}[EB/OL]. [${undated}][${access}]. ${address}.`)];
  const retrieved = language === 'zh' ? `[${access}], 取自 ` : `Retrieved [${access}], from `;
  return [
    here(`${site}. (${fixed.en.undated}). `),
    { ...here(title), isTitle: true },
    here(`. ${retrieved}${address}`),
  ];
}

/** How a work is cited in a form, on a page in the language of these words. */
export function citationOf(
  work: CitedWork,
  form: CitationForm,
  words: Words,
  publication: Publication,
): Run[] {
  switch (work) {
    case 'source':
      return sourceIn(form, words);
    case 'summary':
      return summaryIn(form, words, publication);
  }
}
