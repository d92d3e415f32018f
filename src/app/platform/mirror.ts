import { mirrorPrefix, sharedName } from '../../core/names';
import { prefix, readerName, writeMirror } from './storage';

// A module of its own, because every page waits for `storage`.

function keysIn(mirror: 'localStorage' | 'sessionStorage', start: string): string[] {
  try {
    const keys = Object.keys(globalThis[mirror]);
    return keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  } catch {
    return [];
  }
}

/** The keys in the mirror. */
export const mirrored = (): string[] => [
  ...new Set([...keysIn('localStorage', prefix), ...keysIn('sessionStorage', prefix)]),
];

/**
 * Copies into this reader's mirror what is stored under the name that all readers once shared on this origin.
 */
export function takeSharedMirror(): void {
  if (readerName === sharedName) return;
  const shared = mirrorPrefix('/');
  for (const key of keysIn('localStorage', shared)) {
    const value = localStorage.getItem(shared + key);
    if (value && !localStorage.getItem(prefix + key)) writeMirror(key, value);
  }
}
