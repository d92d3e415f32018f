/** What the reader of one format gives. */
export interface ManuscriptText {
  readonly text: string;
  /** `utf-8`, `gb18030`, `utf-16le`, `utf-16be`; `unicode` for formats that know no other. */
  readonly encoding: string;
  /** What the file shows beside this text, in words for the publisher, such as `2 pictures`. */
  readonly dropped: readonly string[];
}
