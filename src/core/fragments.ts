/** Decodes an address as browsers show it. One that is not encoded well stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The id that a fragment means. Chat programs take text that follows an address for a part of it (`#crime。`,
 * `#crime，看看`), so the id ends before the first character that no id has.
 */
export const idIn = (fragment: string): string => /^#?([\w-]*)/.exec(decoded(fragment))?.[1] ?? '';
