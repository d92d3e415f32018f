import { type Language, tagOf } from '../../core/language';
import { openAnnouncer } from '../platform/announcer';
import { type Head, headOf, showHead } from '../platform/head';
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

/** The same in both languages, one by one; terms are not, and look after themselves. */
const controls = 'a:not([role]), button, summary, input';

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

/** What the reader has opened and focused in a part; the answer does the same in another. */
function stateOf(part: Element): (other: Element) => void {
  const open = within<HTMLDetailsElement>(part, 'details').map((details) => details.open);
  const focusedAt = within(part, controls).indexOf(document.activeElement as HTMLElement);
  return (other) => {
    within<HTMLDetailsElement>(other, 'details').forEach((details, at) => {
      details.open = open[at] ?? false;
    });
    within(other, controls)[focusedAt]?.focus({ preventScroll: true });
  };
}

/** What else is to be done about a part that changes. */
export interface Changing {
  /** Before it goes; the answer is called once the other stands in its place. */
  leave(part: Element): ((other: Element) => void) | undefined;
  /** When another stands in its place. */
  arrive(part: Element, language: Language): void;
  /** When all have changed. */
  settled(): void;
}

export interface Versions {
  has(language: Language): boolean;
  /** Takes in the page in the other language; both must have been built together, see `PageCard.pair`. */
  add(language: Language, page: Document): void;
  /** What a selector means in a language, wherever that stands. */
  find(language: Language, selector: string): HTMLElement | undefined;
  /** Shows the page in a language that is there, and keeps the place under the reader's eyes. */
  show(language: Language, here?: Place): void;
}

/** The page in one language and the other. Its parts change places: nothing is rendered when the reader asks. */
export function openVersions(written: Language, { leave, arrive, settled }: Changing): Versions {
  const all: Part[] = partsOf(document).map((element) => ({ [written]: element, shown: written }));
  const heads: Partial<Record<Language, Head>> = { [written]: headOf(document) };
  const say = openAnnouncer();
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

  function change(part: Part, language: Language): void {
    const before = elementOf(part);
    const after = part[language];
    if (!after) return;
    const restore = stateOf(before);
    const resume = leave(before);
    after.lang = tagOf[language];
    before.replaceWith(after);
    part.shown = language;
    arrive(after, language);
    restore(after);
    resume?.(after);
  }

  function show(language: Language, here = measurePlace()): void {
    const head = heads[language];
    if (!head || language === showing) return;
    const before = showing;
    showing = language;
    const rest = bySight(all.filter(({ shown }) => shown !== language));
    const own = ++turn;
    const isWanted = () => turn === own;
    /** The document is in the new language as soon as what is seen of it is; parts that are not yet say so. */
    const announce = () => {
      for (const { part } of rest) elementOf(part).lang ||= tagOf[before];
      showHead(language, head);
      say(head.title, tagOf[language]);
    };
    /** What the reader sees at once and alone; the rest a little at a time, what is above only with the text held. */
    const changeSome = (held: Place | undefined, patience = slice) => {
      const end = performance.now() + patience;
      for (let next = rest[0]; next; next = rest[0]) {
        if (next.turn > 0 && performance.now() >= end) break;
        if (next.turn > above && !held) break;
        rest.shift();
        change(next.part, language);
      }
      if (held) returnTo(held);
      if (rest.length > 0) return;
      settled();
      document.body.style.overflowAnchor = '';
    };
    document.body.style.overflowAnchor = 'none';
    changeSome(here, 0);
    void nextPaint().then(async () => {
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

  return { has: (language) => language in heads, add, find, show };
}
