import { prefix } from './storage';

/** The keys in the mirror that begin so. Apart from `storage`, which every page waits for. */
export function mirrored(beginning: string): string[] {
  const start = prefix + beginning;
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}

export function removeMirror(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Then it was not there.
  }
}
