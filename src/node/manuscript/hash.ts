import { createHash } from 'node:crypto';
import type { Manuscript } from './readManuscript';

/**
 * The SHA-256 of a source, in hexadecimal. A text file in UTF-8 is taken as it is; any other source is known by its text,
 * which is what a publisher keeps of it.
 */
export const hashOf = (
  bytes: Uint8Array,
  { format, encoding, text }: Pick<Manuscript, 'format' | 'encoding' | 'text'>,
): string =>
  createHash('sha256')
    .update(format === 'text' && encoding === 'utf-8' ? bytes : text)
    .digest('hex');
