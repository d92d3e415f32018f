import { describe, expect, it } from 'vitest';
import type { MediaVerbs } from '../../../src/app/platform/mediaSession';
import type { Speech, SpeechEvents } from '../../../src/app/platform/voices';
import { openListening, type Spoken } from '../../../src/app/state/listening';
import type { Language } from '../../../src/core/language';

/** Speech without a sound: it says what it was asked, and the test when a voice ends or fails. */
function aSpeech(has: readonly Language[] = ['zh', 'en']) {
  const said: string[] = [];
  let events: SpeechEvents | undefined;
  let leave = () => {};
  const told = (tell: 'onend' | 'onerror') => {
    const now = events;
    events = undefined;
    now?.[tell]();
  };
  const speech: Speech = {
    speaks: (language) => has.includes(language),
    speak({ language, spoken }, { rate }, to) {
      said.push(`${language} ${spoken}${rate === 1 ? '' : ` ×${rate}`}`);
      events = to;
    },
    cancel() {
      if (events) said.push('–');
      events = undefined;
    },
    whenLeft: (listener) => {
      leave = listener;
    },
  };
  return {
    ...{ speech, said },
    ends: () => told('onend'),
    fails: () => told('onerror'),
    leave: () => leave(),
    speaksNow: () => events !== undefined,
  };
}

/** Media keys that say what they were told. */
function someKeys() {
  const told: string[] = [];
  const held: { verbs?: MediaVerbs } = {};
  const hold = (verbs: MediaVerbs) => {
    told.push('hold');
    held.verbs = verbs;
    return {
      playing: (now: boolean) => void told.push(now ? 'playing' : 'paused'),
      release: () => void told.push('release'),
    };
  };
  return { told, held, hold };
}

const part = (spoken: string, mark: number, language: Language = 'zh'): Spoken => ({
  language,
  spoken,
  mark,
});

/** Three sentences, the second of them in three parts and two languages. */
const queue = [part('一', 1), part('二', 2), part('two', 2, 'en'), part('又二', 2), part('三', 3)] as const;

