import { hasSteps, type Measure, notStated } from '../../../core/model';
import { measuresByParagraph } from '../../../core/paragraphs';
import { Figure } from '../../ui/Figure';
import { Prose } from '../../ui/Prose';
import { useArticle, useWords } from '../../ui/words';
import styles from './Charts.module.css';

interface Props {
  readonly article: string;
}

interface MeasureProps extends Props {
  readonly measure: Measure;
}

/** What the report does not say of a figure that is drawn. */
const Limits = ({ article, measure }: MeasureProps) =>
  useArticle(article)
    .words(measure)
    .limits.map((limit) => (
      <p key={limit} class={styles.soft}>
        <Prose text={limit} />
      </p>
    ));

/** Small multiples without an axis: the changes count different things from different bases. */
function Changes({ article: id }: Props) {
  const { t } = useWords();
  const article = useArticle(id);
  const changes = article.facts.measures.filter(({ direction }) => direction !== 'none');
  return (
    <section>
      <h3>{t('charts:changes.heading')}</h3>
      <p>{t('charts:changes.note')}</p>
      <ul class={styles.chips}>
        {changes.map((measure) => (
          <li key={measure.id} data-measure={measure.id}>
            <p>
              <Prose text={article.words(measure).label} />
            </p>
            <Figure article={id} measure={measure} size="medium" />
            <Limits article={id} measure={measure} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const barWidth = 300;
const barHeight = 20;

/** A share of a whole is the one figure that a bar shows honestly. */
function Share({ article: id, measure }: MeasureProps) {
  const { t } = useWords();
  const article = useArticle(id);
  const share = measure.value === notStated ? 0 : measure.value / 100;
  const figure = article.figure(measure).text;
  return (
    <div data-measure={measure.id} class={styles.drawing}>
      <p>
        <Prose text={article.words(measure).text} unitOf={article.unitOf} />
      </p>
      <svg viewBox={`0 0 ${barWidth} ${barHeight}`} role="img" aria-label={t('charts:share.alt', { figure })}>
        <rect class={styles.filled} width={barWidth * share} height={barHeight} />
        <rect class={styles.frame} x="0.5" y="0.5" width={barWidth - 1} height={barHeight - 1} />
      </svg>
      <Limits article={id} measure={measure} />
    </div>
  );
}

/** One ticked rung for each tier: that they are complete is all that the source says of them. */
function Tiers({ article: id, measure }: MeasureProps) {
  const { t } = useWords();
  const article = useArticle(id);
  const { label, steps = [], text } = article.words(measure);
  return (
    <div data-measure={measure.id} class={styles.drawing}>
      <ol class={styles.ladder} aria-label={t('charts:tiers.alt', { figure: label })}>
        {steps.map((step) => (
          <li key={step}>
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path class={styles.stroke} d="m2 10 6 7 11-14" />
            </svg>
            {step}
          </li>
        ))}
      </ol>
      <p>
        <Prose text={text} unitOf={article.unitOf} />
      </p>
    </div>
  );
}

const cell = { width: 28, height: 36, columns: 9, dot: 5 };

/** Which paragraphs hold figures, and which make their points without any. */
function ParagraphMap({ article: id }: Props) {
  const { t } = useWords();
  const article = useArticle(id);
  const { measures, source } = article.facts;
  const counts = measuresByParagraph(measures, source.paragraphs);
  const rows = Math.ceil(counts.length / cell.columns);
  const withFigures = counts.filter((count) => count > 0).length;
  const summary = t('charts:map.alt', { total: counts.length, with: withFigures });
  return (
    <section class={styles.drawing}>
      <h3>{t('charts:map.heading')}</h3>
      <p>{t('charts:map.note')}</p>
      <svg
        viewBox={`0 0 ${cell.columns * (cell.width + 5)} ${rows * (cell.height + 5)}`}
        role="img"
        aria-label={summary}
      >
        {counts.map((count, at) => (
          <Paragraph key={`P${at + 1}`} number={at + 1} count={count} />
        ))}
      </svg>
      <p class={styles.soft}>
        {summary}
        <br />
        {counts
          .map((count, at) => (count > 0 ? t('charts:map.list', { paragraph: at + 1, count }) : ''))
          .filter(Boolean)
          .join(t('charts:map.comma'))}
      </p>
    </section>
  );
}

function Paragraph({ number, count }: { readonly number: number; readonly count: number }) {
  const at = number - 1;
  const x = (at % cell.columns) * (cell.width + 5);
  const y = Math.floor(at / cell.columns) * (cell.height + 5);
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect class={styles.frame} x="0.5" y="0.5" width={cell.width - 1} height={cell.height - 1} />
      <text x={cell.width / 2} y="11" class={styles.number}>
        {number}
      </text>
      {Array.from({ length: count }, (_, dot) => (
        <circle
          key={`dot-${dot + 1}`}
          class={styles.filled}
          cx={cell.dot + (dot % 4) * 6}
          cy={18 + Math.floor(dot / 4) * 6}
          r="2"
        />
      ))}
    </g>
  );
}

/** Draws only what does not suggest more than the source says. */
export function Charts({ article }: Props) {
  const { t } = useWords();
  const { measures } = useArticle(article).facts;
  const shares = measures.filter(({ kind }) => kind === 'share');
  const tiers = measures.filter(hasSteps);
  return (
    <div class={styles.charts}>
      <h2>{t('charts:heading')}</h2>
      {measures.some(({ direction }) => direction !== 'none') && <Changes article={article} />}
      {shares.length > 0 && <h3>{t('charts:share.heading')}</h3>}
      {shares.map((measure) => (
        <Share key={measure.id} article={article} measure={measure} />
      ))}
      {tiers.length > 0 && <h3>{t('charts:tiers.heading')}</h3>}
      {tiers.map((measure) => (
        <Tiers key={measure.id} article={article} measure={measure} />
      ))}
      <ParagraphMap article={article} />
    </div>
  );
}
