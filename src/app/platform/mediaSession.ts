/** The actions for the media keys of a keyboard, a headset or the lock screen. */
export interface MediaVerbs {
  play(): void;
  pause(): void;
  next(): void;
  previous(): void;
}

export interface MediaKeys {
  /** Says whether something is playing now, which some systems show. */
  playing(now: boolean): void;
  release(): void;
}

/**
 * Handles the media keys where the browser offers them. Most browsers offer them only to a page
 * with an `audio` element, and speech is none (https://github.com/w3c/mediasession/issues/213),
 * so nothing may depend on them.
 */
export function holdMediaKeys(title: string, verbs: MediaVerbs): MediaKeys {
  const session = navigator.mediaSession as MediaSession | undefined;
  const actions = {
    play: verbs.play,
    pause: verbs.pause,
    nexttrack: verbs.next,
    previoustrack: verbs.previous,
  } as const;
  const handle = (held: boolean) => {
    for (const [action, verb] of Object.entries(actions)) {
      try {
        session?.setActionHandler(action as MediaSessionAction, held ? () => verb() : null);
      } catch {
        // A browser throws at an action that it does not know.
      }
    }
  };
  handle(true);
  if (session) session.metadata = new MediaMetadata({ title });
  return {
    playing(now) {
      if (session) session.playbackState = now ? 'playing' : 'paused';
    },
    release() {
      handle(false);
      if (!session) return;
      session.metadata = null;
      session.playbackState = 'none';
    },
  };
}
