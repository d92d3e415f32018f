import postcss, { type Container } from 'postcss';
import selectorParser, { type Node, type Selector } from 'postcss-selector-parser';

/** Elements that scripts put into pages which come without them; `data-…` attributes that no page's markup has are scripts' too. */
const madeByScript = ['div', 'p', 'span', 'a', 'b', 'i', 'h2', 'h3', 'button', 'input', 'label', 'ul', 'li'];

interface Matter {
  readonly tags: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  /** Only `data-…`: what states and roles there are is for scripts to say. */
  readonly attributes: ReadonlySet<string>;
  /** The places that scripts fill, by `data-island`: no script makes one. */
  readonly islands: ReadonlySet<string>;
}

/** What stands in markup that this build has made itself. */
function matterOf(html: string): Matter {
  const markup = html.replace(/(<(script|style)\b[^>]*>).*?<\/\2>/gs, '$1');
  const classes = [...markup.matchAll(/\sclass=(?:"([^"]*)"|([^\s">]+))/g)];
  return {
    tags: new Set([...markup.matchAll(/<([a-z][a-z\d]*)/g)].map(([, tag = '']) => tag)),
    classes: new Set(classes.flatMap(([, quoted, bare = '']) => (quoted ?? bare).split(/\s+/))),
    attributes: new Set([...markup.matchAll(/\s(data-[a-z-]+)/g)].map(([, name = '']) => name)),
    islands: new Set([...markup.matchAll(/\sdata-island="?([a-z-]+)/g)].map(([, name = '']) => name)),
  };
}

/** Whether a selector names only what there is; states may always come. */
function canMatch(selector: Selector, matter: Matter): boolean {
  const canBe = (node: Node): boolean => {
    if (node.type === 'tag') return matter.tags.has(node.value);
    if (node.type === 'class') return matter.classes.has(node.value);
    if (node.type === 'attribute' && node.attribute === 'data-island' && node.value !== undefined)
      return matter.islands.has(node.value);
    if (node.type === 'attribute')
      return matter.attributes.has(node.attribute) || !node.attribute.startsWith('data-');
    if (node.type === 'pseudo' && /^:(is|where|has)$/.test(node.value)) {
      return node.nodes.some((inner) => canMatch(inner, matter));
    }
    return true;
  };
  return selector.nodes.every(canBe);
}

/** A rule without declarations goes, and a block whose last rule has gone too; `@layer a,b;` never had a block. */
function dropEmpty(container: Container): void {
  container.each((node) => {
    if (node.type === 'rule' && node.nodes.length === 0) node.remove();
    if (node.type !== 'atrule' || !node.nodes) return;
    dropEmpty(node);
    if (node.nodes.length === 0) node.remove();
  });
}

/**
 * The rules of a sheet that can match on some pages, in their markup or by what a script adds to it.
 * The rest would come with every page and help none.
 *
 * @param css all styles that the pages' components bring
 * @param pages the HTML of the pages that share the result
 * @param all the HTML of every page of the site
 */
export function stylesFor(css: string, pages: readonly string[], all: readonly string[]): string {
  const sheet = postcss.parse(css);
  const own = matterOf(pages.join(''));
  const known = matterOf(all.join(''));
  const ofScripts = (pattern: RegExp, inMarkup: ReadonlySet<string>) =>
    [...css.matchAll(pattern)].flatMap(([, name = '']) => (inMarkup.has(name) ? [] : [name]));
  const matter = {
    tags: new Set([...own.tags, ...madeByScript]),
    // The styles of what only scripts make come with them, see `pages/islandStyles`.
    classes: own.classes,
    attributes: new Set([...own.attributes, ...ofScripts(/\[(data-[a-z-]+)/g, known.attributes)]),
    islands: own.islands,
  };
  sheet.walkRules((rule) => {
    // The steps of an animation are no selectors.
    if (rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes$/.test(rule.parent.name))
      return;
    const kept = selectorParser()
      .astSync(rule)
      .nodes.filter((selector) => canMatch(selector, matter));
    if (kept.length === 0) rule.remove();
    else rule.selector = kept.map(String).join(',');
  });
  // Made by the minifier for `light-dark()`, which is not used here.
  sheet.walkDecls(/^--lightningcss-/, (declaration) => void declaration.remove());
  // The minifier leaves custom properties as they are written.
  sheet.walkDecls(/^--/, (declaration) => {
    declaration.value = declaration.value.replace(/,\s+/g, ',');
  });
  sheet.walkComments((comment) => void comment.remove());
  dropEmpty(sheet);
  return sheet.toString();
}
