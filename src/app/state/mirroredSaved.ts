import { isItem } from '../../core/records';
import { readMirror } from '../platform/storage';
import type { Items } from './kept';

/** The mirror of what the database has; what was done a moment before a kill is told by the keeper. */
export function mirroredSaved(): Items {
  try {
    const items: unknown = JSON.parse(readMirror('saved') ?? '[]');
    return Array.isArray(items) ? items.filter(isItem) : [];
  } catch {
    return [];
  }
}
