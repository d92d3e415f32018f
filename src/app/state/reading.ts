import type { Language } from '../../core/language';
import type { CardUtterance, SpokenSentence } from '../../core/speech/cardTexts';
import { holdMediaKeys } from '../platform/mediaSession';
import { isInSight, markSpoken } from '../platform/spokenText';
import { openSpeech } from '../platform/voices';
import { type Listening, openListening } from './listening';

/** The utterances of a card in one language. */
export type ReadCard = (card: string) => readonly CardUtterance[];

/** Reads cards aloud, one after the other. */
export interface Reading extends Listening {
  /** To be called while the reader's tap is handled, because iOS lets nothing else begin to speak. */
  read(cards: readonly string[], utterances: ReadCard): void;
  /** Marks the sentence that is said, and brings it into view. The player calls it once it covers the foot of the window. */
  show(): void;
  /** Goes on with the same block in the words of another language, or ends if no voice speaks it. */
  changeLanguage(language: Language, utterances: ReadCard): void;
}

/** Marks the sentence that is said, and scrolls to it if the sentence before was in sight. */
function followWithEyes(
  sentence: SpokenSentence | undefined,
  before: Element | undefined,
): Element | undefined {
  const below = document.querySelector<HTMLElement>('[data-player]')?.offsetHeight ?? 0;
  const isFollowed = !before?.isConnected || isInSight(before, below);
  const element = markSpoken(sentence);
  if (element && element !== before && isFollowed) element.scrollIntoView({ block: 'nearest' });
  return element ?? before;
}

async function open(): Promise<Reading> {
  const listening = openListening(await openSpeech(), (verbs) => holdMediaKeys(document.title, verbs));
  let cards: readonly string[] = [];
  let queue: readonly CardUtterance[] = [];
  let utterancesOf: ReadCard = () => [];
  let before: Element | undefined;

  const sentence = () => queue[listening.status.value.at]?.mark;
  function read(from: readonly string[], utterances: ReadCard, block = 0): void {
    const [first] = from;
    if (first === undefined) return;
    cards = from;
    utterancesOf = utterances;
    queue = utterances(first);
    listening.play(
      queue,
      Math.max(
        queue.findIndex(({ mark }) => mark.block >= block),
        0,
      ),
    );
  }

  listening.status.watch(({ kind, failed }) => {
    if (kind === 'speaking' || kind === 'paused') return;
    markSpoken();
    const rest = failed ? [] : cards.slice(1);
    cards = [];
    // The next reading aloud begins somewhere else, and is followed.
    if (rest.length === 0) before = undefined;
    read(rest, utterancesOf);
  });

  const stop = () => {
    cards = [];
    listening.stop();
  };

  return {
    ...listening,
    read,
    stop,
    show() {
      before = followWithEyes(sentence(), before);
    },
    changeLanguage(language, utterances) {
      const { kind } = listening.status.value;
      if (kind !== 'speaking' && kind !== 'paused') return;
      if (!listening.speaks(language)) return stop();
      read(cards, utterances, sentence()?.block);
      if (kind === 'paused') listening.pause();
    },
  };
}

let opening: Promise<Reading> | undefined;

export function openReading(): Promise<Reading> {
  opening ??= open();
  return opening;
}
