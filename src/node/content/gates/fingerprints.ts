import type { Facts } from '../../../core/model';
import { type Checked, fingerprintOf } from '../checked';
import { type Finding, findingOn } from './view';

/** Quotes are as they were when last compared with the source; this holds whether or not it is at hand. */
export const fingerprintFindings = (facts: Facts, quotes: Checked['quotes'] | undefined): Finding[] =>
  facts.measures
    .filter((measure) => quotes !== undefined && quotes[measure.id] !== fingerprintOf(facts, measure))
    .map((measure) => {
      const expected = 'the quote as last compared with the source';
      return findingOn(facts.id, measure, 'quote', { expected, got: measure.quote });
    });
