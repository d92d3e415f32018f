import { isItem } from '../../core/items';
import { readMirror } from '../platform/storage';
import type { Items } from './kept';

/**
 * The saved items as the mirror has them. What is missing because the browser was
 * killed is reported by the keeper.
 */
export function mirroredSaved(): Items {
  try {
    const items: unknown = JSON.parse(readMirror('saved') ?? '[]');
    return Array.isArray(items) ? items.filter(isItem) : [];
  } catch {
    return [];
  }
}
