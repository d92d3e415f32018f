import { hrefOf } from '../../../core/routes';
import { lastPlace } from '../../state/progress';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';

/** Leads a reader who has come back to where they were last, in whichever report that was. */
export function Continue() {
  const { t, say, site, language, articles, page } = useWords();
  const last = useSignal(lastPlace);
  if (!useHydrated() || !last || !page.articles.includes(last.article)) return <div data-live="continue" />;
  const { article, card } = last;
  const report = say(`reports:${article}.name`);
  const number =
    1 +
    (articles.find(({ facts }) => facts.id === article)?.facts.cards.findIndex(({ id }) => id === card) ??
      -1);
  return (
    <div data-live="continue">
      <a href={`${hrefOf(site, { page: 'article', language, article })}#${card}`} data-continue>
        {number > 0 ? t('home:continue-card', { number, report }) : t('home:continue', { report })}
      </a>
    </div>
  );
}
