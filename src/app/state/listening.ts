import { type Language, languages } from '../../core/language';
import type { MediaKeys, MediaVerbs } from '../platform/mediaSession';
import type { Speech } from '../platform/voices';
import { type Signal, signal } from './signal';

export const rates = [0.75, 1, 1.25, 1.5, 2] as const;
export type Rate = (typeof rates)[number];

/** One utterance of what is read aloud. Utterances in a row with the same `mark` are one sentence. */
export interface Spoken {
  readonly language: Language;
  readonly spoken: string;
  readonly mark: unknown;
}

export interface ListeningStatus {
  /** `absent`: this system cannot speak, or has no voice for what it was to read. */
  readonly kind: 'absent' | 'ready' | 'speaking' | 'paused';
  /** The index of the utterance in the queue that is spoken, or was spoken last. */
  readonly at: number;
  /** Set if it stopped because the voice failed twice in a row, or at the last sentence. */
  readonly failed?: true;
}

export interface Listening {
  readonly status: Signal<ListeningStatus>;
  readonly rate: Signal<Rate>;
  /** Whether there is a voice for a language. */
  speaks(language: Language): boolean;
  /** Speaks within the same task, as iOS wants it. To be called while the reader's tap is handled. */
  play(queue: readonly Spoken[], from?: number): void;
  pause(): void;
  resume(): void;
  next(): void;
  previous(): void;
  stop(): void;
  setRate(rate: Rate): void;
}

/** @param holdKeys takes the media keys when something is played; they are released when it stops */
export function openListening(
  speech: Speech | undefined,
  holdKeys?: (verbs: MediaVerbs) => MediaKeys,
): Listening {
  const speaks = (language: Language) => !!speech?.speaks(language);
  const canSay = (part: Spoken) => speaks(part.language);

  const [status, setStatus] = signal<ListeningStatus>({
    kind: languages.some(speaks) ? 'ready' : 'absent',
    at: 0,
  });
  const [rate, keepRate] = signal<Rate>(1);
  let queue: readonly Spoken[] = [];
  let keys: MediaKeys | undefined;
  let stumbled = false;

  /** The first part of the sentence that `at` is in. */
  function startOf(at: number): number {
    const { mark } = queue[at] ?? {};
    return queue.findLastIndex((part, index) => index < at && part.mark !== mark) + 1;
  }

  /** The first part of the sentence after the one that `at` is in. */
  function startAfter(at: number): number {
    const { mark } = queue[at] ?? {};
    const next = queue.findIndex((part, index) => index > at && part.mark !== mark);
    return next < 0 ? queue.length : next;
  }

  function become(kind: 'speaking' | 'paused', at: number): void {
    keys ??= holdKeys?.({ play: resume, pause, next, previous });
    keys?.playing(kind === 'speaking');
    setStatus({ kind, at });
  }

  function end(last: ListeningStatus): void {
    speech?.cancel();
    keys?.release();
    keys = undefined;
    setStatus(last);
  }

  /** Goes on at index `from`, or ends. Utterances that no voice can say are skipped. */
  function go(from: number, kind: 'speaking' | 'paused'): void {
    const at = queue.findIndex((part, index) => index >= from && canSay(part));
    const part = queue[at];
    if (part) become(kind, at);
    else end({ kind: 'ready', at: 0 });
    if (!part || kind === 'paused') return;
    speech?.speak(
      part,
      { rate: rate.value },
      {
        onend() {
          stumbled = false;
          go(at + 1, 'speaking');
        },
        onerror() {
          const after = startAfter(at);
          if (stumbled || after === queue.length) end({ kind: 'ready', at, failed: true });
          else {
            stumbled = true;
            go(after, 'speaking');
          }
        },
      },
    );
  }

  /** Moves to another sentence and goes on speaking, or stays paused. */
  function move(to: (at: number) => number): void {
    const { kind, at } = status.value;
    stumbled = false;
    if (kind === 'speaking' || kind === 'paused') go(to(at), kind);
  }

  function pause(): void {
    const { kind, at } = status.value;
    if (kind !== 'speaking') return;
    speech?.cancel();
    become('paused', startOf(at));
  }

  function resume(): void {
    stumbled = false;
    if (status.value.kind === 'paused') go(status.value.at, 'speaking');
  }

  const next = () => move(startAfter);
  const previous = () =>
    move((at) => startOf(queue.findLastIndex((part, index) => index < startOf(at) && canSay(part))));

  speech?.whenLeft(pause);

  return {
    status,
    rate,
    speaks,
    play(parts, from = 0) {
      queue = parts;
      stumbled = false;
      if (queue.some(canSay)) go(from, 'speaking');
      else end({ kind: 'absent', at: 0 });
    },
    pause,
    resume,
    next,
    previous,
    stop: () => end({ kind: status.value.kind === 'absent' ? 'absent' : 'ready', at: status.value.at }),
    setRate(chosen) {
      keepRate(chosen);
      // An utterance keeps the speed it began with, so it begins again.
      if (status.value.kind === 'speaking') go(status.value.at, 'speaking');
    },
  };
}
