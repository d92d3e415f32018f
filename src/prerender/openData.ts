import type { i18n } from 'i18next';
import type { ArticleReader } from '../core/articleWords';
import type { Language } from '../core/language';
import {
  type Article,
  directions,
  kinds,
  type Measure,
  modifiers,
  notStated,
  qualifiers,
  statuses,
} from '../core/model';
import { readArticle } from '../core/printedFigures';
import { plain } from '../core/prose';
import type { DataFile } from './files';
import { columns, csvOf, type OpenWords, type Published } from './openTable';

function wordsOf(reader: ArticleReader, measure: Measure): OpenWords {
  const { label, text, limits, lacks } = reader.words(measure);
  const open = limits.length > 0 || lacks === undefined ? limits : [lacks];
  return { label: plain(label), text: plain(text), limits: open.map(plain) };
}

const inEach = <T>(
  readers: Readonly<Record<Language, ArticleReader>>,
  read: (reader: ArticleReader) => T,
) => ({
  zh: read(readers.zh),
  en: read(readers.en),
});

/** The token stands in the ledger, and the word of the unit in the quote. */
const published = ({ token: _, unitWord: _word, ...measure }: Measure): Published => measure;

/** The open figures of one article: `/data/<article>.json`, and the same rows as `.csv`. */
export function openDataOf(instance: i18n, { facts }: Article): DataFile[] {
  const readers = { zh: readArticle(instance, facts, 'zh'), en: readArticle(instance, facts, 'en') };
  const cards = new Map(facts.cards.map((card) => [card.id, card]));
  const measures = facts.measures.map((measure) => ({
    ...published(measure),
    section: cards.get(measure.card)?.section ?? '',
    ...inEach(readers, (reader) => wordsOf(reader, measure)),
  }));
  const text = (key: string) => inEach(readers, (reader) => plain(reader.text(key)));
  const stated = (fact: string, key: string) => (fact === notStated ? notStated : text(key));
  const { id, period, language, source } = facts;
  const article = {
    id,
    kind: source.kind,
    title: text('title'),
    issuer: stated(source.issuer, 'issuer'),
    publisher: text('publisher'),
    period,
    place: text('place'),
    delivered: source.delivered,
    published: source.published,
    language,
    source: {
      ...source,
      sourceTitle: text('sourceTitle'),
      sourceSubtitle: stated(source.subtitle, 'sourceSubtitle'),
    },
    sections: facts.sections.map((section) => ({ ...section, ...text(`sections.${section.id}.title`) })),
    cards: facts.cards.map((card) => ({
      ...card,
      ...inEach(readers, (reader) => plain(reader.card(card.id).title)),
    })),
  };
  return [
    {
      fileName: `data/${id}.json`,
      source: `${JSON.stringify({ article, measures, ledger: facts.ledger }, null, 1)}\n`,
    },
    { fileName: `data/${id}.csv`, source: csvOf(measures) },
  ];
}

const limitsColumn = {
  description:
    'What the source does not say about the figure, separated by " | "; empty where nothing is noted.',
  constraints: { required: false },
};

/** Further properties of columns, by name, which the type of a column does not say. */
const remarks: Readonly<Record<string, object>> = {
  id: {
    description: 'Also the address of the measure: #id on the article page. Never renamed.',
    constraints: { required: true, unique: true },
  },
  kind: { constraints: { required: true, enum: kinds } },
  // A numeric type would force us to leave the cell empty or to guess where the source gives no number.
  value: {
    description: `A plain number in base units (124500, 27.7), or "${notStated}" where the source gives none; therefore text and not a number.`,
    constraints: { required: true, pattern: `\\d+(\\.\\d+)?|${notStated}` },
  },
  upper: {
    description: 'The high end of a range, whose low end is the value; empty for a single number.',
    constraints: { required: false },
  },
  qualifier: {
    description: 'How the source hedges the figure; part of the figure.',
    constraints: { required: true, enum: qualifiers },
  },
  modifiers: {
    description: `Further hedges, separated by spaces; empty where there are none. One of ${modifiers.join(', ')}.`,
    constraints: { required: false },
  },
  direction: { constraints: { required: true, enum: directions } },
  status: {
    description: 'Whether the figure tells what was, or what is aimed at or planned.',
    constraints: { required: true, enum: statuses },
  },
  series: {
    description: 'The same measure in other reports has the same code; empty where there is none.',
    constraints: { required: false },
  },
  paragraph: {
    description: 'Body paragraph of the source, counted from 1.',
    constraints: { required: true, minimum: 1 },
  },
  quote: { description: 'The phrase of the source that carries the figure, verbatim.' },
  zh_limits: limitsColumn,
  en_limits: limitsColumn,
};

const fields = columns.map(([name, type]) => ({
  name,
  type,
  constraints: { required: true },
  ...remarks[name],
}));

const sourceTitle = ({ publisher, title, subtitle }: Article['facts']['source']): string =>
  `${publisher}: ${title}${subtitle === notStated ? '' : ` (${subtitle})`}`;

/**
 * The Frictionless description of all open figures, valid under both versions of its profile. It
 * names no licence: that of the program does not cover figures that are the reporting bodies' own.
 * Sources have no path: none of the articles gives an address.
 */
export function dataPackageOf(articles: readonly Article[], version: string): DataFile {
  const resources = articles.flatMap(({ facts: { id }, words }) => [
    {
      name: id,
      path: `${id}.csv`,
      title: words.en.title,
      description: words.en.description,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        fields,
        primaryKey: ['id'],
        missingValues: [''],
      },
    },
    {
      name: `${id}-json`,
      path: `${id}.json`,
      title: words.en.title,
      description: 'The same rows, nested, with the article and the ledger of all its numeric expressions.',
      format: 'json',
      mediatype: 'application/json',
    },
  ]);
  const sources = articles.map(({ facts: { source } }) => ({ title: sourceTitle(source) }));
  const descriptor = {
    name: 'yaolan',
    title: 'Yaolan open figures',
    description:
      "Figures from public reports, each with its qualifier, scope, source paragraph and phrase, in Chinese and English. They are the reporting bodies' own, and no licence is claimed for them.",
    version,
    sources,
    resources,
  };
  return { fileName: 'data/datapackage.json', source: `${JSON.stringify(descriptor, null, 1)}\n` };
}
