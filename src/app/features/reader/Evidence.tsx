import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { periodIn } from '../../../core/dates';
import { tagOf } from '../../../core/language';
import type { Measure } from '../../../core/model';
import type { Words } from '../../../core/page';
import { Both } from '../../ui/Both';
import { useHydrated } from '../../ui/Part';
import { Prose } from '../../ui/Prose';
import styles from './Evidence.module.css';

interface Props {
  readonly article: string;
  readonly measure: Measure;
  readonly tools: (measure: Measure) => ComponentChildren;
}

function Row({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

/**
 * A rate cannot rise by more than a hundred percentage points, so a larger rise must be relative. That is our
 * inference, and the row says so.
 */
const basisOf = ({ kind, basis }: Measure) =>
  kind === 'rate-change' && basis === 'relative' ? 'inferred' : basis;

/** Where a figure comes from, what exactly it counts, and what the article does not say about it. */
export function Evidence({ article: id, measure, tools }: Props) {
  // The state follows the element, because the browser opens and closes it, also before there is a script.
  const [isOpen, setOpen] = useState(false);
  const isHydrated = useHydrated();
  return (
    <details
      class={styles.evidence}
      ref={(details) => {
        if (details?.open) setOpen(true);
      }}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <Both>
          {({ say, article }) =>
            say('reader:evidence', { context: article(id).words(measure).limits.length })
          }
        </Both>
      </summary>
      <Both as="dl">{(words) => <Rows words={words} article={id} measure={measure} />}</Both>
      {isHydrated && isOpen && tools(measure)}
    </details>
  );
}

function Rows({ words, article: id, measure }: Omit<Props, 'tools'> & { readonly words: Words }) {
  const { t, say } = words;
  const article = words.article(id);
  const { label, gloss, limits } = article.words(measure);
  return (
    <>
      <Row term={t('reader:quote')}>
        <q lang={tagOf[article.facts.language]}>{measure.quote}</q>{' '}
        <span class={styles.place}>
          {t('reader:reported', { body: words.imprint(id).body, number: measure.paragraph })}
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
      <Row term={t('reader:period')}>{periodIn(measure.period, words.say)}</Row>
      {measure.comparedWith !== 'none' && (
        <Row term={t('reader:compared')}>{say(`reader:comparisons.${measure.comparedWith}`)}</Row>
      )}
      {measure.basis !== 'none' && (
        <Row term={t('reader:basis')}>{say(`reader:bases.${basisOf(measure)}`)}</Row>
      )}
      {limits.length > 0 && (
        <Row term={t('reader:limits')}>
          {limits.map((limit) => (
            <p key={limit}>
              <Prose text={limit} />
            </p>
          ))}
        </Row>
      )}
    </>
  );
}
