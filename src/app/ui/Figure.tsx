import type { ArticleReader } from '../../core/articleWords';
import type { Measure } from '../../core/model';
import * as styles from './Figure.module.css';
import { printing } from './print';

const sizes = { large: styles.large, medium: styles.medium, small: styles.small } as const;

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
  const { language, say } = printing();
  const { before, number, after } = article.display(measure);
  const unit = article.unitOf(measure.id);
  const note = noteKeyOf(measure);
  const arrow = arrows[measure.direction];
  // The number keeps the first word of its unit: "124,500 video | points".
  const [firstWord = '', ...others] = unit.split(' ');
  return (
    <p class={`${styles.figure} ${sizes[size]}`}>
      {before}
      <span class={styles.number}>
        {arrow && <i aria-hidden="true">{arrow}</i>}
        <b>{number}</b>
        {after}
        {firstWord && (language === 'zh' ? firstWord : ` ${firstWord}`)}
      </span>
      {others.length > 0 && ` ${others.join(' ')}`}
      {note && <span class={styles.note}> {say(`figures:note.${note}`)}</span>}
    </p>
  );
}
