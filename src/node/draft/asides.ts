/** Numbers that are set aside: one by one for the draft, by paragraph and reason in readings.json. */
import type { Aside as Entry } from '../content/parseReadings';

export interface Aside {
  readonly paragraph: number;
  readonly token: string;
  readonly why: string;
}

export const asidesOf = (entries: readonly Entry[]): Aside[] =>
  entries.flatMap(({ paragraph, tokens, why }) => tokens.map((token) => ({ paragraph, token, why })));

/** An entry stands where the first of its numbers stood. */
export function entriesOf(asides: readonly Aside[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { paragraph, token, why } of asides) {
    const key = `${paragraph} ${why}`;
    entries.set(key, { paragraph, tokens: [...(entries.get(key)?.tokens ?? []), token], why });
  }
  return [...entries.values()];
}
