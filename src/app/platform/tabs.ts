import { isObject } from '../../core/stamps';
import { prefix, readerName } from './storage';

/** The parts of the records that are reported as changed. */
export const parts = ['settings', 'saved', 'places'] as const;
export type Part = (typeof parts)[number];

let channel: BroadcastChannel | undefined;
let hear: ((part: Part) => void) | undefined;

/** Only the exact message counts: other pages of the origin can send any. */
const partIn = (message: unknown): Part | undefined =>
  isObject(message) ? parts.find((part) => part === message.changed) : undefined;

/** Opens one channel for the whole page, because a channel does not hear its own messages. */
function open(): void {
  try {
    channel ??= new BroadcastChannel(readerName);
  } catch {
    return;
  }
  channel.onmessage = ({ data }) => {
    const part = partIn(data);
    if (part) hear?.(part);
  };
}

function close(): void {
  channel?.close();
  channel = undefined;
}

/** Tells the other tabs of this reader that part of the records has changed. */
export function tellTabs(part: Part): void {
  open();
  channel?.postMessage({ changed: part });
}

/**
 * Calls back when another tab has changed part of the records. A page in the bfcache cannot hear, so the
 * listener is called for every part when the page is shown again.
 */
export function hearTabs(listener: (part: Part) => void): void {
  hear = listener;
  open();
  addEventListener('pagehide', close);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    open();
    parts.forEach(listener);
  });
  // In browsers without channels the mirror tells it: each change writes its sequence number there.
  if (!channel)
    addEventListener('storage', ({ key }) => {
      if (key === `${prefix}sequence`) parts.forEach(listener);
    });
}
