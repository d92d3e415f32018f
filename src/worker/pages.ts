/**
 * The stored page that an address means, if any: itself, its folder for `index.html`, or with the
 * slash it lacks. Query parameters (`?from=singlemessage`, `utm_*`) play no part.
 */
export function pageAddressOf(pathname: string, stored: ReadonlySet<string>): string | undefined {
  const candidates = [pathname, pathname.replace(/\/index\.html$/, '/'), `${pathname}/`];
  return candidates.find((candidate) => stored.has(candidate));
}
