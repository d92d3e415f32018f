import { arrowOf, noteKeyOf } from '../../core/figures';
import type { Measure } from '../../core/model';
import { Both } from './Both';
import styles from './Figure.module.css';

interface Props {
  readonly article: string;
  readonly measure: Measure;
  readonly size: 'large' | 'medium' | 'small';
}

/** A measure in display type: arrow, number and, at readable size, its qualifier, unit and hedges. */
export function Figure({ article: id, measure, size }: Props) {
  const note = noteKeyOf(measure);
  const arrow = arrowOf[measure.direction];
  return (
    <Both as="p" class={`${styles.figure} ${styles[size]}`}>
      {(words) => {
        const article = words.article(id);
        const { before, number, after } = article.display(measure);
        // The first word of the unit stays on one line with the number: "124,500 video | points".
        const [firstWord = '', ...furtherWords] = article.unitOf(measure.id).split(' ');
        return (
          <>
            {before}
            <span class={styles.number}>
              {arrow && <i aria-hidden="true">{arrow}</i>}
              <b>{number}</b>
              {after}
              {firstWord && (words.language === 'zh' ? firstWord : ` ${firstWord}`)}
            </span>
            {furtherWords.length > 0 && ` ${furtherWords.join(' ')}`}
            {note && <span class={styles.note}> {words.say(`figures:note.${note}`)}</span>}
          </>
        );
      }}
    </Both>
  );
}
