import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { tagOf } from '../../../core/language';
import { type Measure, notStated } from '../../../core/model';
import type { Words } from '../../../core/page';
import { periodIn } from '../../../core/periodIn';
import { Both } from '../../ui/Both';
import { useHydrated } from '../../ui/Part';
import { Prose } from '../../ui/Prose';
import styles from './Evidence.module.css';

interface Props {
  readonly article: string;
  readonly measure: Measure;
  /** Whether the side note above shows the same quotation, so that this one shows it only when opened. */
  readonly isQuotedAbove: boolean;
  readonly tools: (measure: Measure) => ComponentChildren;
}

interface RowsProps {
  readonly article: string;
  readonly measure: Measure;
  readonly words: Words;
}

/**
 * Where a figure comes from and what the report does not say about it. Its line names the paragraph and what is
 * lacking most. On a wide screen it is a side note that always shows the quotation.
 */
export function Evidence({ article, measure, isQuotedAbove, tools }: Props) {
  // The state follows the element, because the browser opens and closes it, also before there is a script.
  const [isOpen, setOpen] = useState(false);
  const isHydrated = useHydrated();
  return (
    <details
      class={isQuotedAbove ? `${styles.evidence} ${styles.repeated}` : styles.evidence}
      ref={(details) => {
        if (details?.open) setOpen(true);
      }}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <Both>{(words) => lineOf(words, article, measure)}</Both>
      </summary>
      <Both as="div">
        {(words) => (
          <>
            <Quotation words={words} article={article} measure={measure} />
            <Details words={words} article={article} measure={measure} />
          </>
        )}
      </Both>
      {isHydrated && isOpen && tools(measure)}
    </details>
  );
}

function lineOf({ t, article }: Words, id: string, measure: Measure): string {
  const { lacks } = article(id).words(measure);
  const number = measure.paragraph;
  return lacks ? t('reader:evidence-lacks', { number, lacks }) : t('reader:evidence', { number });
}

function Quotation({ words, article: id, measure }: RowsProps) {
  const article = words.article(id);
  const { gloss, limits } = article.words(measure);
  return (
    <>
      <p class={styles.quote}>
        <q lang={tagOf[article.facts.language]}>{measure.quote}</q>
      </p>
      {gloss && (
        <p class={styles.gloss}>
          <Prose text={gloss} />
        </p>
      )}
      {limits.map((limit) => (
        <p key={limit} class={styles.limit}>
          <Prose text={limit} />
        </p>
      ))}
    </>
  );
}

/**
 * A rate cannot rise by more than a hundred percentage points, so a larger rise must be relative. That is our
 * inference, and the row says so. A basis that is not stated has no row, because a limit above says it.
 */
const basisOf = ({ kind, basis }: Measure) => {
  if (basis === 'none' || basis === notStated) return undefined;
  return kind === 'rate-change' && basis === 'relative' ? 'inferred' : basis;
};

function Details({ words, article: id, measure }: RowsProps) {
  const { t, say } = words;
  const article = words.article(id);
  const basis = basisOf(measure);
  const rows = [
    [t('reader:source'), t('reader:reported', { body: words.imprint(id).body, number: measure.paragraph })],
    [t('reader:scope'), article.text(`scopes.${measure.scope}`)],
    [t('reader:period'), periodIn(measure, words.say)],
    [
      t('reader:compared'),
      measure.comparedWith !== 'none' && say(`reader:comparisons.${measure.comparedWith}`),
    ],
    [t('reader:basis'), basis && say(`reader:bases.${basis}`)],
  ] as const;
  return (
    <dl>
      {rows.map(
        ([term, text]) =>
          text && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <Prose text={text} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
