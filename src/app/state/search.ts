import type { Language } from '../../core/language';
import type { Words } from '../../core/page';
import type { Prepared, Search, SearchHit } from '../../core/search';
import type { PlacedDocument } from '../../core/searchDocuments';
import { noteQuery, queryInAddress } from '../platform/addressQuery';
import { focusField } from '../platform/focusField';
import { noteEntry, readEntry } from '../platform/historyEntry';
import { nextTask } from '../platform/tasks';
import { announceUnreached, loadLate } from './late';
import { signal } from './signal';

export type Hit = SearchHit<PlacedDocument>;

export interface Searching {
  readonly query: string;
  /** The texts to search in; undefined until they have been prepared. */
  readonly texts: Search<PlacedDocument> | undefined;
  /** How many results are shown at most. */
  readonly shown: number;
  /** Whether the reader has stopped typing. */
  readonly isAtRest: boolean;
}

const pageSize = 20; // results
const pause = 500; // ms

const [searching, setSearching] = signal<Searching>({
  query: '',
  texts: undefined,
  shown: pageSize,
  isAtRest: true,
});

/**
 * Changes when the address or an example brings a query, and never by typing: a field must not change
 * while the reader writes in it.
 */
const [asked, setAsked] = signal<object>({});

export { asked, searching };

const change = (changed: Partial<Searching>) => setSearching({ ...searching.value, ...changed });

let timer: ReturnType<typeof setTimeout> | undefined;
/** Searches for what an input method has composed, if the reader stops there. */
let composing: ReturnType<typeof setTimeout> | undefined;

function stopTimers(): void {
  clearTimeout(composing);
  clearTimeout(timer);
}

let isNoted = true;

/**
 * Writes the query that was typed last into the address, only once. On the way Back the field loses the focus late,
 * and must not write its query over the one just returned to: `followAddress` says that it is noted.
 */
export function noteSearch(): void {
  if (isNoted) return;
  isNoted = true;
  noteQuery(searching.value.query);
  noteEntry({ shown: searching.value.shown });
}

function comeToRest(): void {
  noteSearch();
  change({ isAtRest: true });
}

function followAddress(): void {
  stopTimers();
  isNoted = true;
  change({ query: queryInAddress(), shown: readEntry().shown ?? pageSize, isAtRest: true });
  setAsked({});
}

/** The search is a script of its own, because its table of characters is only worth fetching here. */
const loadSearch = () => loadLate(() => import('../../core/searchDocuments'));

/** Prepares each document in a task of its own, so that what the reader types is handled in between. */
async function prepareTexts(words: Words): Promise<void> {
  const { openSearch, prepareDocument, searchDocumentsOf } = await loadSearch();
  const prepared: Prepared<PlacedDocument>[] = [];
  const both = { [words.language]: words, [words.other.language]: words.other } as Record<Language, Words>;
  for (const document of searchDocumentsOf(both)) {
    await nextTask();
    prepared.push(prepareDocument(document));
  }
  change({ texts: openSearch(prepared) });
}

/** Prepares the texts, unless that is done or under way. Where their script cannot be had, a later call tries again. */
let prepare = (): void => undefined;

/** Begins with the query in the address. */
export function beginSearch(words: Words): void {
  let isPreparing = false;
  prepare = () => {
    if (isPreparing) return;
    isPreparing = true;
    prepareTexts(words).catch(() => {
      isPreparing = false;
      announceUnreached();
    });
  };
  followAddress();
  addEventListener('popstate', followAddress);
  addEventListener('pagehide', noteSearch);
  prepare();
}

let isBegun = false;

/** To be called with the field when it is added to the page. */
export function focusSearch(field: HTMLElement | null): void {
  if (!field || isBegun) return;
  isBegun = true;
  if (!searching.value.query) focusField(field);
}

export function searchFor(query: string): void {
  clearTimeout(composing);
  if (query === searching.value.query && searching.value.isAtRest) return;
  prepare();
  clearTimeout(timer);
  timer = setTimeout(comeToRest, pause);
  isNoted = false;
  change({ query, shown: pageSize, isAtRest: false });
}

/** Searches for a word that the page offers, and writes it into the field. */
export function searchForOffered(query: string): void {
  searchFor(query);
  setAsked({});
}

/**
 * Matches a word in the language of the page. On a Chinese page `fa'an` is none: it is about to become one.
 */
const plainWord: Readonly<Record<Language, RegExp>> = {
  zh: /^\p{Script=Han}+$/u,
  en: /^[\p{Script=Latin}\p{N}]+$/u,
};

/**
 * Searches for text that an input method is still composing, as Android keyboards do with every word. Plain
 * words get results immediately. That there are no results is said only when the reader has stopped typing.
 */
export function searchForComposing(query: string, composed: string | null, language: Language): void {
  clearTimeout(composing);
  if (!plainWord[language].test(composed ?? '')) return;
  if (searching.value.texts?.find(query, language).length) searchFor(query);
  else {
    stopTimers();
    composing = setTimeout(searchFor, pause, query);
  }
}

export function showMore(): void {
  const shown = searching.value.shown + pageSize;
  change({ shown });
  noteEntry({ shown });
}

let latest:
  | { readonly of: Searching; readonly language: Language; readonly hits: readonly Hit[] }
  | undefined;

/** The results for the reader's query, the best first. */
export function hitsIn(language: Language): readonly Hit[] {
  const now = searching.value;
  const { query, texts } = now;
  if (latest?.of.query === query && latest.of.texts === texts && latest.language === language)
    return latest.hits;
  const hits = texts?.find(query, language) ?? [];
  latest = { of: now, language, hits };
  return hits;
}
