import { figureText } from '../../../core/figureText';
import type { Measure } from '../../../core/model';
import { Both } from '../../ui/Both';
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
              {({ say, article }) =>
                say(`reader:counterparts.${other.status}`, {
                  year: other.period,
                  figure: figureText(article(id), other),
                })
              }
            </Both>
          </a>
        </p>
      ))}
    </>
  );
}
