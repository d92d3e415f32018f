/** Proposes which paragraphs a card tells. */
import type { Status } from '../../core/model';
import { deliveredIn, type Paragraph, type Parts } from './parts';
import { beginsPart, type Setting, settingsOf } from './settings';

export interface ProposedCard {
  readonly id: string;
  /** The place of its section among the sections, or -1 for the overview. */
  readonly section: number;
  readonly paragraphs: readonly Paragraph[];
  readonly period?: string;
  readonly status?: Status;
}

/** A paragraph and what belongs to it alone; a card holds paragraphs that agree in it. */
interface Leaf extends Setting {
  readonly paragraph: Paragraph;
  /** Whether a card may well begin here. */
  readonly isHeading: boolean;
  /** Whether it is only a heading, over the next paragraph. */
  readonly isLine: boolean;
  readonly weight: number;
}

/** So many paragraphs are one card's share in a long report. */
const share = 5;
const mostCards = 22;
/** So many figures fill a card as one more paragraph does. */
const figuresPerParagraph = 5;

/** @param figuresIn how many figures a paragraph has */
export function proposeCards(parts: Parts, figuresIn: (paragraph: Paragraph) => number): ProposedCard[] {
  const { paragraphs } = parts;
  const isFront = ({ section }: Paragraph) => section < 0;
  const front = paragraphs.some(isFront) ? paragraphs.filter(isFront) : paragraphs.slice(0, 1);
  const groups = groupsOf(leavesOf(parts, figuresIn));
  return [
    { id: 'overview', section: -1, paragraphs: front },
    ...groups.map((group, at) => cardOf(group, at + 1)),
  ];
}

function leavesOf(parts: Parts, figuresIn: (paragraph: Paragraph) => number): Leaf[] {
  const paragraphs = parts.paragraphs.filter(({ section }) => section >= 0);
  const settings = settingsOf(
    { ...parts, paragraphs },
    deliveredIn(parts),
    (paragraph) => figuresIn(paragraph) > 0,
  );
  return paragraphs.flatMap((paragraph, at): Leaf[] => {
    const setting = settings[at];
    const isHeading = beginsPart(paragraph.text);
    const isLine = isHeading && [...paragraph.text].length <= longestHeading;
    const weight = 1 + figuresIn(paragraph) / figuresPerParagraph;
    return setting ? [{ ...setting, paragraph, isHeading, isLine, weight }] : [];
  });
}

const longestHeading = 60;

/** Finds the weight of a card at which the number of cards comes nearest to the wanted one. */
function groupsOf(leaves: readonly Leaf[]): Leaf[][] {
  const atoms = atomsOf(leaves);
  const wanted = Math.min(mostCards, cardsFor(leaves));
  const mean = weightOf(leaves) / wanted;
  const tries = Array.from({ length: 60 }, (_, at) => packed(atoms, mean * (0.5 + at / 20)));
  const miss = (groups: readonly Leaf[][]) => Math.abs(groups.length - wanted);
  return tries.toSorted((a, b) => miss(a) - miss(b))[0] ?? [];
}

/** How many cards a report fills; each stretch that stands apart from the others fills one at least. */
function cardsFor(leaves: readonly Leaf[]): number {
  const stretches: Leaf[][] = [];
  for (const leaf of leaves) {
    const stretch = stretches.at(-1);
    if (stretch === undefined || areApart(stretch[0], leaf)) stretches.push([leaf]);
    else stretch.push(leaf);
  }
  return stretches.reduce((sum, stretch) => sum + Math.max(1, Math.round(weightOf(stretch) / share)), 0);
}

const weightOf = (leaves: readonly Leaf[]): number => leaves.reduce((sum, { weight }) => sum + weight, 0);

/** Paragraphs that stand under one heading, or in one period. */
function atomsOf(leaves: readonly Leaf[]): Leaf[][] {
  const atoms: Leaf[][] = [];
  for (const leaf of leaves) {
    const atom = atoms.at(-1);
    const begins = leaf.isHeading && !atom?.at(-1)?.isLine;
    if (atom === undefined || begins || areApart(atom[0], leaf)) atoms.push([leaf]);
    else atom.push(leaf);
  }
  return atoms;
}

/** Divides what is too much for one card, and puts together what is too little. */
function packed(atoms: readonly Leaf[][], limit: number): Leaf[][] {
  const groups: Leaf[][] = [];
  for (const atom of atoms) {
    const group = groups.at(-1);
    if (group !== undefined && fits(group, atom, limit)) group.push(...atom);
    else groups.push(...divided(atom, Math.ceil(weightOf(atom) / limit)));
  }
  return groups;
}

/** A line or two that lead up to what follows are no card of their own. */
function fits(group: readonly Leaf[], atom: readonly Leaf[], limit: number): boolean {
  if (areApart(group[0], atom[0])) return false;
  const most = weightOf(group) < limit / 4 ? limit * 1.3 : limit;
  return weightOf(group) + weightOf(atom) <= most;
}

/** Equal parts of a run of paragraphs, by weight. */
function divided(atom: readonly Leaf[], parts: number): Leaf[][] {
  const groups: Leaf[][] = Array.from({ length: parts }, () => []);
  const total = weightOf(atom);
  let before = 0;
  for (const leaf of atom) {
    const middle = before + leaf.weight / 2;
    groups[Math.min(parts - 1, Math.floor((middle / total) * parts))]?.push(leaf);
    before += leaf.weight;
  }
  return groups.filter((group) => group.length > 0);
}

const areApart = (one: Leaf | undefined, other: Leaf | undefined): boolean =>
  one?.paragraph.section !== other?.paragraph.section ||
  one?.period !== other?.period ||
  one?.status !== other?.status;

function cardOf(group: readonly Leaf[], number: number): ProposedCard {
  const [first] = group;
  return {
    id: `card-${number}`,
    section: first?.paragraph.section ?? -1,
    paragraphs: group.map(({ paragraph }) => paragraph),
    ...(first?.period !== undefined && { period: first.period }),
    ...(first?.status !== undefined && { status: first.status }),
  };
}
