import { type Language, otherThan, tagOf } from '../../core/language';
import { type Head, headOf, showHead } from '../platform/head';
import { idle } from '../platform/idle';
import { measurePlace, type Place, returnTo } from '../platform/place';
import { nextPaint, nextTask } from '../platform/turns';
import { within } from '../platform/within';

/** A part of the page in the languages that are there, and in which of them it stands in the document. */
interface Part extends Partial<Record<Language, HTMLElement>> {
  shown: Language;
}

interface PlacedPart {
  readonly part: Part;
  /** When it may change: 0 where the reader sees it, then what is below, then what is above and moves the rest. */
  readonly turn: number;
}

/** What stands in one language after another: what is around the page, and each block of the page, card by card. */
const parts = '#app>:not(main),main>:not(section),main>section>*';

const partsOf = (page: Document) => [...page.querySelectorAll<HTMLElement>(parts)];

/** What comes only when it is asked for, and so anew in the other language. */
const added = '[data-panel], details [data-tools]';

/** The same in both languages, one by one; terms are not, and look after themselves. */
const controls = 'a:not([role]), [data-large], button, summary, input, h1, h3';

const controlsIn = (part: Element) =>
  within<HTMLElement>(part, controls).filter((control) => !control.closest(added));

const above = 1e6; // more than any page is tall, in CSS px

const elementOf = (part: Part) => part[part.shown] as HTMLElement;

/** The parts in the order in which they change, each time the nearest to the reader's eyes first. */
function bySight(parts: readonly Part[]): PlacedPart[] {
  return parts
    .map((part) => {
      const { top, bottom } = elementOf(part).getBoundingClientRect();
      return { part, turn: bottom < 0 ? above - bottom : Math.max(top - innerHeight, 0) };
    })
    .sort((one, other) => one.turn - other.turn);
}

/** Where there is no card to hold on to. */
const topOfPage: Place = { card: '', position: 0, total: 0, cards: [], top: 0 };

const slice = 8; // ms of work at a time: with layout and paint still no long task on a slow phone

/** The control itself, or what has opened it: that has the focus until it is there again. */
function lastingFor(control: Element): HTMLElement {
  const from = control.closest(added);
  const opener = from?.closest('details')?.querySelector('summary') ?? from?.previousElementSibling;
  return (opener?.querySelector('[aria-expanded=true]') ?? opener ?? control) as HTMLElement;
}

/** What the reader has opened and focused in a part; the answer opens the same in another, and its answer focuses it. */
function stateOf(part: Element): (other: Element) => () => void {
  const open = within<HTMLDetailsElement>(part, 'details').map((details) => details.open);
  const active = document.activeElement;
  const focusedAt = active && part.contains(active) ? controlsIn(part).indexOf(lastingFor(active)) : -1;
  return (other) => {
    within<HTMLDetailsElement>(other, 'details').forEach((details, at) => {
      details.open = open[at] ?? false;
    });
    return () => {
      if (focusedAt < 0) return;
      const control = controlsIn(other)[focusedAt];
      // A heading takes the focus only as a target of keys.
      if (/^H/.test(control?.tagName ?? '')) control?.setAttribute('tabindex', '-1');
      control?.focus({ preventScroll: true });
    };
  };
}

/** What else is to be done about a part that changes. */
export interface Changing {
  /** Once for each part, before it is first shown: what depends on nothing but its language. */
  prepare(part: Element, language: Language): void;
  /** Before it goes; the answer is called once the other stands in its place. */
  leave(part: Element): ((other: Element) => void) | undefined;
  /** When another stands in its place. */
  arrive(part: Element, language: Language): void;
  /** When all have changed. */
  settled(): void;
  /** To screen readers. */
  say(text: string, lang: string): void;
}

export interface Versions {
  has(language: Language): boolean;
  /** Takes in the page in the other language; both must have been built together, see `PageCard.pair`. */
  add(language: Language, page: Document): void;
  /** Does ahead, while the reader is idle, what would otherwise wait for a change. */
  prepare(language: Language): Promise<void>;
  /** The same for what the reader sees just now: the browser gets to know the shapes of its words. */
  rehearse(): Promise<void>;
  /** What a selector means in a language, wherever that stands. */
  find(language: Language, selector: string): HTMLElement | undefined;
  /** Shows the page in a language that is there, and keeps the place under the reader's eyes. */
  show(language: Language, here?: Place): void;
}

