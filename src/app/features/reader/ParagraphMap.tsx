import { measuresByParagraph } from '../../../core/figures';
import type { Facts } from '../../../core/model';
import { Both } from '../../ui/Both';
import { usePartRoot } from '../../ui/Part';
import { useArticle, useWords } from '../../ui/words';
import styles from './ParagraphMap.module.css';

/** The card that tells a paragraph: one with a figure of it, or else the last that is drawn from it. */
function cardOf({ cards, measures }: Facts, paragraph: number): string | undefined {
  const told = measures.find((measure) => measure.paragraph === paragraph);
  return told?.card ?? cards.findLast(({ paragraphs }) => paragraphs.includes(paragraph))?.id;
}

/** More figures than this make a dot no larger. */
const largest = 4;

/** The report at a glance: a dot for each paragraph, the larger the more figures it holds, each a link to its card. */
export function ParagraphMap({ article }: { readonly article: string }) {
  const { t } = useWords();
  const { facts } = useArticle(article);
  const counts = measuresByParagraph(facts.measures, facts.source.paragraphs);
  const total = counts.length;
  const withFigures = counts.filter((count) => count > 0).length;
  return (
    <nav {...usePartRoot()} class={styles.map} aria-label={t('reader:map-label')}>
      <Both as="p">{({ t }) => t('reader:map', { total, with: withFigures })}</Both>
      <ol>
        {counts.map((count, at) => (
          <li key={`P${at + 1}`}>
            <a
              href={`#${cardOf(facts, at + 1)}`}
              aria-label={t('reader:map-dot', { paragraph: at + 1, count })}
              data-figures={Math.min(count, largest)}
            >
              {at + 1}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
