import type { Language } from '../../../core/language';
import type { ScopeQuotes, ScopeSigns } from '../parseReadings';
import {
  type ArticleGate,
  factFindings,
  findingIn,
  indexOfWords,
  type MeasureRemark,
  tellingsOf,
  textOf,
} from './view';

/**
 * A sentence must name the scope that the facts give its figure, and no other. It names none if readings.json
 * leaves the scope to the context. Otherwise a zero in one place would be read as a zero everywhere.
 */
export const scopesGate: ArticleGate = (view) => {
  const scopes = view.readings?.scopes ?? [];
  return tellingsOf(view).flatMap((telling) => {
    const { measure, language } = telling;
    const text = textOf(telling);
    const wanted = scopes.find(({ scope }) => scope === measure.scope);
    if (text === undefined || scopes.length === 0) return [];
    if (wanted === undefined)
      return [findingIn(text, `the words of the scope ${measure.scope} in readings.json`, 'none')];
    const named = namedIn(text.text, language, scopes);
    if (named === wanted || (named === undefined && wanted[language].length === 0)) return [];
    const signs = wanted[language];
    const expected =
      signs.length === 0
        ? `no scope by name, as ${measure.scope} leaves it to the context`
        : `the scope ${measure.scope} (${signs.join(' or ')})`;
    return [findingIn(text, expected, named === undefined ? text.text : named.scope)];
  });
};

const namedIn = (text: string, language: Language, scopes: readonly ScopeSigns[]): ScopeSigns | undefined =>
  scopes.find((scope) =>
    scope[language].some((sign) => indexOfWords(text.toLowerCase(), sign, language) >= 0),
  );

/**
 * Where templates write the sentences, the scope of a figure must be the one that its quote or label shows by words of
 * `readings.json`. Exactly one scope may do without such words: that of all other figures.
 */
export const quotedScopesGate: ArticleGate = (view) => {
  const { measures, language } = view.article.facts;
  const { scopes = [], quotedScopes = [] } = view.readings ?? {};
  if (scopes.length > 0) return [];
  const [rest, ...unshown] = mostFrequentFirst(measures.map(({ scope }) => scope)).filter(
    (scope) => !quotedScopes.some((entry) => entry.scope === scope),
  );
  return factFindings(view, (measure): MeasureRemark[] => {
    const label = view.article.words[language].measures[measure.id]?.label ?? '';
    const shown = shownIn([measure.quote, label], quotedScopes);
    if (shown === undefined && unshown.includes(measure.scope)) {
      const expected = `words of its quote or label under quotedScopes in readings.json for ${measure.scope}`;
      return [{ key: 'scope', expected, got: 'none' }];
    }
    const wanted = shown?.scope ?? rest;
    if (wanted === undefined || wanted === measure.scope) return [];
    const why = shown === undefined ? 'the scope of all other figures' : `as “${shown.words}” shows`;
    return [{ key: 'scope', expected: `${wanted}, ${why}`, got: measure.scope }];
  });
};

function mostFrequentFirst(scopes: readonly string[]): string[] {
  const times = (scope: string) => scopes.filter((other) => other === scope).length;
  return [...new Set(scopes)].sort((a, b) => times(b) - times(a));
}

/** The scope whose words stand in one of the texts, the longest first; `全省…` stands at the beginning. */
function shownIn(texts: readonly string[], quotedScopes: readonly ScopeQuotes[]) {
  const holds = (words: string) =>
    texts.some((text) => (words.endsWith('…') ? text.startsWith(words.slice(0, -1)) : text.includes(words)));
  return quotedScopes
    .flatMap(({ scope, quotes }) => quotes.filter(holds).map((words) => ({ scope, words })))
    .sort((a, b) => b.words.length - a.words.length)[0];
}
