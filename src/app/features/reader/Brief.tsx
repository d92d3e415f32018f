import { Both } from '../../ui/Both';
import { TextBlock } from '../../ui/TextBlock';
import { useArticle, useWords } from '../../ui/words';
import styles from './Brief.module.css';

interface Props {
  readonly article: string;
  /** The address of a card. */
  readonly to: (card: string) => string;
  /** The card, counted from 0, whose first uses of terms are explained here; if absent, none are. */
  readonly termsOf?: number;
}

/** The news of the report: a sentence for each of its most important cards, with a link to the card. */
export function Brief({ article, to, termsOf }: Props) {
  const { t } = useWords();
  const { brief, facts } = useArticle(article);
  return (
    <section class={styles.brief} data-brief>
      {/* Each link says itself that it leads to a card. */}
      <p class={styles.column} aria-hidden="true">
        {t('reader:brief-card')}
      </p>
      <Both as="h2">{({ t }) => t('reader:brief')}</Both>
      <ol>
        {brief.map(({ card }, at) => (
          <li key={card.id}>
            <a href={to(card.id)} aria-label={t('reader:to-card', { number: facts.cards.indexOf(card) + 1 })}>
              {facts.cards.indexOf(card) + 1}
            </a>
            <TextBlock
              as="p"
              article={article}
              text={(words) => words.brief[at]?.text ?? ''}
              {...(termsOf !== undefined && { termsOf })}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
