import type { ArticleReader } from '../../../core/articleWords';
import { type Card, notStated } from '../../../core/model';
import { Prose } from '../../ui/Prose';
import { speaking } from '../../ui/words';
import * as styles from './Contents.module.css';

interface Props {
  readonly article: ArticleReader;
  readonly to: (card: string) => string;
}

const positionOf = (article: ArticleReader, card: Card) => article.facts.cards.indexOf(card) + 1;

function Entries({ article, cards, to }: Props & { readonly cards: readonly Card[] }) {
  return (
    <>
      {cards.map((card) => (
        <li key={card.id} class={styles.entry}>
          <a href={to(card.id)}>
            <span class={styles.position}>{positionOf(article, card)}</span>
            <Prose text={article.card(card.id).title} />
          </a>
        </li>
      ))}
    </>
  );
}

/** All cards by section, numbered as they are on the cards. */
export function Contents({ article, to }: Props) {
  const { t } = speaking();
  const { cards, sections } = article.facts;
  const inSection = (section: string) => cards.filter((card) => card.section === section);
  return (
    <nav id="contents" class={styles.contents} aria-labelledby="contents-title">
      <h2 id="contents-title">{t('place:contents')}</h2>
      <ol>
        <Entries article={article} cards={inSection(notStated)} to={to} />
        {sections.map(({ id }) => (
          <li key={id}>
            <h3>{article.text(`sections.${id}.title`)}</h3>
            <ol>
              <Entries article={article} cards={inSection(id)} to={to} />
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}
