import { isObject } from '../../core/stamps';
import { prefix, readerName } from './storage';

/** The groups of records that are reported as changed. */
export const groups = ['settings', 'saved', 'places'] as const;
export type RecordGroup = (typeof groups)[number];

let channel: BroadcastChannel | undefined;
let hear: ((group: RecordGroup) => void) | undefined;

/** Only the exact message counts: other pages of the origin can send any. */
const groupIn = (message: unknown): RecordGroup | undefined =>
  isObject(message) ? groups.find((group) => group === message.changed) : undefined;

/** Opens one channel for the whole page, because a channel does not hear its own messages. */
function open(): void {
  try {
    channel ??= new BroadcastChannel(readerName);
  } catch {
    return;
  }
  channel.onmessage = ({ data }) => {
    const group = groupIn(data);
    if (group) hear?.(group);
  };
}

function close(): void {
  channel?.close();
  channel = undefined;
}

/** Tells the other tabs of this reader that a group of records has changed. */
export function tellTabs(group: RecordGroup): void {
  open();
  channel?.postMessage({ changed: group });
}

/**
 * Calls back when another tab has changed a group of records. A page in the bfcache cannot hear, so the
 * listener is called for every group when the page is shown again.
 */
export function hearTabs(listener: (group: RecordGroup) => void): void {
  hear = listener;
  open();
  addEventListener('pagehide', close);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    open();
    groups.forEach(listener);
  });
  // In browsers without channels the mirror tells it: each change writes its sequence number there.
  if (!channel)
    addEventListener('storage', ({ key }) => {
      if (key === `${prefix}sequence`) groups.forEach(listener);
    });
}
