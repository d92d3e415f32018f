import { isObject, type Stamp, sequenceOf } from '../../core/stamps';
import { readMirror, removeMirror, writeMirror } from '../platform/storage';

/**
 * A page that is being left has no time for a transaction, and the script that keeps things may be out of reach. So
 * what the reader does is first jotted down in the mirror; the next page takes it from there.
 *
 * @param key as of the record that it is to become; a setting's begins with `settingPrefix`
 */
export function jot<Made extends Stamp>(key: string, made: Made): void {
  // The last number that any tab of this reader has given.
  const sequence = sequenceOf({ sequence: Number(readMirror('sequence')) });
  writeMirror(key, JSON.stringify({ ...made, ...(sequence > 0 && { sequence }) }));
}

export const settingPrefix = 'setting:';

export function jotted(key: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(readMirror(key) ?? '');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Takes a note away once the database has it, unless a later one has taken its place. */
export function removeJotting(key: string, { at }: Pick<Stamp, 'at'>): void {
  if (jotted(key)?.at === at) removeMirror(key);
}
