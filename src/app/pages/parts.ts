import type { VNode } from 'preact';

/**
 * A part of a page whose words change together. Its frame is there from the first; a change of language
 * renders what stands in it, the parts under the reader's eyes first.
 */
export interface Part {
  /** A selector of the frame. */
  readonly at: string;
  readonly body: VNode;
}
