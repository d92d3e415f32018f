import { type Language, languages } from '../../core/language';
import { hrefOf, type Site } from '../../core/routes';
import type { SearchDocument } from '../../core/search';
import { sentencesOf } from '../../core/sentences';
import { readPage } from '../platform/readPage';
import { nextTask } from '../platform/turns';

/** What can be found, and where it stands: on the page of an article, else among the terms. */
export interface PlacedDocument extends SearchDocument {
  readonly article: string | undefined;
}

/** The same in one language. */
interface Entry extends Omit<PlacedDocument, 'texts'> {
  readonly texts: readonly string[];
}

/** What of a page is not to be found: signs for the eye, places of scripts, a card's number and kicker, its check. */
const asides =
  '[aria-hidden],[data-island],[data-island=status]+p,[data-card]>p:first-child,h3>span:first-child,[id^=term-] small';

async function readTexts(address: string): Promise<Document> {
  const page = await readPage(address);
  // Each page, and each card, is a task of its own, so that what the reader types comes between.
  await nextTask();
  for (const aside of page.querySelectorAll(asides)) aside.remove();
  return page;
}

const textOf = (element: Element | null | undefined): string => element?.textContent?.trim() ?? '';

/** Sentences of blocks, of which none runs into the next; a block of paragraphs is read by these. */
const sentencesIn = (blocks: readonly (Element | undefined)[], language: Language): string[] =>
  blocks.flatMap((block) => {
    const text = block?.querySelector('p') ? '' : textOf(block);
    return sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));
  });

const allIn = (element: ParentNode | undefined, selector: string): Element[] => [
  ...(element?.querySelectorAll(selector) ?? []),
];

/** Name, figure and scope are the table's; the card has the sentence, and what the article does not say. */
function measureIn(card: Element, row: Element | undefined, article: string, language: Language): Entry {
  const [scope, figure] = allIn(row, 'p');
  const sentence = allIn(card, ':scope>p,:scope>div>p').at(-1);
  const limits = allIn(allIn(card, 'dd').at(-1), 'p');
  const texts = [textOf(row?.querySelector('a')), textOf(figure)];
  return {
    id: card.id,
    kind: 'measure',
    article,
    texts: [...texts, ...sentencesIn([sentence, scope, ...limits], language)],
  };
}

async function cardsIn(
  page: Document,
  table: Document,
  article: string,
  language: Language,
): Promise<Entry[]> {
  const rows = new Map(
    [...table.querySelectorAll<HTMLElement>('tr[data-measure]')].map((row) => [row.dataset.measure, row]),
  );
  const entries: Entry[] = [];
  for (const card of allIn(page, '[data-card]')) {
    await nextTask();
    const measures = allIn(card, '[data-measure]');
    for (const measure of measures) measure.remove();
    // The last says which paragraphs the card draws on.
    const blocks = allIn(card, 'p,dt,dd').slice(0, -1);
    const texts = [textOf(card.querySelector('h1,h3')), ...sentencesIn(blocks, language)];
    entries.push(
      { id: card.id, kind: 'card', article, texts },
      // The essentials at the top only lead to theirs.
      ...measures
        .filter(({ id }) => id)
        .map((measure) => measureIn(measure, rows.get(measure.id), article, language)),
    );
  }
  return entries;
}

const termsIn = (page: Document, language: Language): Entry[] =>
  allIn(page, '[id^=term-]').map((term) => ({
    id: term.id,
    kind: 'term',
    article: undefined,
    texts: [textOf(term.querySelector('b')), ...sentencesIn(allIn(term, 'dd'), language)],
  }));

async function entriesIn(site: Site, articles: readonly string[], language: Language): Promise<Entry[]> {
  const read = (route: Parameters<typeof hrefOf>[1]) => readTexts(hrefOf(site, route));
  const [terms, ...cards] = await Promise.all([
    read({ page: 'terms', language }).then((page) => termsIn(page, language)),
    ...articles.map(async (article) => {
      const [page, table] = await Promise.all([
        read({ page: 'article', article, language }),
        read({ page: 'measures', article, language }),
      ]);
      return cardsIn(page, table, article, language);
    }),
  ]);
  return [...cards.flat(), ...(terms ?? [])];
}

const keyOf = ({ article, id }: Entry): string => `${article}#${id}`;

/** All that can be found, from the pages of this site in both languages; rejects where one cannot be had. */
export async function readDocuments(site: Site, articles: readonly string[]): Promise<PlacedDocument[]> {
  const [zh = [], en = []] = await Promise.all(
    languages.map((language) => entriesIn(site, articles, language)),
  );
  const others = new Map(en.map((entry) => [keyOf(entry), entry.texts]));
  return zh.map((entry) => ({
    ...entry,
    texts: { zh: entry.texts, en: others.get(keyOf(entry)) ?? [] },
  }));
}
