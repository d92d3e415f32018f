/**
 * The stored page that an address means, if any: the address itself, its folder for `index.html`, or the
 * address with the slash it lacks. Query parameters (`?from=singlemessage`, `utm_*`) are ignored.
 */
export function pageAddressOf(pathname: string, stored: ReadonlySet<string>): string | undefined {
  const candidates = [pathname, pathname.replace(/\/index\.html$/, '/'), `${pathname}/`];
  return candidates.find((candidate) => stored.has(candidate));
}
