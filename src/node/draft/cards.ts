/** Proposes which paragraphs a card tells. */
import type { Status } from '../../core/model';
import type { Paragraph, Parts } from './parts';

export interface ProposedCard {
  readonly id: string;
  /** The place of its section among the sections, or -1 for the overview. */
  readonly section: number;
  readonly paragraphs: readonly Paragraph[];
  readonly period?: string;
  readonly status?: Status;
}

/** A paragraph and what belongs to it alone; a card holds paragraphs that agree in it. */
interface Setting {
  readonly paragraph: Paragraph;
  readonly period: string | undefined;
  readonly isPlanned: boolean;
  /** Whether a card may well begin here, because the paragraph is numbered or stands as a heading. */
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
  const settings = settingsOf(parts, figuresIn);
  const wanted = Math.min(mostCards, Math.max(1, Math.round(paragraphs.length / share)));
  const groups = groupsOf(settings, wanted);
  return [
    { id: 'overview', section: -1, paragraphs: front },
    ...groups.map((group, at) => cardOf(group, at + 1)),
  ];
}

function settingsOf(parts: Parts, figuresIn: (paragraph: Paragraph) => number): Setting[] {
  let running: { section: number; period: string | undefined } = { section: -1, period: undefined };
  return parts.paragraphs
    .filter(({ section }) => section >= 0)
    .map((paragraph) => {
      const { section, text } = paragraph;
      const heading = parts.sections[section] ?? '';
      const periods = periodsIn(heading);
      if (section !== running.section) running = { section, period: periods[0] };
      const [first = ''] = text.split(/[，。]/);
      const turn = periodsIn(first).find((each) => periods.includes(each));
      if (turn !== undefined) running = { section, period: turn };
      return {
        paragraph,
        period: running.period,
        isPlanned: planned.test(heading) && !reviewed.test(heading),
        isHeading: numbered.test(text) || text.startsWith('——'),
        isLine: [...text].length <= longestHeading && (numbered.test(text) || text.startsWith('——')),
        weight: 1 + figuresIn(paragraph) / figuresPerParagraph,
      };
    });
}

const longestHeading = 60;
const numbered = /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+是)/;
const reviewed = /回顾|总结|成就|成绩/;
const planned = /目标|任务|重点工作|工作安排|工作部署|主要考虑|总体要求|政策取向|建议|努力|规划/;

/** The years and five-year plans that a heading or the begin of a paragraph names, in their order. */
function periodsIn(text: string): string[] {
  return Array.from(text.matchAll(/((?:19|20)\d\d)年|“(十?[一二三四五六七八九])五”/g), ([, year, plan]) =>
    plan === undefined ? `${year}` : planYears(plan),
  );
}

/** The tenth five-year plan began in 2001. */
function planYears(plan: string): string {
  const ones = '一二三四五六七八九'.indexOf(plan.slice(-1)) + 1;
  const begin = 2001 + (ones + (plan.length > 1 ? 10 : 0) - 10) * 5;
  return `${begin}/${begin + 4}`;
}

/** Finds the weight of a card at which the number of cards comes nearest to the wanted one. */
function groupsOf(settings: readonly Setting[], wanted: number): Setting[][] {
  const atoms = atomsOf(settings);
  const share = weightOf(settings) / wanted;
  const tries = Array.from({ length: 60 }, (_, at) => packed(atoms, share * (0.5 + at / 20)));
  const miss = (groups: readonly Setting[][]) => Math.abs(groups.length - wanted);
  return tries.toSorted((a, b) => miss(a) - miss(b))[0] ?? [];
}

const weightOf = (settings: readonly Setting[]): number =>
  settings.reduce((sum, { weight }) => sum + weight, 0);

/** Paragraphs that stand under one heading, or in one period. */
function atomsOf(settings: readonly Setting[]): Setting[][] {
  const atoms: Setting[][] = [];
  for (const setting of settings) {
    const atom = atoms.at(-1);
    const begins = setting.isHeading && !atom?.at(-1)?.isLine;
    if (atom === undefined || begins || areApart(atom[0], setting)) atoms.push([setting]);
    else atom.push(setting);
  }
  return atoms;
}

/** Divides what is too much for one card, and puts together what is too little. */
function packed(atoms: readonly Setting[][], limit: number): Setting[][] {
  const groups: Setting[][] = [];
  for (const atom of atoms) {
    const group = groups.at(-1);
    if (group !== undefined && fits(group, atom, limit)) group.push(...atom);
    else groups.push(...divided(atom, Math.ceil(weightOf(atom) / limit)));
  }
  return groups;
}

/** A line or two that lead up to what follows are no card of their own. */
function fits(group: readonly Setting[], atom: readonly Setting[], limit: number): boolean {
  if (areApart(group[0], atom[0])) return false;
  const most = weightOf(group) < limit / 4 ? limit * 1.3 : limit;
  return weightOf(group) + weightOf(atom) <= most;
}

/** Equal parts of a run of paragraphs, by weight. */
function divided(atom: readonly Setting[], parts: number): Setting[][] {
  const groups: Setting[][] = Array.from({ length: parts }, () => []);
  const total = weightOf(atom);
  let before = 0;
  for (const setting of atom) {
    const middle = before + setting.weight / 2;
    groups[Math.min(parts - 1, Math.floor((middle / total) * parts))]?.push(setting);
    before += setting.weight;
  }
  return groups.filter((group) => group.length > 0);
}

const areApart = (one: Setting | undefined, other: Setting | undefined): boolean =>
  one?.paragraph.section !== other?.paragraph.section || one?.period !== other?.period;

function cardOf(group: readonly Setting[], number: number): ProposedCard {
  const [first] = group;
  const isTarget = group.some(({ paragraph }) => /(?:预期|主要)目标(?:是|为)/.test(paragraph.text));
  return {
    id: `card-${number}`,
    section: first?.paragraph.section ?? -1,
    paragraphs: group.map(({ paragraph }) => paragraph),
    ...(first?.period !== undefined && { period: first.period }),
    ...(first?.isPlanned === true && { status: isTarget ? 'target' : 'plan' }),
  };
}
