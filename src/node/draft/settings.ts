/** What headings and the openings of paragraphs say: about which period a paragraph speaks, and whether it tells results, targets or plans. */
import type { Status } from '../../core/model';
import { gapSign } from '../content/strings';
import type { Heading, Paragraph, Parts } from './parts';

export interface Setting {
  readonly period: string | undefined;
  /** Undefined for results. */
  readonly status: Exclude<Status, 'result'> | undefined;
}

/** What a heading says of its section; the heading above it speaks where it does not. */
interface Outlook extends Setting {
  /** The years and plans that it names. */
  readonly periods: readonly string[];
  /** Undefined where it says neither that it looks back nor that it looks ahead. */
  readonly looks: 'back' | 'ahead' | undefined;
}

const reviewed = /回顾|总结|成就|成绩|过去|五年来/;
const planned =
  /目标|任务|主要工作|工作重点|重点工作|工作安排|工作部署|打算|主要考虑|下一?步|下一阶段|今后|展望|总体要求|政策取向|建议|努力|规划/;
/** The targets of a year, as reports introduce them. */
const target = /(?:预期|主要)目标(?:是|为)/;
const lastYear = /过去的?一年|一年来|^去年/;
const fiveYears = /(?:这|过去的?)五年|五年来/;

/**
 * The setting of each paragraph.
 *
 * @param delivered the year in which the report was given
 * @param hasFigures whether a paragraph has any
 */
export function settingsOf(
  { paragraphs, sections }: Pick<Parts, 'paragraphs' | 'sections'>,
  delivered: number | undefined,
  hasFigures: (paragraph: Paragraph) => boolean,
): Setting[] {
  const outlooks = sections.map((heading) => outlookOf(heading, delivered));
  let running: { section: number; period: string | undefined } = { section: -1, period: undefined };
  const statuses = statusesOf(paragraphs, outlooks, hasFigures);
  return paragraphs.map(({ section, text }, at): Setting => {
    const outlook = outlooks[section] ?? silent;
    if (section !== running.section) running = { section, period: outlook.period };
    const turn = turnIn(text, outlook, delivered);
    if (turn !== undefined) running = { section, period: turn };
    return { period: running.period, status: statuses[at] };
  });
}

const silent: Outlook = { periods: [], period: undefined, status: undefined, looks: undefined };

function outlookOf({ text, above }: Heading, delivered: number | undefined): Outlook {
  const own = lookOf(text, delivered);
  const outer = above === undefined ? undefined : lookOf(above, delivered);
  const looks = own.looks ?? outer?.looks;
  const periods = own.periods.length > 0 ? own.periods : (outer?.periods ?? []);
  const isOpen = own.isOpen || (own.looks === undefined && outer?.isOpen === true);
  if (isOpen) return { periods, period: openPeriod(periods), status: undefined, looks: undefined };
  return {
    ...{ periods, looks, status: looks === 'ahead' ? 'plan' : undefined },
    period: periods[0] ?? (looks === 'back' && delivered !== undefined ? before(text, delivered) : undefined),
  };
}

const openPeriod = (periods: readonly string[]): string =>
  `${gapSign} ${periods.join(' or ')}, as the paragraphs say; and a "status" if they tell targets or plans`;

/** A heading of work ahead names the year of delivery or a later one; one that looks back too leaves it open. */
function lookOf(heading: string, delivered: number | undefined) {
  const periods = periodsIn(heading);
  const isAhead = (period: string) => delivered !== undefined && Number(period.slice(0, 4)) >= delivered;
  const isReview = reviewed.test(heading);
  const namesAhead = periods.some(isAhead);
  const namesPast = periods.some((period) => delivered !== undefined && Number(period.slice(-4)) < delivered);
  const isOpen = isReview && namesAhead;
  const isBack = isReview || (namesPast && !namesAhead);
  const isPlanned = namesAhead || planned.test(heading);
  const looks: Outlook['looks'] = isBack ? 'back' : isPlanned ? 'ahead' : undefined;
  return { periods, isOpen, looks };
}

/** A review that names no year is of the year before, or of the five years before, its delivery. */
const before = (heading: string, delivered: number): string =>
  heading.includes('五年') ? `${delivered - 5}/${delivered - 1}` : `${delivered - 1}`;

/** The period to which the opening of a paragraph turns: 刚刚过去的2025年，过去一年，这五年，. */
function turnIn(
  text: string,
  { periods, looks }: Outlook,
  delivered: number | undefined,
): string | undefined {
  const [opening = ''] = text.split(/[，。]/);
  const named = periodsIn(opening);
  const known = named.find((each) => periods.includes(each));
  if (known !== undefined || looks === 'ahead') return known;
  const isPast = (period: string) => delivered !== undefined && Number(period.slice(-4)) < delivered;
  const past = named.find(isPast);
  if (past !== undefined) return past;
  if (lastYear.test(opening) && delivered !== undefined) return `${delivered - 1}`;
  return fiveYears.test(opening) ? periods.find((each) => each.includes('/')) : undefined;
}

/**
 * The status of the figures of each paragraph. A paragraph without figures goes with the one before it, or leads up to
 * the next one.
 */
function statusesOf(
  paragraphs: readonly Paragraph[],
  outlooks: readonly Outlook[],
  hasFigures: (paragraph: Paragraph) => boolean,
): Setting['status'][] {
  const own = paragraphs.map((paragraph) => {
    const { looks, status } = outlooks[paragraph.section] ?? silent;
    if (looks !== 'back' && target.test(paragraph.text)) return { status: 'target' as const };
    return hasFigures(paragraph) ? { status } : undefined;
  });
  const isOneSection = (one: number, other: number) =>
    paragraphs[one]?.section === paragraphs[other]?.section;
  const known: (Pick<Setting, 'status'> | undefined)[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const before = isOneSection(at - 1, at) && !beginsPart(paragraph.text) ? known[at - 1] : undefined;
    const next = own.findIndex((each, place) => place > at && each !== undefined && isOneSection(place, at));
    known.push(own[at] ?? before ?? own[next] ?? { status: outlooks[paragraph.section]?.status });
  }
  return known.map((each) => each?.status);
}

/** Whether a paragraph is numbered or stands as a heading, or turns to another stretch of time. */
export const beginsPart = (text: string): boolean =>
  /^(?:——|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+是)/.test(text) ||
  /^(?:刚刚过去的|这五年|过去的?五年|五年来|过去的?一年|一年来)[^，。]{0,8}，/.test(text);

/** The years and five-year plans that words name, in their order. */
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
