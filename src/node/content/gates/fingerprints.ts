import { createHash } from 'node:crypto';
import type { Facts, Measure } from '../../../core/model';
import { fold } from '../strings';
import { type ArticleGate, factFaults } from './view';

/** A quote in its paragraph of one edition of the source. */
export const fingerprintOf = ({ source }: Facts, { paragraph, quote }: Measure): string =>
  createHash('sha256')
    .update(`${source.sha256}:${paragraph}:${fold(quote)}`)
    .digest('hex')
    .slice(0, 16);

/**
 * Quotes are as they were when last compared with the source. Where the source is not at hand this is what
 * tells that a quote was altered; where it is, the comparison itself is made as well.
 */
export const fingerprintsGate: ArticleGate = (view) => {
  const { article, readings } = view;
  const compared = readings?.compared ?? {};
  if (Object.keys(compared).length === 0) return [];
  return factFaults(view, (measure) => {
    const print = fingerprintOf(article.facts, measure);
    if (compared[measure.id] === print) return [];
    const expected =
      'the quote as last compared with the source; compare it, then renew `compared` in readings.json';
    return [{ key: 'quote', expected, got: `${measure.quote} (${print})` }];
  });
};
