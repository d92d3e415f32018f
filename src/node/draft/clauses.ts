/** Cuts a paragraph where its clauses end. */
import type { Span } from '../content/standing';

/** How strongly a mark parts what stands on both sides: 、 joins a list, ， a sentence, the others part. */
type Strength = 'list' | 'comma' | 'full';

export interface Mark extends Span {
  readonly strength: Strength;
}

const marks = /——|[，,；;：。！？!?、]/g;
const opening = '“‘《（(';
const closing = '”’》）)';

/** The marks that part clauses. Marks inside quotation marks or brackets part nothing outside them. */
export function marksIn(text: string): Mark[] {
  const depths = depthsOf(text);
  return Array.from(text.matchAll(marks), ({ 0: mark, index }) => ({
    start: index,
    end: index + mark.length,
    strength: strengthOf(mark),
  })).filter(({ start }) => depths[start] === 0);
}

const strengthOf = (mark: string): Strength =>
  mark === '、' ? 'list' : '，,'.includes(mark) ? 'comma' : 'full';

function depthsOf(text: string): number[] {
  let depth = 0;
  return Array.from({ length: text.length }, (_, at) => {
    const character = text.charAt(at);
    if (closing.includes(character)) depth = Math.max(0, depth - 1);
    const here = depth;
    if (opening.includes(character)) depth += 1;
    return here;
  });
}

/** Whether every quotation mark and bracket that opens in the text also closes in it. */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    const at = closing.indexOf(character);
    if (opening.includes(character)) open.push(character);
    else if (at >= 0 && open.pop() !== opening.charAt(at)) return false;
  }
  return open.length === 0;
}
