import { hrefOf } from '../../core/routes';
import { Card, CardBody } from '../features/reader/Card';
import { Contents, ContentsBody } from '../features/reader/Contents';
import { Overview, OverviewBody } from '../features/reader/Overview';
import { cardsOf, End, EndBody, Section, SectionHeading } from '../features/reader/Sections';
import { articleOf, type Speech, speaking } from '../ui/words';
import { InstallIsland, StatusIsland } from './Island';
import * as styles from './pages.module.css';
import type { Part } from './parts';

interface Props {
  readonly id: string;
}

/** What each part of the page is told, once for the page as built and once for its parts in turn. */
function propsIn(speech: Speech, id: string) {
  const article = articleOf(speech, id);
  const { cards } = article.facts;
  const [overview] = cards;
  return {
    article,
    contents: { article, to: (anchor: string) => `#${anchor}` },
    overview: overview && {
      article,
      card: overview,
      terms: speech.termsIn(id, 0),
      status: <StatusIsland />,
      children: <InstallIsland />,
    },
    sections: article.facts.sections.map(({ id: section }) => ({
      section,
      cards: cardsOf(article, section).map((card) => {
        const index = cards.indexOf(card);
        return { article, card, terms: speech.termsIn(id, index), position: index + 1 };
      }),
    })),
  };
}

function Onward({ id }: Props) {
  const { t, language, site } = speaking();
  return (
    <>
      <a href={hrefOf(site, { page: 'measures', language, article: id })}>{t('frame:nav.measures')}</a>{' '}
      <a href={hrefOf(site, { page: 'terms', language })}>{t('frame:nav.terms')}</a>{' '}
      <a href={hrefOf(site, { page: 'about', language })}>{t('frame:nav.about')}</a>
    </>
  );
}

/** The cards of one article, in sections. */
export function ArticlePage({ id }: Props) {
  const { article, contents, overview, sections } = propsIn(speaking(), id);
  return (
    <>
      {overview && <Overview {...overview} />}
      <Contents {...contents} />
      {sections.map(({ section, cards }) => (
        <Section key={section} article={article} section={section}>
          {cards.map((card) => (
            <Card key={card.card.id} {...card} />
          ))}
        </Section>
      ))}
      <End article={article} />
      <p class={styles.onward} id="onward">
        <Onward id={id} />
      </p>
    </>
  );
}

/** The same, part by part. */
export function articleParts(speech: Speech, id: string): Part[] {
  const { article, contents, overview, sections } = propsIn(speech, id);
  return [
    ...(overview ? [{ at: `#${overview.card.id}`, body: <OverviewBody {...overview} /> }] : []),
    { at: '#contents', body: <ContentsBody {...contents} /> },
    ...sections.flatMap(({ section, cards }) => [
      { at: `#${section}>div`, body: <SectionHeading article={article} section={section} /> },
      ...cards.map((card) => ({ at: `#${card.card.id}`, body: <CardBody {...card} /> })),
    ]),
    { at: '#end', body: <EndBody article={article} /> },
    { at: '#onward', body: <Onward id={id} /> },
  ];
}
