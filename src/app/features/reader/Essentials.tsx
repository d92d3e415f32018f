import type { Measure } from '../../../core/model';
import { Both } from '../../ui/Both';
import { Figure } from '../../ui/Figure';
import { Prose } from '../../ui/Prose';
import { useArticle, useWords } from '../../ui/words';
import styles from './Essentials.module.css';

interface Props {
  readonly article: string;
}

/** Four figures most readers come for, each a link to its place. */
export function Essentials({ article }: Props) {
  const { t } = useWords();
  const { essentials } = useArticle(article);
  const areOfOnePeriod = new Set(essentials.map(({ period }) => period)).size === 1;
  const isYearSaid = ({ period }: Measure) => !areOfOnePeriod && /^\d{4}$/.test(period);
  return (
    <ul class={styles.essentials} aria-label={t('reader:essentials')}>
      {essentials.map((measure) => (
        <li key={measure.id} data-measure={measure.id}>
          <a href={`#${measure.id}`}>
            <Both as="p">
              {({ article: reader, t }) => (
                <>
                  <Prose text={reader(article).words(measure).label} />
                  {isYearSaid(measure) && (
                    <>
                      {'\u00A0· '}
                      <span class={styles.year}>{t('reader:periods.year', { year: measure.period })}</span>
                    </>
                  )}
                </>
              )}
            </Both>
            <Figure article={article} measure={measure} size="medium" />
          </a>
        </li>
      ))}
    </ul>
  );
}
