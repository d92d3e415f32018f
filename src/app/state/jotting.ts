import { isObject, type Stamp, sequenceOf } from '../../core/stamps';
import { readMirror, removeMirror, writeMirror } from '../platform/storage';

/**
 * Notes in the mirror what the reader does, before it is kept. A page that is being left has no
 * time for a transaction, and the script that keeps things may be out of reach; the next page then
 * takes the note from the mirror.
 *
 * @param key the key of the record that it is to become; a setting's begins with `settingPrefix`
 */
export function jot<Made extends Stamp>(key: string, made: Made): void {
  // The last sequence number that any tab of this reader has given.
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

/** Removes a note once the database holds it, unless a later note has replaced it. */
export function removeJotting(key: string, { at }: Pick<Stamp, 'at'>): void {
  if (jotted(key)?.at === at) removeMirror(key);
}