describe('openListening', () => {
  it('is absent where there is no speech, and stays so', () => {
    const listening = openListening(undefined);
    expect(listening.status.value).toEqual({ kind: 'absent', at: 0 });
    listening.play(queue);
    listening.stop();
    expect(listening.status.value).toEqual({ kind: 'absent', at: 0 });
    expect(listening.speaks('zh')).toBe(false);
  });

  it('is absent where there are no voices', () => {
    expect(openListening(aSpeech([]).speech).status.value.kind).toBe('absent');
  });

  it('says what it has no voice for', () => {
    const { speech, said } = aSpeech(['en']);
    const listening = openListening(speech);
    expect([listening.speaks('zh'), listening.speaks('en')]).toEqual([false, true]);
    listening.play([part('一', 1)]);
    expect(listening.status.value).toEqual({ kind: 'absent', at: 0 });
    expect(said).toEqual([]);
    listening.play([part('one', 1, 'en')]);
    expect(listening.status.value).toEqual({ kind: 'speaking', at: 0 });
  });

  it('speaks from where it is told to, one after another, and is ready at the end', () => {
    const { speech, said, ends } = aSpeech();
    const { status, play } = openListening(speech);
    const seen: unknown[] = [];
    status.watch(({ kind, at }) => seen.push(`${kind} ${at}`));
    play(queue, 2);
    expect(said).toEqual(['en two']);
    ends();
    ends();
    ends();
    expect(said).toEqual(['en two', 'zh 又二', 'zh 三']);
    expect(seen).toEqual(['speaking 2', 'speaking 3', 'speaking 4', 'ready 0']);
  });

  it('passes over what no voice can say', () => {
    const { speech, said, ends } = aSpeech(['zh']);
    const { play, status } = openListening(speech);
    play(queue, 1);
    ends();
    expect(said).toEqual(['zh 二', 'zh 又二']);
    expect(status.value.at).toBe(3);
  });

  it('pauses by cancelling and goes on from the beginning of the sentence', () => {
    const { speech, said, ends } = aSpeech();
    const { play, pause, resume, status } = openListening(speech);
    play(queue, 1);
    ends();
    pause();
    expect(status.value).toEqual({ kind: 'paused', at: 1 });
    resume();
    expect(said).toEqual(['zh 二', 'en two', '–', 'zh 二']);
    expect(status.value).toEqual({ kind: 'speaking', at: 1 });
  });

  it('goes to the next and the previous sentence, not to their parts', () => {
    const { speech, said } = aSpeech();
    const { play, next, previous, status } = openListening(speech);
    play(queue, 2);
    next();
    expect(status.value.at).toBe(4);
    previous();
    expect(status.value.at).toBe(1);
    previous();
    previous();
    expect(status.value).toEqual({ kind: 'speaking', at: 0 });
    expect(said).toEqual(['en two', 'zh 三', 'zh 二', 'zh 一', 'zh 一']);
  });

  it('goes back past a sentence that no voice can say', () => {
    const { speech } = aSpeech(['zh']);
    const { play, previous, status } = openListening(speech);
    play([part('一', 1), part('two', 2, 'en'), part('三', 3)], 2);
    previous();
    expect(status.value.at).toBe(0);
  });

  it('stays silent when it moves while paused', () => {
    const { speech, said, speaksNow } = aSpeech();
    const { play, pause, next, resume, status } = openListening(speech);
    play(queue);
    pause();
    next();
    expect(status.value).toEqual({ kind: 'paused', at: 1 });
    expect(speaksNow()).toBe(false);
    resume();
    expect(said.at(-1)).toBe('zh 二');
  });

  it('ends after the last sentence', () => {
    const { speech, speaksNow } = aSpeech();
    const { play, next, status } = openListening(speech);
    play(queue, 4);
    next();
    expect(status.value).toEqual({ kind: 'ready', at: 0 });
    expect(speaksNow()).toBe(false);
  });

  it('stops where it is, and nothing moves it then', () => {
    const { speech, said } = aSpeech();
    const { play, stop, next, previous, pause, resume, status } = openListening(speech);
    play(queue, 3);
    stop();
    for (const verb of [next, previous, pause, resume]) verb();
    expect(status.value).toEqual({ kind: 'ready', at: 3 });
    expect(said).toEqual(['zh 又二', '–']);
  });

  it('says the part again when its speed changes, and the rest at that speed', () => {
    const { speech, said, ends } = aSpeech();
    const { play, setRate, rate } = openListening(speech);
    setRate(1.25);
    play(queue, 2);
    setRate(2);
    ends();
    expect(rate.value).toBe(2);
    expect(said).toEqual(['en two ×1.25', 'en two ×2', 'zh 又二 ×2']);
  });

  it('keeps silent when the speed changes while it is paused', () => {
    const { speech, speaksNow } = aSpeech();
    const { play, pause, setRate } = openListening(speech);
    play(queue);
    pause();
    setRate(1.5);
    expect(speaksNow()).toBe(false);
  });

  it('goes on to the next sentence after an error, and stops at a second one', () => {
    const { speech, said, ends, fails } = aSpeech();
    const { play, status } = openListening(speech);
    play(queue);
    ends();
    fails();
    expect(status.value).toEqual({ kind: 'speaking', at: 4 });
    fails();
    expect(status.value).toEqual({ kind: 'ready', at: 4, failed: true });
    expect(said).toEqual(['zh 一', 'zh 二', 'zh 三']);
    play(queue);
    expect(status.value).toEqual({ kind: 'speaking', at: 0 });
  });

  it('forgives an error once something has been said again', () => {
    const { speech, ends, fails } = aSpeech();
    const { play, status } = openListening(speech);
    play([1, 2, 3, 4, 5].map((mark) => part('句', mark)));
    fails();
    ends();
    fails();
    expect(status.value).toEqual({ kind: 'speaking', at: 3 });
  });

  it('says so when the only sentence fails', () => {
    const { speech, fails } = aSpeech();
    const { play, status } = openListening(speech);
    play([part('一', 1)]);
    fails();
    expect(status.value).toEqual({ kind: 'ready', at: 0, failed: true });
  });

  it('takes up another queue at once', () => {
    const { speech, said } = aSpeech();
    const { play, status } = openListening(speech);
    play(queue);
    play([part('one', 1, 'en')]);
    expect(said).toEqual(['zh 一', 'en one']);
    expect(status.value).toEqual({ kind: 'speaking', at: 0 });
  });

  it('pauses when the reader leaves the page', () => {
    const { speech, leave, speaksNow } = aSpeech();
    const { play, status } = openListening(speech);
    leave();
    expect(status.value.kind).toBe('ready');
    play(queue, 2);
    leave();
    expect(status.value).toEqual({ kind: 'paused', at: 1 });
    expect(speaksNow()).toBe(false);
  });

  it('holds the media keys while there is something to go on with', () => {
    const { speech } = aSpeech();
    const { told, held, hold } = someKeys();
    const { play, stop, status } = openListening(speech, hold);
    expect(told).toEqual([]);
    play(queue);
    held.verbs?.next();
    expect(status.value.at).toBe(1);
    held.verbs?.pause();
    held.verbs?.play();
    held.verbs?.previous();
    expect(status.value).toEqual({ kind: 'speaking', at: 0 });
    stop();
    expect(told).toEqual(['hold', 'playing', 'playing', 'paused', 'playing', 'playing', 'release']);
  });
});
