import type { ComponentChildren } from 'preact';
import type { ArticleReader } from '../../../core/articleWords';
import { tagOf } from '../../../core/language';
import type { Measure } from '../../../core/model';
import { Prose } from '../../ui/Prose';
import { type Print, printing } from '../../ui/print';
import * as styles from './Evidence.module.css';

interface Props {
  readonly article: ArticleReader;
  readonly measure: Measure;
}

function Row({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function periodOf({ say }: Print, period: string): string {
  return /^\d{4}$/.test(period)
    ? say('reader:periods.year', { year: period })
    : say(`reader:periods.${period}`);
}

/** A rate cannot rise by more than a hundred percentage points: that it is relative is our inference, and said so. */
const basisOf = ({ kind, basis }: Measure) =>
  kind === 'rate-change' && basis === 'relative' ? 'inferred' : basis;

/** Where a figure comes from, what exactly it counts, and what the article does not say about it. */
export function Evidence({ article, measure }: Props) {
  const speech = printing();
  const { t, say } = speech;
  const { label, gloss, limits } = article.words(measure);
  return (
    <details class={styles.evidence}>
      <summary>{t('reader:evidence')}</summary>
      <dl>
        <Row term={t('reader:quote')}>
          <q lang={tagOf[article.facts.language]}>{measure.quote}</q>{' '}
          <span class={styles.place}>
            {t('reader:reported', { publisher: article.text('publisher'), number: measure.paragraph })}
          </span>
        </Row>
        {gloss && (
          <Row term={t('reader:gloss')}>
            <Prose text={gloss} />
          </Row>
        )}
        <Row term={t('reader:counted')}>
          <Prose text={label} />
        </Row>
        <Row term={t('reader:scope')}>
          <Prose text={article.text(`scopes.${measure.scope}`)} />
        </Row>
        <Row term={t('reader:period')}>{periodOf(speech, measure.period)}</Row>
        {measure.comparedWith !== 'none' && (
          <Row term={t('reader:compared')}>{say(`reader:comparisons.${measure.comparedWith}`)}</Row>
        )}
        {measure.basis !== 'none' && (
          <Row term={t('reader:basis')}>{say(`reader:bases.${basisOf(measure)}`)}</Row>
        )}
        <Row term={t('reader:limits')}>
          {limits.map((limit) => (
            <p key={limit}>
              <Prose text={limit} />
            </p>
          ))}
        </Row>
      </dl>
    </details>
  );
}
