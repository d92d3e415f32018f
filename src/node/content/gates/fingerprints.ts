import type { Facts } from '../../../core/model';
import { type Checked, fingerprintOf, meantIn } from '../checked';
import { type Finding, findingOn } from './view';

/**
 * Quotes must be as they were when last compared with the source. This can be checked without the source too.
 */
export const fingerprintFindings = (facts: Facts, quotes: Checked['quotes'] | undefined): Finding[] =>
  facts.measures
    .filter((measure) => quotes !== undefined && quotes[measure.id] !== fingerprintOf(facts, measure))
    .map((measure) => {
      const { quote } = measure;
      const meant = meantIn(measure);
      const expected = 'the quote as last compared with the source';
      const got = meant === undefined ? quote : `${quote} (${meant})`;
      return findingOn(facts.id, measure, 'quote', { expected, got });
    });
