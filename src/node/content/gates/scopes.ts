import type { Language } from '../../../core/language';
import type { ScopeSigns } from '../parseReadings';
import { type ArticleGate, findingIn, indexOfWords, tellingsOf, textOf } from './view';

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
