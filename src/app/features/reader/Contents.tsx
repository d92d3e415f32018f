import { type Card, notStated } from '../../../core/model';
import { cardHere } from '../../state/place';
import { progress } from '../../state/progress';
import { Both } from '../../ui/Both';
import { HeadingText } from '../../ui/Heading';
import { useHydrated, usePartRoot } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useArticle, useWords } from '../../ui/words';
import styles from './Contents.module.css';

interface Props {
  readonly article: string;
  /** Where else than in the text of its article it stands. */
  readonly id?: string;
}

function Entries({ article, cards }: Pick<Props, 'article'> & { readonly cards: readonly Card[] }) {
  const all = useArticle(article).facts.cards;
  const here = useSignal(cardHere);
  const isHydrated = useHydrated();
  return (
    <>
      {cards.map((card) => (
        <li key={card.id} class={styles.entry}>
          <a href={`#${card.id}`} aria-current={isHydrated && card.id === here ? 'location' : undefined}>
            <span class={styles.position}>{all.indexOf(card) + 1}</span>
            <Both>
              {(words) => (
                <span>
                  <HeadingText text={words.article(article).card(card.id).title} />
                </span>
              )}
            </Both>
          </a>
        </li>
      ))}
    </>
  );
}

/** How many of a section's cards have been read, once there are any. */
function Progress({ cards }: { readonly cards: readonly Card[] }) {
  const { t } = useWords();
  const read = useSignal(progress);
  const isHydrated = useHydrated();
  const count = isHydrated ? cards.filter(({ id }) => read.includes(id)).length : 0;
  return count > 0 && <small data-progress>{t('place:read', { read: count, total: cards.length })}</small>;
}

/** All cards by section, numbered as they are on the cards. */
export function Contents({ article, id = 'contents' }: Props) {
  const { cards, sections } = useArticle(article).facts;
  const root = usePartRoot<HTMLElement>();
  // In the bar the contents are a piece of its part, which keeps its own root.
  const attributes = id === 'contents' ? root : { lang: root.lang };
  const inSection = (section: string) => cards.filter((card) => card.section === section);
  return (
    <nav {...attributes} id={id} class={styles.contents} aria-labelledby={`${id}-title`}>
      <Both as="h2" id={`${id}-title`}>
        {({ t }) => t('place:contents')}
      </Both>
      <ol>
        <Entries article={article} cards={inSection(notStated)} />
        {sections.map(({ id }) => (
          <li key={id}>
            <Both as="h3">
              {(words, isSecond) => (
                <>
                  {words.article(article).text(`sections.${id}.title`)}
                  {!isSecond && <Progress cards={inSection(id)} />}
                </>
              )}
            </Both>
            <ol>
              <Entries article={article} cards={inSection(id)} />
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}
