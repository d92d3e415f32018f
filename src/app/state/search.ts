import type { Language } from '../../core/language';
import type { PageCard } from '../../core/page';
import { openSearch, type Prepared, prepareDocument, type Search, type SearchHit } from '../../core/search';
import { noteQuery, queryInAddress } from '../platform/addressQuery';
import { nextTask } from '../platform/turns';
import { focusUnasked } from '../platform/unasked';
import { type PlacedDocument, readDocuments } from './searchDocuments';
import { signal } from './signal';

export type Hit = SearchHit<PlacedDocument>;

export interface Searching {
  readonly query: string;
  /** What is searched, once it has been read. */
  readonly texts: Search<PlacedDocument> | 'unread' | 'failed';
  /** How many results are shown at most. */
  readonly shown: number;
  /** Whether the reader has stopped typing. */
  readonly isAtRest: boolean;
}

const some = 20;
const pause = 500; // ms

const [searching, setSearching] = signal<Searching>({
  query: '',
  texts: 'unread',
  shown: some,
  isAtRest: true,
});

/** Changes when the address asks for something, and never by what is typed: a field being written in is left alone. */
const [asked, setAsked] = signal<object>({});

export { asked, searching };

const change = (some: Partial<Searching>) => setSearching({ ...searching.value, ...some });

let timer: ReturnType<typeof setTimeout> | undefined;

let isNoted = true;

/**
 * Notes in the address what was typed last, and that once: a field that goes because the page changes its language
 * on the way Back loses the focus before what the address asks for is known.
 */
export function noteSearch(): void {
  if (isNoted) return;
  isNoted = true;
  noteQuery(searching.value.query);
}

function rest(): void {
  noteSearch();
  change({ isAtRest: true });
}

function followAddress(): void {
  clearTimeout(timer);
  isNoted = true;
  change({ query: queryInAddress(), shown: some, isAtRest: true });
  setAsked({});
}

let page: PageCard | undefined;

/** Each document is a task of its own, so that what the reader types comes between. */
async function openTexts({ site, articles = [] }: PageCard): Promise<Search<PlacedDocument>> {
  const prepared: Prepared<PlacedDocument>[] = [];
  for (const document of await readDocuments(site, articles)) {
    await nextTask();
    prepared.push(prepareDocument(document));
  }
  return openSearch(prepared);
}

async function readTexts(): Promise<void> {
  if (!page) return;
  change({ texts: 'unread' });
  change({ texts: await openTexts(page).catch(() => 'failed' as const) });
}

/** Begins with what the address asks for; once, however often the page is rendered. */
export function beginSearch(card: PageCard): void {
  if (page) return;
  page = card;
  followAddress();
  addEventListener('popstate', followAddress);
  addEventListener('pagehide', noteSearch);
  void readTexts();
}

let isBegun = false;

/** For the field as it comes into the page. */
export function focusSearch(field: HTMLElement | null): void {
  if (!field || isBegun) return;
  isBegun = true;
  if (!searching.value.query) focusUnasked(field);
}

export function searchFor(query: string): void {
  if (query === searching.value.query) return;
  clearTimeout(timer);
  timer = setTimeout(rest, pause);
  isNoted = false;
  change({ query, shown: some, isAtRest: false });
  // What could not be had may be there by now.
  if (searching.value.texts === 'failed') void readTexts();
}

export const showMore = (): void => change({ shown: searching.value.shown + some });

let latest:
  | { readonly of: Searching; readonly language: Language; readonly hits: readonly Hit[] }
  | undefined;

/** What there is for the reader's query, the best first. */
export function hitsIn(language: Language): readonly Hit[] {
  const now = searching.value;
  const { query, texts } = now;
  if (latest?.of.query === query && latest.of.texts === texts && latest.language === language)
    return latest.hits;
  const hits = typeof texts === 'string' ? [] : texts.find(query, language);
  latest = { of: now, language, hits };
  return hits;
}
