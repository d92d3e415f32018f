import type { Card } from '../../../core/model';
import { hrefOf } from '../../../core/routes';
import { progress } from '../../state/progress';
import { Both } from '../../ui/Both';
import { HeadingText } from '../../ui/Heading';
import { useHydrated, usePartRoot } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useArticle, useWords } from '../../ui/words';
import styles from './Sections.module.css';

interface Props {
  readonly article: string;
  readonly section: string;
}

/** The heading above the cards of a section: its title, and the numbers of its first and last card. */
export function SectionHeading({ article, section }: Props) {
  const { t } = useWords();
  const { cards } = useArticle(article).facts;
  const positionOf = (card: Card | undefined) => (card ? cards.indexOf(card) + 1 : 0);
  const inSection = cards.filter((card) => card.section === section);
  return (
    <div {...usePartRoot<HTMLDivElement>()} class={styles.heading}>
      <Both as="h2" id={`${section}-title`}>
        {(words) => <HeadingText text={words.article(article).text(`sections.${section}.title`)} />}
      </Both>
      <p>
        {t('reader:range', {
          first: positionOf(inSection[0]),
          last: positionOf(inSection.at(-1)),
          total: cards.length,
          ...(inSection.length === 1 && { context: 'single' }),
        })}
      </p>
    </div>
  );
}

/** A visible end: nothing more is loaded below it. */
export function End({ article }: Pick<Props, 'article'>) {
  const { t, site, language } = useWords();
  const { cards } = useArticle(article).facts;
  const total = cards.length;
  const read = useSignal(progress);
  const isHydrated = useHydrated();
  // A link on paper shows only its address: of the article, and of the page that explains its terms.
  const addresses = () =>
    [hrefOf(site, { page: 'article', article, language }), hrefOf(site, { page: 'terms', language })]
      .map((address) => location.origin + address)
      .join('\n');
  return (
    <p
      {...usePartRoot<HTMLParagraphElement>()}
      class={styles.end}
      id="end"
      data-address={isHydrated ? addresses() : undefined}
    >
      <span aria-hidden="true">■</span> {t('reader:end')}
      <br />
      {t('reader:end-count', { total })}
      {isHydrated && cards.every(({ id }) => read.includes(id)) && (
        <small data-progress>{t('place:all-read', { total })}</small>
      )}
    </p>
  );
}
