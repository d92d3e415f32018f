import type { ArticleReader } from './articleWords';
import type { Language } from './language';
import { notStated, type ReportKind } from './model';
import { plain } from './prose';

/** The forms of GB/T 7714—2025 and APA 7. */
export const citationForms = ['gbt', 'apa'] as const;
export type CitationForm = (typeof citationForms)[number];

/** What is cited: the report, or this site's summary of it. */
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
  zh: { correspondents: '通讯员', reporters: '记者', undated: '日期不详', access: '引用日期' },
  en: {
    correspondents: ' correspondents',
    reporters: ' reporters',
    undated: 'n.d.',
    access: 'date of access',
  },
} as const;

type Words = Pick<ArticleReader, 'facts' | 'language' | 'text'>;

/**
 * Whose work it is: the body that issued it, or the paper's correspondents or reporters, who are not named on
 * purpose. Empty where the source says neither.
 */
function authorOf({ source }: Words['facts'], issuer: string, publisher: string, language: Language): string {
  if (source.issuer !== notStated) return issuer;
  return source.byline === 'none' ? '' : publisher + fixed[language][source.byline];
}

/** A report is cited by the day on which it was printed, or else by that on which it was given. */
const dayOf = ({ published, delivered }: Words['facts']['source']): string =>
  published === notStated ? delivered : published;

/** GB/T 7714 marks an article of a newspaper [N] and a report [R]; [Z] is anything else. */
const marks: Readonly<Record<ReportKind, string>> = {
  'newspaper-review': 'N',
  'government-report': 'R',
  communique: 'R',
  other: 'Z',
};

const titled = (title: string, subtitle: string): string =>
  subtitle === notStated ? title : `${title}: ${subtitle}`;

/** `2025-01-14` as APA prints it: the year first in both languages. */
function dateInApa(date: string, language: Language): string {
  if (date === notStated) return fixed.en.undated;
  const format = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return `${date.slice(0, 4)}, ${format.format(new Date(date))}`;
}

/** A longer word without a capital: what has one is no title in title case. */
const lowerWord = /(?<![\p{L}’])\p{Ll}{5,}/u;

/**
 * APA sets titles of articles in sentence case; where a translation is in title case, its capitals say nothing. A word
 * keeps its capital where the article's place or newspaper is named with one.
 */
export const sentenceCase = (title: string, names: string): string =>
  title
    .split(': ')
    .map((part) => (lowerWord.test(part) ? part : withoutTitleCase(part, names)))
    .join(': ');

function withoutTitleCase(title: string, names: string): string {
  const known = new Set(names.match(/\p{Lu}[\p{L}-]*/gu));
  return title.replace(/(?<!^|\p{L})\p{Lu}\p{Ll}*(?!\p{Lu})(?:-\p{L}+)*/gu, (word) =>
    known.has(word) ? word : word.toLowerCase(),
  );
}

/** The source as printed: without address or page, which it does not give. */
function sourceInGbt({ facts }: Words): Run[] {
  const { source, language } = facts;
  const { title, subtitle, issuer, publisher, kind } = source;
  const author = authorOf(facts, issuer, publisher, language);
  const day = dayOf(source);
  const printed = [
    ...(publisher === author ? [] : [publisher]),
    day === notStated ? `[${fixed[language].undated}]` : day,
  ];
  const text = `${author && `${author}. `}${titled(title, subtitle)}[${marks[kind]}]. ${printed.join(', ')}.`;
  return [{ text, language }];
}

/** APA sets the name of a newspaper apart, or the title of a report, which is a work of its own. */
function sourceInApa({ facts, language, text }: Words): Run[] {
  const { source, language: printedIn } = facts;
  const { title, subtitle, issuer, publisher } = source;
  const here = (text: string): Run => ({ text, language });
  const printed = (text: string, isTitle: boolean): Run => ({
    ...{ text, language: printedIn },
    ...(isTitle && { isTitle }),
  });
  const inPaper = source.kind === 'newspaper-review';
  const named = text('publisher');
  const body = issuer === notStated ? '' : text('issuer');
  const author = authorOf(facts, body, named, language);
  const date = `(${dateInApa(dayOf(source), language)}). `;
  const gloss = (words: string) => (printedIn === language ? '' : ` [${words}]`);
  const translation = titled(
    text('sourceTitle'),
    subtitle === notStated ? notStated : text('sourceSubtitle'),
  );
  const names = [named, body, text('place'), text('kicker')].join(' ');
  const work = printed(titled(title, subtitle), !inPaper);
  const glossed = gloss(sentenceCase(translation, names));
  return [
    ...(author
      ? [here(`${author}. ${date}`), work, here(`${glossed}.`)]
      : [work, here(`${glossed}. ${date.trim()}`)]),
    ...(publisher === issuer ? [] : [here(' '), printed(publisher, inPaper), here(`${gloss(named)}.`)]),
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
function citationOf(work: CitedWork, form: CitationForm, words: Words, publication: Publication): Run[] {
  switch (work) {
    case 'source':
      return form === 'gbt' ? sourceInGbt(words) : sourceInApa(words);
    case 'summary':
      return summaryIn(form, words, publication);
  }
}

/** What is to be said of the citations of a report: its date, its byline, and the day of access. */
function notesOf({ published, delivered, byline }: Words['facts']['source']) {
  const date = published !== notStated ? 'published' : delivered !== notStated ? 'delivered' : 'undated';
  return [date, ...(byline === 'none' ? [] : [byline]), 'access'] as const;
}

/** How a report and its summary are cited, on a page in one language. */
export interface Citations {
  readonly works: Readonly<Record<CitedWork, Readonly<Record<CitationForm, readonly Run[]>>>>;
  readonly notes: ReturnType<typeof notesOf>;
}

/** They are made at build, so that no script holds the rules of citation. */
export function citationsOf(words: Words, publication: Publication): Citations {
  const inForms = (work: CitedWork) => ({
    gbt: citationOf(work, 'gbt', words, publication),
    apa: citationOf(work, 'apa', words, publication),
  });
  return {
    works: { source: inForms('source'), summary: inForms('summary') },
    notes: notesOf(words.facts.source),
  };
}
