import type { Run } from '../../../core/lines';
import { sentencesOf } from '../../../core/sentences';
import type { CardText, FigureStyle } from '../../../core/sharing';
import * as card from '../../features/reader/Card.module.css';
import * as evidence from '../../features/reader/Evidence.module.css';
import * as overview from '../../features/reader/Overview.module.css';
import * as check from '../../ui/CheckLine.module.css';
import * as figure from '../../ui/Figure.module.css';
import type { Speech } from '../../ui/words';

/** What stands in a card only for a while, or is said otherwise. */
const passing = `[data-other], [data-panel], [data-tools], [data-note], .${card.position}`;

const textOf = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** A figure as it is printed: the number and what follows it directly are one. */
function runsOf(printed: Element): Run<FigureStyle>[] {
  const runs: Run<FigureStyle>[] = [];
  for (const part of printed.childNodes) {
    const isNumber = part instanceof Element && part.matches(`.${figure.number}`);
    const pieces = isNumber ? [...part.childNodes] : [part];
    pieces.forEach((piece, at) => {
      const style = piece.nodeName === 'B' ? 'number' : piece.nodeName === 'I' ? 'arrow' : 'figure';
      const text = piece.textContent ?? '';
      if (text) runs.push({ text, style, isJoined: at > 0 });
    });
  }
  return runs;
}

/** Publisher and paragraphs, as they are printed under a card, or with its figures where those are from other cards. */
function sourceOf(shown: HTMLElement, t: Speech['t']): string {
  const places = [...shown.querySelectorAll('[data-measure]:not([id])')].map((measure) =>
    textOf(document.querySelector(`#${measure.getAttribute('data-measure')} .${evidence.place}`)),
  );
  // Their publisher is one and the same.
  if (places.length > 0)
    return [...new Set(places)]
      .map((place, at) => (at > 0 ? place.replace(/^[^，,]*[，,] ?/, '') : place))
      .join(t('share:between'));
  const publisher = document.querySelector<HTMLElement>('[data-publisher]')?.dataset.publisher ?? '';
  return t('share:source', { publisher, paragraphs: textOf(shown.querySelector(`.${card.source}`)) });
}

/** When the figures of this edition were last compared with the source, as the page says it; it is the edition's date. */
export const editionOf = (): string => textOf(document.querySelector(`.${check.check}`));

/** What a card says in short, read from the card itself: what is shared is what is shown. */
export function cardTextOf(shown: HTMLElement, { t, language }: Speech, address: string): CardText {
  const copy = shown.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll(passing)) part.remove();
  const figures = [...copy.querySelectorAll('[data-measure]')].flatMap((measure) => {
    const printed = measure.querySelector(`.${figure.figure}`);
    if (!printed) return [];
    return [{ label: textOf(measure.querySelector(`.${card.label}, a`)), figure: runsOf(printed) }];
  });
  const summary = textOf(copy.querySelector(`.${card.summary}, .${overview.summary}`));
  const [first] = sentencesOf(summary, language);
  return {
    title: textOf(copy.querySelector('h1, h3')),
    figures,
    summary: summary.slice(first?.start, first?.end),
    source: sourceOf(copy, t),
    address,
  };
}
