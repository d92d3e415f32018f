/** What a draft needs of a manuscript: its front matter, its sections, and the body paragraphs by number. */
import { notStated } from '../../core/model';
import type { Block, Role } from '../manuscript/roles';

export interface Paragraph {
  readonly number: number;
  readonly text: string;
  /** The place of its section among the sections, or -1 before the first heading. */
  readonly section: number;
}

export interface Heading {
  /** As printed. */
  readonly text: string;
  /** The heading over it: that of 三、2026年主要工作 over （一）促进消费. */
  readonly above: string | undefined;
}

export interface Parts {
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
  readonly publisher: string | undefined;
  /** Lines that say who wrote or delivered it. */
  readonly bylines: readonly string[];
  /** When it was delivered, as its subtitle says; ISO 8601, or not-stated. */
  readonly delivered: string;
  /** ISO 8601, or not-stated. */
  readonly published: string;
  /** The headings with a body below them. */
  readonly sections: readonly Heading[];
  readonly paragraphs: readonly Paragraph[];
}

export function partsOf(blocks: readonly Block[]): Parts {
  const { sections, paragraphs } = sectionsOf(blocks);
  const datelines = textsOf(blocks, 'dateline');
  const subtitle = textsOf(blocks, 'subtitle')[0]?.replace(/^[—－-]+/, '');
  return {
    title: textsOf(blocks, 'title').join(' ') || undefined,
    subtitle,
    bylines: textsOf(blocks, 'byline'),
    delivered: dateIn(subtitle ?? '') ?? notStated,
    publisher: datelines.flatMap((line) => /来源[：:]\s*(\S+)/.exec(line)?.[1] ?? [])[0],
    published: dateIn(datelines.join('\n')) ?? notStated,
    sections,
    paragraphs,
  };
}

const textsOf = (blocks: readonly Block[], role: Role): string[] =>
  blocks.filter((block) => block.role === role).map(({ text }) => text);

const isSubordinate = (heading: string): boolean => /^[（(][一二三四五六七八九十]+[）)]/.test(heading);

/** A heading without a paragraph of its own stands over the next heading and is no section. */
function sectionsOf(blocks: readonly Block[]): Pick<Parts, 'sections' | 'paragraphs'> {
  const sections: Heading[] = [];
  const paragraphs: Paragraph[] = [];
  let heading: string | undefined;
  let above: string | undefined;
  for (const { role, text, body } of blocks) {
    if (role === 'heading') heading = text;
    if (role === 'heading' && !isSubordinate(text)) above = text;
    if (body === undefined) continue;
    if (heading !== undefined) sections.push({ text: heading, above: heading === above ? undefined : above });
    heading = undefined;
    paragraphs.push({ number: body, text, section: sections.length - 1 });
  }
  return { sections, paragraphs };
}

function dateIn(text: string): string | undefined {
  const [, year, month = '', day = ''] = /(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})/.exec(text) ?? [];
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The year that the report is about: that of its title, else of its subtitle or its first paragraphs. */
export function yearOf({ title, subtitle, paragraphs }: Parts): string | undefined {
  const places = [title, subtitle, ...paragraphs.slice(0, 5).map(({ text }) => text)];
  return places.flatMap((text) => /(?<!\d)(?:19|20)\d\d(?=年)/.exec(text ?? '')?.[0] ?? [])[0];
}

/** The year in which the report was given, if it says so; a government reports in the year of its title. */
export function deliveredIn(parts: Parts): number | undefined {
  const { delivered, title = '' } = parts;
  if (delivered !== notStated) return Number(delivered.slice(0, 4));
  return title.includes('政府工作报告') ? Number(yearOf(parts)) || undefined : undefined;
}
