import { figureOf } from '../../../core/figures';
import { bare } from './digits';
import { type ArticleGate, findingIn, tellingsOf, textOf } from './view';

/**
 * The sentence of every measure must print its number, in both languages. The parser asks for the placeholder
 * in the sentence; this gate checks what it becomes.
 */
export const usedGate: ArticleGate = (view) =>
  tellingsOf(view).flatMap((telling) => {
    const { measure, language } = telling;
    const text = textOf(telling);
    const figure = view.fill(`{{${measure.id}}}`, language, view.article);
    const number = measure.qualifier === 'none-reported' ? '' : figureOf(measure, language, bare).number;
    if (text === undefined || (figure !== '' && figure.includes(number))) return [];
    const rendered = view.fill(text.text, language, view.article);
    return [findingIn(text, `a sentence that prints ${number || measure.id}`, rendered)];
  });
