/** Part of a text in one style. */
export interface Run<Style extends string> {
  readonly text: string;
  readonly style: Style;
  /** Whether it stays on the line of the run before it, as a unit does with its number. */
  readonly isJoined?: boolean;
}

export type MeasureText<Style extends string> = (text: string, style: Style) => number;

type Piece<Style extends string> = Pick<Run<Style>, 'text' | 'style'>;
/** Pieces that stay together on one line. */
type Cluster<Style extends string> = Piece<Style>[];

/** Matches spaces, single Chinese characters and marks, and words. */
const tokens =
  / +|[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]|[^ \p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+/gu;

const wide = /^[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]$/u;
/** Marks that may not begin a line, and marks that may not end one. */
const closing = /^[，。、；：？！）》〉」』】〕％”’…—·,.;:?!)\]%]/;
const opening = /[（《〈「『【〔“‘([]$/;

function mayBreak(before: string, after: string): boolean {
  if (after.startsWith(' ')) return false;
  if (before.endsWith(' ')) return true;
  if (closing.test(after) || opening.test(before)) return false;
  // 2024年 is one word.
  if (/\d$/.test(before)) return false;
  return wide.test(before) || wide.test(after);
}

function append<Style extends string>(cluster: Cluster<Style>, text: string, style: Style): void {
  const last = cluster.at(-1);
  if (last?.style === style) cluster[cluster.length - 1] = { style, text: last.text + text };
  else cluster.push({ text, style });
}

function clustersOf<Style extends string>(runs: readonly Run<Style>[]): Cluster<Style>[] {
  const clusters: Cluster<Style>[] = [];
  let before = '';
  for (const { text, style, isJoined = false } of runs) {
    for (const { 0: token, index } of text.matchAll(tokens)) {
      const last = clusters.at(-1);
      const isHeld = (isJoined && index === 0) || !mayBreak(before, token);
      if (last && isHeld) append(last, token, style);
      else clusters.push([{ text: token, style }]);
      before = token;
    }
  }
  return clusters;
}

/** Removes the space at the end of a line. */
function trimmed<Style extends string>(line: Cluster<Style>): Cluster<Style> {
  const last = line.at(-1);
  if (!last?.text.endsWith(' ')) return line;
  const text = last.text.trimEnd();
  return text ? [...line.slice(0, -1), { ...last, text }] : trimmed(line.slice(0, -1));
}

const joined = <Style extends string>(line: Cluster<Style>, more: Cluster<Style>): Cluster<Style> => {
  const all = [...line];
  for (const { text, style } of more) append(all, text, style);
  return all;
};

/** An address may end its line after a slash. */
const partsOf = <Style extends string>({ text, style }: Piece<Style>): Piece<Style>[] =>
  (text.match(/[^/]+\/*|\/+/g) ?? []).map((part) => ({ text: part, style }));

/**
 * Sets a text into lines no wider than given. Chinese breaks between any two characters where no
 * mark forbids it, other text between words. What is wider than a line by itself is broken anywhere,
 * so that nothing is ever cut off.
 */
export function linesOf<Style extends string>(
  runs: readonly Run<Style>[],
  width: number,
  measure: MeasureText<Style>,
): Cluster<Style>[] {
  const widthOf = (line: Cluster<Style>) =>
    trimmed(line).reduce((sum, { text, style }) => sum + measure(text, style), 0);
  const lines: Cluster<Style>[] = [];
  let line: Cluster<Style> = [];
  const add = (cluster: Cluster<Style>) => {
    const longer = joined(line, cluster);
    if (line.length === 0 || widthOf(longer) <= width) {
      line = longer;
      return;
    }
    lines.push(trimmed(line));
    line = cluster;
  };
  const addPart = (part: Piece<Style>) => {
    if (widthOf([part]) <= width) add([part]);
    else for (const text of part.text) add([{ ...part, text }]);
  };
  for (const cluster of clustersOf(runs)) {
    if (widthOf(cluster) <= width) add(cluster);
    else for (const piece of cluster) for (const part of partsOf(piece)) addPart(part);
  }
  return line.length > 0 ? [...lines, trimmed(line)] : lines;
}
