import type { ArticleReader } from '../../core/articleWords';
import type { Measure } from '../../core/model';
import styles from './Figure.module.css';
import { useSpeech } from './words';

const arrows = { up: '↑', down: '↓', none: '' } as const;

/** The direction and hedges in words ("up year on year", "累计"); empty where there are none. */
function noteKeyOf({ direction, modifiers }: Measure): string {
  return [...(direction === 'none' ? [] : [direction]), ...modifiers].join('-');
}

interface Props {
  readonly article: ArticleReader;
  readonly measure: Measure;
  readonly size: 'large' | 'medium' | 'small';
}

/** A measure in display type: arrow, number and, at readable size, its qualifier, unit and hedges. */
export function Figure({ article, measure, size }: Props) {
  const { say } = useSpeech();
  const { before, number, after } = article.display(measure);
  const unit = article.unitOf(measure.id);
  const note = noteKeyOf(measure);
  const gap = article.language === 'zh' ? '' : ' ';
  return (
    <p class={`${styles.figure} ${styles[size]}`}>
      {measure.direction !== 'none' && (
        <span class={styles.arrow} aria-hidden="true">
          {arrows[measure.direction]}
        </span>
      )}
      {before}
      <span class={styles.number}>
        <b>{number}</b>
        {after}
        {unit && `${gap}${unit}`}
      </span>
      {note && <> {say(`figures:note.${note}`)}</>}
    </p>
  );
}
