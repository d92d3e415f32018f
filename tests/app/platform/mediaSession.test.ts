import { afterEach, describe, expect, it, vi } from 'vitest';
import { holdMediaKeys } from '../../../src/app/platform/mediaSession';

function useSession({ knows = (_action: string): boolean => true } = {}) {
  const handlers = new Map<string, (() => void) | null>();
  const session = {
    metadata: null as { title: string } | null,
    playbackState: 'none',
    setActionHandler(action: string, handler: (() => void) | null) {
      if (!knows(action)) throw new TypeError(action);
      handlers.set(action, handler);
    },
  };
  vi.stubGlobal('navigator', { mediaSession: session });
  vi.stubGlobal(
    'MediaMetadata',
    class {
      title: string;
      constructor({ title }: { title: string }) {
        this.title = title;
      }
    },
  );
  return { session, handlers };
}

function someVerbs() {
  const done: string[] = [];
  const verb = (name: string) => () => void done.push(name);
  return {
    done,
    verbs: {
      play: verb('play'),
      pause: verb('pause'),
      next: verb('next'),
      previous: verb('previous'),
    },
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('holdMediaKeys', () => {
  it('answers the keys, names what is heard, and gives all back', () => {
    const { session, handlers } = useSession();
    const { done, verbs } = someVerbs();
    const keys = holdMediaKeys('A title', verbs);
    for (const action of ['play', 'pause', 'nexttrack', 'previoustrack']) handlers.get(action)?.();
    expect(done).toEqual(['play', 'pause', 'next', 'previous']);
    expect(session.metadata?.title).toBe('A title');
    keys.playing(true);
    expect(session.playbackState).toBe('playing');
    keys.playing(false);
    expect(session.playbackState).toBe('paused');
    keys.release();
    expect([...handlers.values()]).toEqual([null, null, null, null]);
    expect([session.metadata, session.playbackState]).toEqual([null, 'none']);
  });

  it('does without a key that the browser does not know', () => {
    const { handlers } = useSession({ knows: (action) => action !== 'nexttrack' });
    holdMediaKeys('A title', someVerbs().verbs);
    expect([...handlers.keys()]).toEqual(['play', 'pause', 'previoustrack']);
  });

  it('does nothing where there are no media keys', () => {
    vi.stubGlobal('navigator', {});
    const keys = holdMediaKeys('A title', someVerbs().verbs);
    keys.playing(true);
    expect(() => keys.release()).not.toThrow();
  });
});
