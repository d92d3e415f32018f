/** Reads HTML as strictly as we write it: every element closed in order, every attribute quoted. */

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const voids = new Set(['meta', 'link', 'br', 'hr', 'img', 'input', 'wbr', 'source']);
/** Their content is text up to their own end tag. */
const raw = new Set(['style', 'script', 'title', 'textarea']);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function decode(text: string): string {
  return text.replace(/&([^;\s&]{0,8});?/g, (whole, name: string) => {
    const char = whole.endsWith(';') ? entities[name] : undefined;
    if (char === undefined) throw new Error(`"${whole}" is no character reference that we write`);
    return char;
  });
}

const attribute = /\s+([^\s"'<>/=]+)(?:="([^"]*)")?/y;

/** @throws where the document is not well formed, with the place */
export function parseHtml(html: string): Element {
  const root: Element = { tag: '#document', attributes: {}, children: [] };
  const open: Element[] = [root];
  const top = () => open[open.length - 1] ?? root;
  const fail = (at: number, why: string): never => {
    throw new Error(`${why}: …${html.slice(Math.max(0, at - 60), at + 60)}…`);
  };
  let at = html.startsWith('<!doctype html>') ? '<!doctype html>'.length : fail(0, 'no doctype');
  const addText = (text: string) => {
    if (text) top().children.push(text);
  };
  while (at < html.length) {
    const next = html.indexOf('<', at);
    addText(decode(html.slice(at, next < 0 ? html.length : next)));
    if (next < 0) break;
    const closing = /<\/([a-z][a-z0-9-]*)>/y;
    const opening = /<([a-z][a-z0-9-]*)/y;
    closing.lastIndex = opening.lastIndex = next;
    const end = closing.exec(html);
    if (end) {
      if (top().tag !== end[1]) fail(next, `${end[0]} closes <${top().tag}>`);
      open.pop();
      at = closing.lastIndex;
      continue;
    }
    const tag = opening.exec(html)?.[1] ?? fail(next, 'a bare <');
    const attributes: Record<string, string> = {};
    at = opening.lastIndex;
    for (;;) {
      attribute.lastIndex = at;
      const found = attribute.exec(html);
      if (!found) break;
      const [, name = '', value = ''] = found;
      if (name in attributes) fail(at, `the attribute ${name} stands twice`);
      attributes[name] = decode(value);
      at = attribute.lastIndex;
    }
    const isClosed = html.startsWith('/>', at);
    if (!isClosed && html[at] !== '>') fail(at, `<${tag}> does not end`);
    at += isClosed ? 2 : 1;
    const element: Element = { tag, attributes, children: [] };
    top().children.push(element);
    if (isClosed || voids.has(tag)) continue;
    if (!raw.has(tag)) {
      open.push(element);
      continue;
    }
    const close = html.indexOf(`</${tag}`, at);
    if (close < 0) fail(at, `<${tag}> is not closed`);
    const text = html.slice(at, close);
    element.children.push(tag === 'title' ? decode(text) : text);
    at = close + tag.length + 3;
  }
  if (open.length > 1) throw new Error(`<${top().tag}> is not closed`);
  return root;
}

export function* elementsOf(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elementsOf(child);
  }
}

export const all = (root: Element, matches: (element: Element) => boolean): Element[] =>
  [...elementsOf(root)].filter(matches);

export function one(root: Element, what: string, matches: (element: Element) => boolean): Element {
  const [found, ...others] = all(root, matches);
  if (!found || others.length > 0)
    throw new Error(`expected one ${what}, got ${found ? 1 + others.length : 0}`);
  return found;
}

export const byTag = (root: Element, tag: string): Element[] => all(root, (element) => element.tag === tag);

export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** Text that readers meet, with the language that the nearest `lang` gives it. */
export function* textIn(element: Element, lang = ''): Generator<{ text: string; lang: string }> {
  const own = element.attributes.lang ?? lang;
  for (const child of element.children) {
    if (typeof child === 'string') yield { text: child, lang: own };
    else if (!raw.has(child.tag)) yield* textIn(child, own);
  }
}

export const metaOf = (root: Element, name: string): string =>
  one(root, `meta ${name}`, ({ tag, attributes }) => tag === 'meta' && attributes.name === name).attributes
    .content ?? '';
