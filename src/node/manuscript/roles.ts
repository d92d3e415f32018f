/** What a paragraph of a report is. */
export interface Block {
  /** Counted from 1, empty lines included. */
  readonly line: number;
  readonly text: string;
  readonly role: Role;
  /** Body paragraphs are counted from 1; facts and claims name them by this number. */
  readonly body?: number;
}

export type Role =
  | 'title'
  | 'subtitle'
  | 'dateline'
  | 'byline'
  | 'salutation'
  | 'heading'
  | 'caption'
  | 'body';

/** A line that is not empty. */
interface Line {
  readonly line: number;
  readonly text: string;
  /** What its form alone tells, if it does. */
  readonly form: Role | undefined;
}

const sentenceEnd = /[。！!？?；;：:…][”’"』」）)》]*$/u;
/** No heading of a report is as long as this, so a line that is has only lost its full stop. */
const longestHeading = 80;

/** `一、` `（二）` `3.` `第四章`: what numbers a heading. */
const numbered =
  /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[）)]|\d+(?:[．、]|\.(?!\d))|第[一二三四五六七八九十百\d]+[章节部篇])/u;

const addressed =
  '(?:各位)?(?:代表|委员|领导|来宾|嘉宾|同志|同事|朋友|乡亲|专家|老师|同学|女士|先生|同胞)(?:们|朋友)?';
const salutation = new RegExp(
  `^(?:尊敬的)?(?=各位|..们)${addressed}(?:[、，,\\s]+${addressed})*[：:！!]$`,
  'u',
);

const labelled =
  /^(?:(?:信息|稿件|文章)?来源|时间|日期|(?:发布|发文|成文|印发)(?:时间|日期|机构|机关|字号)|索引号|浏览次数|字号)[：:]/u;

const digit = '[\\d〇零一二三四五六七八九十]';
/** A date with nothing beside it but a time or a source. */
const dateAlone = new RegExp(
  `^[（(]?${digit}{4}(?:年${digit}{1,3}月(?:${digit}{1,3}日)?|[-./]\\d{1,2}[-./]\\d{1,2})` +
    '(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?(?:\\s+来源[：:].{1,20})?[）)]?$',
  'u',
);

/** `（某年某月某日在某会议上）` */
const occasion = /^[（(].{4,60}(?:会议|大会|会)(?:上|通过|批准)?[）)]$/u;

/** An office and a name after a space; a name of two characters is often printed with a space between them. */
const officeHolder = /(?:长|总理|主席|主任|书记|检察官|发言人)\s+\p{Script=Han}[\p{Script=Han}·\s]{0,6}$/u;
const nameAlone = /^\p{Script=Han}\s*\p{Script=Han}{1,2}$/u;
const signed =
  /^[（(]?(?:[\p{Script=Han}\s]{0,12}(?:记者|通讯员)|(?:作者|撰稿|执笔|(?:责任)?编辑|责编|审核|校对)(?=[\s：:／/]))[\s：:／/]*[\p{Script=Han}·、，\s]{0,40}[）)]?$/u;

/** `摄` at the end of a line signs a picture. */
const picture = /^(?:图为|图片[：:说来]|资料图|[上下左右]图)|[\s）)\p{Script=Han}](?<!拍)摄[）)]?$/u;

/**
 * Tells what each line is that is not empty. Body paragraphs are counted wherever a report is spoken of, so this is
 * the only rule.
 *
 * Prose is what ends as sentences do. A line that does not is told by its form; if it has none, by its place: before
 * prose it is a heading, and where no prose follows it is the caption of a picture that did not come along.
 */
export function rolesOf(lines: readonly string[]): Block[] {
  const filled = lines
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '')
    .map((each, at) => ({ ...each, form: at === 0 ? formOfFirst(each.text) : formOf(each.text) }));
  const begin = filled.findIndex(({ form, text }) => form === 'body' || numbered.test(text));
  const front = begin < 0 ? filled : filled.slice(0, begin);
  const roles = [...rolesInFront(front), ...filled.slice(front.length).map(roleByPlace)];
  return countBody(filled, roles);
}

function countBody(filled: readonly Line[], roles: readonly Role[]): Block[] {
  let count = 0;
  return filled.map(({ line, text }, at) => {
    const role = roles[at] ?? 'body';
    if (role !== 'body') return { line, text, role };
    count += 1;
    return { line, text, role, body: count };
  });
}

function formOf(text: string): Role | undefined {
  if (salutation.test(text)) return 'salutation';
  if (labelled.test(text) || dateAlone.test(text)) return 'dateline';
  if (picture.test(text)) return 'caption';
  // Such a line ends with a colon although it is no sentence.
  if (numbered.test(text) && /^[^。，,；！？]{1,30}[：:]$/u.test(text)) return undefined;
  if (sentenceEnd.test(text) || text.includes('。') || text.length > longestHeading) return 'body';
  if (text.startsWith('—')) return 'subtitle';
  return signed.test(text) ? 'byline' : undefined;
}

/** A title may call or ask; it does not end with a full stop. */
const formOfFirst = (text: string): Role | undefined =>
  /^[^。]{1,40}[！!？?]$/u.test(text) && !salutation.test(text) ? 'title' : formOf(text);

/** Before the text begins there are a title, in one line or more, and what belongs to it; last perhaps a heading. */
function rolesInFront(front: readonly Line[]): Role[] {
  const roles: Role[] = [];
  for (const [at, { text, form }] of front.entries()) {
    const isLast = at === front.length - 1;
    roles.push(form ?? roleInFront(text, roles, isLast));
  }
  return roles;
}

function roleInFront(text: string, above: readonly Role[], isLast: boolean): Role {
  const hasTitle = above.includes('title');
  if (occasion.test(text)) return 'subtitle';
  if (officeHolder.test(text) || (hasTitle && !isLast && nameAlone.test(text))) return 'byline';
  return hasTitle && (isLast || above.at(-1) !== 'title') ? 'heading' : 'title';
}

function roleByPlace({ text, form }: Line, at: number, lines: readonly Line[]): Role {
  if (form === 'subtitle' || (form === undefined && numbered.test(text))) return 'heading';
  if (form !== undefined) return form;
  const next = lines.slice(at + 1).find((line) => line.form !== 'caption');
  if (next?.form === 'dateline') return 'byline';
  return next && (next.form === 'body' || numbered.test(next.text)) ? 'heading' : 'caption';
}
