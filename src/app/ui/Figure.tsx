import type { Measure } from '../../core/model';
import { Both } from './Both';
import styles from './Figure.module.css';
import { Prose } from './Prose';
import { TermNotes, termFinder } from './TextBlock';

interface Props {
  readonly article: string;
  readonly measure: Measure;
  readonly size: 'lead' | 'large' | 'medium' | 'small';
  /** The card, counted from 0, if its unit may be a term that is explained here: jin, mu. */
  readonly termsOf?: number;
}

/** A number with more characters than this does not fit a phone in the largest type, in which a word is too loud. */
const mostLarge = 8;

/** A number with the word of its scale: 12.44 million. */
const scaled = /^([\d.,]+)( \w+)$/;

/** Few words stay on one line: more than, year on year. */
const held = (words: string): string => (words.length < 18 ? words.replace(/\b \b/g, '\u00A0') : words);

/** A measure in display type: the number large, and its direction, qualifier, unit and hedges at readable size. */
export function Figure({ article, measure, size, termsOf }: Props) {
  return (
    <>
      <Both as="p" class={`${styles.figure} ${styles[size]}`}>
        {(words, isSecond) => {
          const { before, number, after, rest } = words.article(article).figure(measure);
          const [, digits = number, scale] = scaled.exec(number) ?? [];
          return (
            <>
              {before && <span class={styles.before}>{held(before)}</span>}
              <span class={styles.number}>
                <b class={number.length > mostLarge || !/\d/.test(number) ? styles.long : undefined}>
                  {digits}
                  {scale && <span class={styles.scale}>{scale}</span>}
                </b>
                <Prose text={after} terms={termFinder(words, isSecond, article, termsOf)} />
              </span>
              {held(rest)}
            </>
          );
        }}
      </Both>
      {termsOf !== undefined && (
        <TermNotes article={article} text={(words) => words.figure(measure).after} termsOf={termsOf} />
      )}
    </>
  );
}
