import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { figureText } from '../../../core/figureText';
import { tagOf } from '../../../core/language';
import { type Measure, notStated } from '../../../core/model';
import type { Words } from '../../../core/page';
import { comparisonIn, periodIn } from '../../../core/periodIn';
import { Both } from '../../ui/Both';
import { useHydrated } from '../../ui/Part';
import { Prose } from '../../ui/Prose';
import styles from './Evidence.module.css';

/** One figure leads a card, further headlines are smaller, the others are rows. */
export type Rank = 'lead' | 'large' | 'small';

interface Props {
  readonly article: string;
  readonly measure: Measure;
  /** Whether the side note above shows the same quotation, so that this one shows it only when opened. */
  readonly isQuotedAbove: boolean;
  readonly rank: Rank;
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
export function Evidence({ article, measure, rank, isQuotedAbove, tools }: Props) {
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
        <Both>
          {(words) => (
            <span>
              {rank !== 'lead' && (
                <span class={styles.of}>{figureText(words.article(article), measure)} · </span>
              )}
              {lineOf(words, article, measure)}
            </span>
          )}
        </Both>
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
 * inference, and the row says so.
 */
const basisOf = ({ kind, basis }: Measure) =>
  kind === 'rate-change' && basis === 'relative' ? 'inferred' : basis;

/** What the report leaves open has no row, because a limit above says it. */
const isTold = (value: string): boolean => value !== 'none' && value !== notStated;

function Details({ words, article: id, measure }: RowsProps) {
  const { t, say } = words;
  const article = words.article(id);
  const { body } = words.imprint(id);
  const context = article.facts.source.kind;
  const { period, comparedWith } = measure;
  const basis = basisOf(measure);
  const rows = [
    [t('reader:source'), t('reader:reported', { body, context, number: measure.paragraph })],
    [t('reader:scope'), article.text(`scopes.${measure.scope}`)],
    [t('reader:period'), isTold(period) && periodIn(measure, words.say)],
    [t('reader:compared'), isTold(comparedWith) && comparisonIn(measure, say)],
    [t('reader:basis'), isTold(basis) && say(`reader:bases.${basis}`)],
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
