import type { Language } from '../../core/language';
import type { Words } from '../../core/page';
import type { Prepared, Search, SearchHit } from '../../core/search';
import type { PlacedDocument } from '../../core/searchDocuments';
import { noteQuery, queryInAddress } from '../platform/addressQuery';
import { unreached } from '../platform/anchor';
import { focusField } from '../platform/focusField';
import { noteEntry, readEntry } from '../platform/historyEntry';
import { nextTask } from '../platform/tasks';
import { signal } from './signal';

export type Hit = SearchHit<PlacedDocument>;

export interface Searching {
  readonly query: string;
  /** What is searched, once it has been read. */
  readonly texts: Search<PlacedDocument> | undefined;
  /** How many results are shown at most. */
  readonly shown: number;
  /** Whether the reader has stopped typing. */
  readonly isAtRest: boolean;
}

const some = 20;
const pause = 500; // ms

const [searching, setSearching] = signal<Searching>({
  query: '',
  texts: undefined,
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
  noteEntry({ shown: searching.value.shown });
}

function rest(): void {
  noteSearch();
  change({ isAtRest: true });
}

function followAddress(): void {
  clearTimeout(timer);
  isNoted = true;
  change({ query: queryInAddress(), shown: readEntry().shown ?? some, isAtRest: true });
  setAsked({});
}

/** The search is a script of its own: its table of signs is only worth fetching here. */
const loadSearch = () => Promise.all([import('../../core/search'), import('../../core/searchDocuments')]);

/** Each document is a task of its own, so that what the reader types comes between. */
async function prepareTexts(words: Words): Promise<void> {
  const [{ openSearch, prepareDocument }, { searchDocumentsOf }] = await loadSearch();
  const prepared: Prepared<PlacedDocument>[] = [];
  const both = { [words.language]: words, [words.other.language]: words.other } as Record<Language, Words>;
  for (const document of searchDocumentsOf(both)) {
    await nextTask();
    prepared.push(prepareDocument(document));
  }
  change({ texts: openSearch(prepared) });
}

/** Begins with what the address asks for. */
export function beginSearch(words: Words): void {
  followAddress();
  addEventListener('popstate', followAddress);
  addEventListener('pagehide', noteSearch);
  prepareTexts(words).catch(() => dispatchEvent(new Event(unreached)));
}

let isBegun = false;

/** For the field as it comes into the page. */
export function focusSearch(field: HTMLElement | null): void {
  if (!field || isBegun) return;
  isBegun = true;
  if (!searching.value.query) focusField(field);
}

export function searchFor(query: string): void {
  if (query === searching.value.query) return;
  clearTimeout(timer);
  timer = setTimeout(rest, pause);
  isNoted = false;
  change({ query, shown: some, isAtRest: false });
}

/** What is a word in the language of the page: `fa'an` on a Chinese page is not, it is about to become one. */
const plainWord: Readonly<Record<Language, RegExp>> = {
  zh: /^\p{Script=Han}+$/u,
  en: /^[\p{Script=Latin}\p{N}]+$/u,
};

/**
 * For what an input method is still composing, as the keyboards of Android do with every word: results follow plain
 * words, and that there are none is said once the reader has stopped typing.
 */
export function searchForComposing(query: string, composed: string | null, language: Language): void {
  if (!plainWord[language].test(composed ?? '')) return;
  if (searching.value.texts?.find(query, language).length) searchFor(query);
  else {
    clearTimeout(timer);
    timer = setTimeout(searchFor, pause, query);
  }
}

export function showMore(): void {
  const shown = searching.value.shown + some;
  change({ shown });
  noteEntry({ shown });
}

let latest:
  | { readonly of: Searching; readonly language: Language; readonly hits: readonly Hit[] }
  | undefined;

/** What there is for the reader's query, the best first. */
export function hitsIn(language: Language): readonly Hit[] {
  const now = searching.value;
  const { query, texts } = now;
  if (latest?.of.query === query && latest.of.texts === texts && latest.language === language)
    return latest.hits;
  const hits = texts?.find(query, language) ?? [];
  latest = { of: now, language, hits };
  return hits;
}
