import { mirrorPrefix, sharedName } from '../../core/names';
import { prefix, readerName, writeMirror } from './storage';

// Apart from `storage`, which every page waits for.

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

/** Copies what the mirror has under the name that all readers of this origin once shared. */
export function takeSharedMirror(): void {
  if (readerName === sharedName) return;
  const shared = mirrorPrefix('/');
  for (const key of keysIn('localStorage', shared)) {
    const value = localStorage.getItem(shared + key);
    if (value && !localStorage.getItem(prefix + key)) writeMirror(key, value);
  }
}
