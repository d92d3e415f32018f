import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSpeech, type Speech, voicesFor } from '../../../src/app/platform/voices';

const aVoice = (
  lang: string,
  { name = lang, localService = true, isDefault = false } = {},
): SpeechSynthesisVoice => ({ lang, name, localService, default: isDefault, voiceURI: name });

class Utterance {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  rate = 1;
  onstart?: () => void;
  onend?: () => void;
  onerror?: () => void;
  constructor(readonly text: string) {}
}

/** A browser's speech, as far as it is used. */
class Synthesis extends EventTarget {
  voices: SpeechSynthesisVoice[] = [];
  speaking = false;
  readonly asked: string[] = [];
  readonly utterances: Utterance[] = [];
  getVoices = () => this.voices;
  speak(utterance: Utterance) {
    this.asked.push(`${utterance.lang}: ${utterance.text}`);
    this.utterances.push(utterance);
  }
  cancel() {
    this.asked.push('cancel');
    // As Safari does: what was cancelled is told to have ended.
    this.utterances.at(-1)?.onend?.();
  }
}

let synthesis: Synthesis;

beforeEach(() => {
  vi.useFakeTimers();
  synthesis = new Synthesis();
  synthesis.voices = [aVoice('zh-CN'), aVoice('en-GB')];
  vi.stubGlobal('window', { speechSynthesis: synthesis });
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function theSpeech(): Promise<Speech> {
  const speech = await openSpeech();
  if (!speech) throw new Error('there is no speech');
  return speech;
}

function someEvents() {
  const told: string[] = [];
  const tell = (what: string) => () => void told.push(what);
  return { told, events: { onstart: tell('start'), onend: tell('end'), onerror: tell('error') } };
}

const namesOf = (voices: readonly SpeechSynthesisVoice[]) => voices.map(({ name }) => name);

describe('voicesFor', () => {
  it.each(['zh-CN', 'zh_CN', 'zh-Hans', 'zh-Hans-CN', 'cmn-CN', 'cmn-Hans-CN', 'zh-CN-#Hans', 'zh'])(
    'prefers %s to Taiwan’s and Hong Kong’s Chinese',
    (lang) => {
      const voices = [aVoice('yue-HK'), aVoice('zh-HK'), aVoice('zh-TW'), aVoice(lang)];
      expect(namesOf(voicesFor('zh', voices))).toEqual([lang, 'zh-TW', 'yue-HK', 'zh-HK']);
    },
  );

  it('leaves out voices that would send the text to a server, however well they fit', () => {
    const voices = [aVoice('zh-TW'), aVoice('zh-CN', { localService: false })];
    expect(namesOf(voicesFor('zh', voices))).toEqual(['zh-TW']);
  });

  it('takes no voice made for fun because its name comes first', () => {
    const voices = [aVoice('en-US', { name: 'Albert' }), aVoice('en-US', { name: 'Samantha' })];
    expect(namesOf(voicesFor('en', voices))).toEqual(['Samantha', 'Albert']);
  });

  it('takes the reader’s own choice before others of its kind', () => {
    const voices = [aVoice('en-GB', { name: 'a' }), aVoice('en-US', { name: 'b', isDefault: true })];
    expect(namesOf(voicesFor('en', voices))).toEqual(['b', 'a']);
  });

  it('has no voices of other languages', () => {
    expect(voicesFor('en', [aVoice('de-DE'), aVoice('zh-CN'), aVoice('enm')])).toEqual([]);
  });
});

describe('openSpeech', () => {
  it('finds nothing where the browser has no speech', async () => {
    vi.stubGlobal('window', {});
    expect(await openSpeech()).toBe(undefined);
  });

  it('waits for the voices', async () => {
    const { voices } = synthesis;
    synthesis.voices = [];
    let opened: Speech | undefined;
    const opening = theSpeech().then((speech) => {
      opened = speech;
    });
    await vi.advanceTimersByTimeAsync(500);
    expect(opened).toBe(undefined);
    synthesis.voices = voices;
    synthesis.dispatchEvent(new Event('voiceschanged'));
    await opening;
    expect(opened?.speaks('zh')).toBe(true);
  });

  it('waits two seconds and no longer where there are none', async () => {
    synthesis.voices = [];
    const opening = theSpeech();
    await vi.advanceTimersByTimeAsync(2000);
    const speech = await opening;
    expect(speech.speaks('zh')).toBe(false);
    synthesis.voices = [aVoice('zh-CN')];
    expect(speech.speaks('zh')).toBe(true);
  });

  it('speaks within the same task, in the voice’s own language', async () => {
    synthesis.voices = [aVoice('zh_CN')];
    const speech = await theSpeech();
    speech.speak({ language: 'zh', spoken: '一' }, { rate: 1.5 }, someEvents().events);
    expect(synthesis.asked).toEqual(['zh_CN: 一']);
    expect(synthesis.utterances[0]).toMatchObject({ rate: 1.5, voice: synthesis.voices[0] });
  });

  it('tells start and end, each once', async () => {
    const speech = await theSpeech();
    const { told, events } = someEvents();
    speech.speak({ language: 'zh', spoken: '一' }, { rate: 1 }, events);
    const [utterance] = synthesis.utterances;
    utterance?.onstart?.();
    utterance?.onend?.();
    utterance?.onend?.();
    utterance?.onerror?.();
    await vi.runAllTimersAsync();
    expect(told).toEqual(['start', 'end']);
  });

  it('tells nothing of what was cancelled', async () => {
    const speech = await theSpeech();
    const { told, events } = someEvents();
    speech.speak({ language: 'zh', spoken: '一' }, { rate: 1 }, events);
    speech.cancel();
    await vi.runAllTimersAsync();
    expect(told).toEqual([]);
    expect(synthesis.asked).toEqual(['zh-CN: 一', 'cancel']);
  });

  it('interrupts itself, and lets the browser settle before it goes on', async () => {
    const speech = await theSpeech();
    const first = someEvents();
    const second = someEvents();
    speech.speak({ language: 'zh', spoken: '一' }, { rate: 1 }, first.events);
    speech.speak({ language: 'en', spoken: 'two' }, { rate: 1 }, second.events);
    expect(synthesis.asked).toEqual(['zh-CN: 一', 'cancel']);
    await vi.advanceTimersByTimeAsync(50);
    synthesis.utterances.at(-1)?.onend?.();
    expect(synthesis.asked).toEqual(['zh-CN: 一', 'cancel', 'en-GB: two']);
    expect([first.told, second.told]).toEqual([[], ['end']]);
  });

  it('does not begin what was cancelled while the browser settled', async () => {
    const speech = await theSpeech();
    const { events } = someEvents();
    speech.speak({ language: 'zh', spoken: '一' }, { rate: 1 }, events);
    speech.speak({ language: 'zh', spoken: '二' }, { rate: 1 }, events);
    speech.cancel();
    await vi.runAllTimersAsync();
    expect(synthesis.asked).toEqual(['zh-CN: 一', 'cancel', 'cancel']);
  });

  it('counts as failed what never ends', async () => {
    const speech = await theSpeech();
    const { told, events } = someEvents();
    speech.speak({ language: 'zh', spoken: '一'.repeat(10) }, { rate: 2 }, events);
    await vi.advanceTimersByTimeAsync(7400);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(told).toEqual(['error']);
    expect(synthesis.asked.at(-1)).toBe('cancel');
  });

  it('tells when the reader leaves the page', async () => {
    const listeners: string[] = [];
    vi.stubGlobal('addEventListener', (type: string, listener: () => void) => {
      listeners.push(type);
      listener();
    });
    const left = vi.fn();
    (await theSpeech()).whenLeft(left);
    expect(listeners).toEqual(['pagehide']);
    expect(left).toHaveBeenCalledOnce();
  });
});
