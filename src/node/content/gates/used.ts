import { numberOf } from '../../../core/figures';
import { type ArticleGate, clip, faultIn, sentencesOf, tellingsOf } from './view';

/**
 * Every measure is told on its card in both languages: its own sentence, and the translation of its phrase,
 * print its number. The door asks for the placeholder in the sentence; this gate looks at what comes of it.
 */
export const usedGate: ArticleGate = (view) =>
  tellingsOf(view).flatMap((telling) => {
    const { measure, language } = telling;
    const figure = view.fill(`{{${measure.id}}}`, language, view.article);
    const number = measure.qualifier === 'none-reported' ? '' : numberOf(measure, language);
    return sentencesOf(telling).flatMap((word) => {
      const rendered = view.fill(word.text, language, view.article);
      const hasFigure = word.text.includes(`{{${measure.id}}}`) && rendered.includes(figure);
      if (hasFigure && figure !== '' && rendered.includes(number)) return [];
      return [faultIn(word, `a sentence that prints ${number || figure || measure.id}`, clip(rendered))];
    });
  });
