import { figureText } from '../../../core/figureText';
import type { Measure } from '../../../core/model';
import { marked } from '../../../core/prose';
import { Both } from '../../ui/Both';
import { Prose } from '../../ui/Prose';
import { useArticle } from '../../ui/words';
import styles from './Measures.module.css';

interface Props {
  readonly article: string;
  readonly measure: Measure;
}

/** The target or plan of the same series beside a result, and the result beside a target, each with its year. */
export function Counterparts({ article: id, measure }: Props) {
  const { facts } = useArticle(id);
  const others = facts.measures.filter(
    ({ series, status }) => series !== undefined && series === measure.series && status !== measure.status,
  );
  return (
    <>
      {others.map((other) => (
        <p key={other.id} class={styles.counterpart}>
          <a href={`#${other.id}`}>
            <Both>
              {({ say, article }) => (
                <Prose
                  text={say(`reader:counterparts.${other.status}`, {
                    year: other.period,
                    figure: marked(other.id, figureText(article(id), other)),
                  })}
                />
              )}
            </Both>
          </a>
        </p>
      ))}
    </>
  );
}
