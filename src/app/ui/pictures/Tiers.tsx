import type { ComponentChildren } from 'preact';
import type { Measure } from '../../../core/model';
import { useArticle } from '../words';
import styles from './pictures.module.css';

interface Props {
  readonly article: string;
  readonly measure: Measure;
}

/** The tiers that a figure covers in full, each outlined inside the one above it: city, county, township, village. */
export function Tiers({ article, measure }: Props) {
  const { steps } = useArticle(article).words(measure);
  if (steps === undefined) return null;
  const nested = steps.reduceRight<ComponentChildren>(
    (inner, step) => (
      <div>
        {step}
        {inner}
      </div>
    ),
    null,
  );
  return <div class={styles.tiers}>{nested}</div>;
}