/** The page in one language and the other. Its parts change places: nothing is rendered when the reader asks. */
export function openVersions(
  written: Language,
  { prepare: prepareOne, leave, arrive, settled, say }: Changing,
): Versions {
  const all: Part[] = partsOf(document).map((element) => ({ [written]: element, shown: written }));
  const prepared = new WeakSet<Element>();
  const rehearsed = new WeakSet<Element>();
  const heads: Partial<Record<Language, Head>> = { [written]: headOf(document) };
  let showing = written;
  let turn = 0;

  function add(language: Language, page: Document): void {
    const theirs = partsOf(page);
    const isTheSame = (part: Part, at: number) =>
      theirs[at]?.localName === elementOf(part).localName && theirs[at]?.id === elementOf(part).id;
    if (theirs.length !== all.length || !all.every(isTheSame))
      throw new Error(`"${page.title}": expected the parts of this page, got others`);
    all.forEach((part, at) => {
      part[language] = document.adoptNode(theirs[at] as HTMLElement);
    });
    heads[language] = headOf(page);
  }

  function prepareFor(part: Part, language: Language): void {
    const element = part[language];
    if (!element || prepared.has(element)) return;
    prepared.add(element);
    // Said by each part, so that nothing in it is laid out anew when the document's language follows.
    element.lang = tagOf[language];
    prepareOne(element, language);
  }

  async function prepare(language: Language): Promise<void> {
    let end = 0;
    for (const part of all) {
      if (performance.now() >= end) {
        await nextTask();
        end = performance.now() + slice;
      }
      prepareFor(part, language);
    }
  }

  /**
   * Lays out the other version of each part in sight, beside it and invisible, within one task. What is laid out for
   * the first time takes twice as long or more: its words have to be shaped.
   */
  async function rehearse(): Promise<void> {
    const language = otherThan(showing);
    for (const { part, turn } of bySight(all)) {
      const twin = part[language];
      if (turn > 0 || !twin || rehearsed.has(twin)) continue;
      await idle();
      if (language === showing) return;
      rehearsed.add(twin);
      prepareFor(part, language);
      const own = elementOf(part);
      twin.style.cssText = `position:absolute;visibility:hidden;width:${own.offsetWidth}px`;
      own.after(twin);
      twin.getBoundingClientRect();
      twin.remove();
      twin.removeAttribute('style');
    }
  }

  /** The answer brings the focus back, for which the browser lays out the page. */
  function change(part: Part, language: Language): () => void {
    const before = elementOf(part);
    const after = part[language] as HTMLElement;
    prepareFor(part, language);
    const restore = stateOf(before);
    const resume = leave(before);
    before.replaceWith(after);
    part.shown = language;
    arrive(after, language);
    const focus = restore(after);
    resume?.(after);
    return focus;
  }

  function show(language: Language, here = measurePlace()): void {
    const head = heads[language];
    if (!head || language === showing) return;
    showing = language;
    const rest = bySight(all.filter(({ shown }) => shown !== language));
    const own = ++turn;
    const isWanted = () => turn === own;
    /** The document is in the new language as soon as what is seen of it is; parts that are not yet say so. */
    const announce = () => {
      showHead(language, head);
      say(head.title, tagOf[language]);
    };
    /** What the reader sees at once and alone; the rest a little at a time, what is above only with the text held. */
    const changeSome = (held: Place | undefined, patience = slice) => {
      const end = performance.now() + patience;
      const focuses: (() => void)[] = [];
      for (let next = rest[0]; next; next = rest[0]) {
        if (next.turn > 0 && performance.now() >= end) break;
        if (next.turn > above && !held) break;
        rest.shift();
        focuses.push(change(next.part, language));
      }
      for (const focus of focuses) focus();
      if (held) returnTo(held);
      if (rest.length > 0) return;
      settled();
      document.body.style.overflowAnchor = '';
    };
    document.body.style.overflowAnchor = 'none';
    changeSome(here, 0);
    void nextPaint().then(async () => {
      // Whatever else waited for the frame goes first: this takes as long as a frame.
      await nextTask();
      if (isWanted()) announce();
      // After Back and Forward some browsers restore a scroll position of the other language a moment later.
      if (here && isWanted()) returnTo(here);
      // The document's language is a matter of its every element, and so of a frame of its own.
      await nextPaint();
      for (let [next] = rest; next && isWanted(); [next] = rest) {
        // To measure is to lay out; only what is above can move what the reader sees.
        changeSome(next.turn > above ? (measurePlace() ?? topOfPage) : undefined);
        await nextTask();
      }
    });
  }

  const find = (language: Language, selector: string) =>
    all.flatMap((part) => (part[language] ? within(part[language], selector) : []))[0];

  for (const part of all) prepareFor(part, written);

  return { has: (language) => language in heads, add, prepare, rehearse, find, show };
}
