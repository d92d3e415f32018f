import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tagOf } from '../../../core/language';
import type { Words } from '../../../core/page';
import { hrefOf } from '../../../core/routes';
import type { SearchHit } from '../../../core/search';
import {
  asked,
  beginSearch,
  focusSearch,
  type Hit,
  hitsIn,
  noteSearch,
  searchFor,
  searchForComposing,
  searchForOffered,
  searching,
  showMore,
} from '../../state/search';
import { useHydrated } from '../../ui/Part';
import { Unfilled } from '../../ui/Unfilled';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './Search.module.css';

/** How many words are offered to begin with. */
const shownExamples = 5;

const longest = 300; // characters; the search looks for no more than these

/** The `keyCode` that Safari reports for a key of an input method whose word has just been chosen. */
const ofInputMethod = 229;

/**
 * Arrow keys lead from the field through the results, Escape leads back to it, and Enter in the
 * field goes to the best result.
 */
function walk(event: TargetedKeyboardEvent<HTMLElement>): void {
  if (event.isComposing || event.keyCode === ofInputMethod) return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input,a,button')];
  const at = stops.indexOf(event.target as HTMLElement);
  const isInField = at === 0;
  const steps: Readonly<Record<string, number>> = isInField
    ? { ArrowDown: 1, Enter: 1 }
    : { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 };
  const stop = stops[steps[event.key] ?? -1];
  if (!stop) return;
  event.preventDefault();
  stop.focus();
}

function Field() {
  const { t, language } = useWords();
  useSignal(asked);
  return (
    <p class={styles.field}>
      <label for="search-field">{t('search:label')}</label>
      <input
        ref={focusSearch}
        id="search-field"
        type="search"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="search"
        maxLength={longest}
        aria-describedby="search-hint"
        value={searching.value.query}
        onInput={({ currentTarget: { value }, isComposing, data }) =>
          isComposing ? searchForComposing(value, data, language) : searchFor(value)
        }
        onCompositionEnd={({ currentTarget }) => searchFor(currentTarget.value)}
        onBlur={noteSearch}
      />
      <small id="search-hint">{t('search:hint')}</small>
    </p>
  );
}

/** A sentence in which the matches are marked. */
function Marked({ text, marks }: Pick<SearchHit, 'text' | 'marks'>) {
  return (
    <>
      {marks.flatMap(([start, end], at) => [
        text.slice(marks[at - 1]?.[1] ?? 0, start),
        <mark key={start}>{text.slice(start, end)}</mark>,
      ])}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}

function Result({ hit, words }: { readonly hit: Hit; readonly words: Words }) {
  const { t, say, site, language } = words;
  const { id, kind, article, texts } = hit.document;
  const [title, next] = texts[language];
  const isOther = hit.language !== language;
  const isTitle = hit.index === 0 && !isOther;
  const page = article === undefined ? ({ page: 'terms' } as const) : ({ page: 'article', article } as const);
  return (
    <li>
      <p class={styles.title}>
        <a href={`${hrefOf(site, { ...page, language })}#${id}`}>
          {isTitle ? <Marked text={hit.text} marks={hit.marks} /> : title}
        </a>{' '}
        <small>
          {t(`search:${kind}`)}
          {article && ` · ${say(`reports:${article}.name`)}`}
        </small>
      </p>
      <p>
        {isTitle ? (
          next
        ) : (
          <span lang={isOther ? tagOf[hit.language] : undefined}>
            <Marked text={hit.text} marks={hit.marks} />
          </span>
        )}
      </p>
    </li>
  );
}

/** The sentence about the results, shown as soon as the reader has stopped typing. */
function sentenceOf({ t }: Words, count: number): string {
  const { query, texts, isAtRest } = searching.value;
  if (!texts || !isAtRest || !query.trim()) return '';
  return count > 0 ? t('search:count', { count }) : t('search:none', { query: query.trim() });
}

/** The events with which a press ends: a click, or a gesture of another kind. */
const releases = ['click', 'pointercancel', 'contextmenu', 'dragend', 'keydown'];

/**
 * Holds a list unchanged while the reader presses on it. A press takes the focus from the field, which ends a
 * composition and with it changes the results.
 *
 * @returns what is to be shown, and the function to call when a press on it begins
 */
function useHeld<T>(now: T): readonly [T, () => void] {
  const shown = useRef(now);
  const [isHeld, setHeld] = useState(false);
  useLayoutEffect(() => {
    if (!isHeld) return;
    const release = () => setHeld(false);
    for (const name of releases) addEventListener(name, release);
    return () => {
      for (const name of releases) removeEventListener(name, release);
    };
  }, [isHeld]);
  if (!isHeld) shown.current = now;
  return [shown.current, () => setHeld(true)];
}

/** A few words to begin with, taken from the glossary. */
function Examples() {
  const { t, language, terms } = useWords();
  const step = Math.max(1, Math.floor(terms.length / shownExamples));
  const examples = terms.filter((_, at) => at % step === 0).slice(0, shownExamples);
  return (
    <p class={styles.examples}>
      {t('search:examples')}
      {examples.map((term) => (
        <button key={term.id} type="button" onClick={() => searchForOffered(term[language])}>
          {term[language]}
        </button>
      ))}
    </p>
  );
}

/** Where to go on if nothing was found. */
function WayOn() {
  const { t, say, language, site, page } = useWords();
  return (
    <ul class={styles.onward}>
      <li>
        <a href={hrefOf(site, { page: 'terms', language })}>{t('frame:nav.terms')}</a>
      </li>
      {page.articles.map((article) => (
        <li key={article}>
          <a href={hrefOf(site, { page: 'measures', language, article })}>
            {t('frame:nav.measures-of', { report: say(`reports:${article}.name`) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Results() {
  const words = useWords();
  const { shown, query, texts, isAtRest } = useSignal(searching);
  const hits = hitsIn(words.language);
  const [list, hold] = useHeld(hits.slice(0, shown));
  const left = Math.min(hits.length - shown, shown);
  const more = ({ currentTarget }: { readonly currentTarget: Element }) => {
    const list = currentTarget.previousElementSibling;
    showMore();
    // Preact has rendered by then. The button is gone if these were the last results.
    queueMicrotask(() => list?.querySelectorAll('a')[shown]?.focus());
  };
  return (
    <>
      <p role="status" class={styles.status}>
        {sentenceOf(words, hits.length)}
      </p>
      {!query.trim() && <Examples />}
      {query.trim() && texts && isAtRest && hits.length === 0 && <WayOn />}
      <ol class={styles.results} onPointerDown={hold}>
        {list.map((hit) => (
          <Result key={`${hit.document.article}#${hit.document.id}`} hit={hit} words={words} />
        ))}
      </ol>
      {left > 0 && (
        <button type="button" onClick={more}>
          {words.t('search:more', { count: left })}
        </button>
      )}
    </>
  );
}

/**
 * The search. Results in both languages are shown while the reader types; everything stays on this device.
 */
export function Search() {
  const words = useWords();
  const isHydrated = useHydrated();
  // Called once, because it knows the words of both languages.
  useEffect(() => beginSearch(words), []);
  if (!isHydrated)
    return (
      <div data-live="search">
        <Unfilled withoutScript={words.t('search:no-script')} />
      </div>
    );
  return (
    <search class={styles.search} data-live="search" onKeyDown={walk}>
      <Field />
      <Results />
    </search>
  );
}
