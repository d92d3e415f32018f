/** Where a sentence may end: a Chinese mark anywhere, an English one before blanks and no small letter. */
const ending = /[。！？；]+["'”’」』）】》]*|[.!?]+["'”’)\]]*\s+(?![\s\p{Ll}])/gu;

/** A point after these, or after a single letter (e.g., p.m., J. Smith), ends no sentence. */
const abbreviation = /\b(?:[A-Za-z]|Mrs?|Ms|Dr|Prof|St|Nos?|Art|vs|cf)\.$/;

/** The longest abbreviation with its point and the character before it. */
const reach = 6;

export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of paragraph.matchAll(ending)) {
    const to = index + mark.length;
    if (abbreviation.test(paragraph.slice(Math.max(from, index - reach), to).trimEnd())) continue;
    sentences.push(paragraph.slice(from, to).trim());
    from = to;
  }
  return [...sentences, paragraph.slice(from).trim()].filter(Boolean);
}
