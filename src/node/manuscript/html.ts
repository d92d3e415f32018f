import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Decoded, decode } from './decode';
import { bodyOf, isBlock, isElement, isUnseen, linesIn, type MarkupNode } from './markup';
import type { ManuscriptText } from './reading';
import { beginning, refusal } from './refusal';

/** In characters. Where Readability finds less, it takes the menus for text too, so a short report must count as enough. */
const shortest = 100;

/** @throws UsageError where the report cannot be told from the page around it */
export function readHtml(file: string, bytes: Uint8Array): ManuscriptText {
  const { text: html, encoding } = decodePage(file, bytes);
  const parsed = parseHTML(html);
  const { document } = parsed;
  if (!document.documentElement) {
    throw refusal({
      file,
      expected: 'a page of HTML',
      got: `a file without elements, ${beginning(html)}`,
      remedy: 'save the page from a browser again, or name a plain text .txt',
    });
  }
  const page = linesIn(document.documentElement);
  const dense = densestLines(document.documentElement);
  const headline = headlineOf(parsed, page);
  // Readability changes the document that it is given, so everything else has been asked before.
  const article = new Readability(document, { charThreshold: shortest }).parse();
  const body = bodyOf(article?.content ?? '');
  refuseStruck(file, body);
  const kept = linesIn(body);
  refuseLostLines(file, dense, kept);
  const above = new Set(page.slice(0, Math.max(0, page.indexOf(headline[0] ?? ''))));
  const text = [...headline, ...withoutMenus(kept, dense, above).filter((line) => !headline.includes(line))];
  return { text: text.join('\n'), encoding, dropped: ['the page around the report'] };
}

/** What is struck through is not said, and would run into the figure beside it. */
function refuseStruck(file: string, body: MarkupNode): void {
  const isStruck = (node: MarkupNode): boolean => /^(?:DEL|S|STRIKE)$/.test(node.nodeName.toUpperCase());
  const struck = (node: MarkupNode): string =>
    isStruck(node) ? (node.textContent ?? '') : [...node.childNodes].map(struck).join('');
  const got = struck(body).trim();
  if (got === '') return;
  throw refusal({
    file,
    expected: 'a text that holds as it stands',
    got: `text that is struck through, ${beginning(got)}`,
    remedy: 'delete it, or take the line away',
  });
}

/**
 * Offices name the title in a meta element of their own. Otherwise the title of the page begins with it, where the
 * name of the site mostly comes last; it must stand on the page too, in a heading or not.
 */
function headlineOf({ document }: ReturnType<typeof parseHTML>, page: readonly string[]): string[] {
  const named = document.querySelector('meta[name="ArticleTitle" i]')?.getAttribute('content')?.trim();
  if (named) return [named];
  const title = document.querySelector('title')?.textContent?.trim() ?? '';
  const headings = [...document.querySelectorAll('h1, h2')].map((heading) => linesIn(heading));
  const isTitle = (lines: string[]) => lines.length > 0 && bare(title).startsWith(bare(lines.join('')));
  const [first = ''] = title.split(/\s*[_|｜]|\s[-–—]\s/);
  return headings.find(isTitle) ?? page.filter((line) => line === first).slice(0, 1);
}

const isSentence = (line: string): boolean => /[。！？；][”’」』）)]*$/.test(line);

/**
 * Readability keeps short lists of links beside the text. What follows the text goes, and what stands above its
 * headline; a source or a date between the two stays.
 */
function withoutMenus(
  kept: readonly string[],
  dense: readonly string[],
  above: ReadonlySet<string>,
): string[] {
  const isText = (line: string) => dense.includes(line) || isSentence(line);
  const first = kept.findIndex(isText);
  return kept.slice(0, kept.findLastIndex(isText) + 1).filter((line, at) => at >= first || !above.has(line));
}

/** A page whose bytes are no UTF-8 may name another encoding than GB 18030; then it is refused by that name. */
function decodePage(file: string, bytes: Uint8Array): Decoded {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const [, charset = ''] = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ?? [];
  const decoded = decode(file, bytes);
  const isKnown = charset === '' || /^(?:utf-?8|gb.*|x-gbk)$/i.test(charset);
  if (isKnown || decoded.encoding !== 'gb18030') return decoded;
  throw refusal({
    file,
    expected: 'a page in UTF-8 or GB 18030',
    got: `one that says it is in ${charset}`,
    remedy: 'open it in a browser and save its text as UTF-8',
  });
}

const bare = (text: string): string => text.replace(/\s/g, '');

/** The lines of the element whose own paragraphs hold more text than those of any other. */
function densestLines(root: MarkupNode): string[] {
  let best = { size: 0, lines: [] as string[] };
  const visit = (element: MarkupNode): void => {
    const children = [...element.childNodes].filter((node) => isElement(node) && !isUnseen(node));
    const size = [...element.childNodes]
      .filter((node) => !children.includes(node) || !holdsBlocks(node))
      .reduce((sum, node) => sum + (isUnseen(node) ? 0 : bare(node.textContent ?? '').length), 0);
    if (size > best.size && [...element.childNodes].some(isBlock)) best = { size, lines: linesIn(element) };
    for (const child of children) visit(child);
  };
  visit(root);
  return best.lines;
}

const holdsBlocks = (node: MarkupNode): boolean =>
  [...node.childNodes].some((child) => isBlock(child) || holdsBlocks(child));

/**
 * Readability guesses which part of a page is its text. It has guessed right if it kept the densest part of the page:
 * each sentence of it, and each line between two lines that it kept.
 */
function refuseLostLines(file: string, dense: readonly string[], kept: readonly string[]): void {
  const text = bare(kept.join('\n'));
  const isKept = (line: string) => text.includes(bare(line));
  const [first, last] = [dense.findIndex(isKept), dense.findLastIndex(isKept)];
  const lost = dense.filter((line, at) => !isKept(line) && ((at > first && at < last) || isSentence(line)));
  const [example] = lost;
  if (example === undefined && kept.length > 0) return;
  throw refusal({
    file,
    expected: 'a page whose report can be told from what is around it',
    got: example
      ? `${lost.length} of ${dense.length} lines left out, such as ${beginning(example)}`
      : 'no report',
    remedy: 'copy the report from a browser into a .txt file',
  });
}
