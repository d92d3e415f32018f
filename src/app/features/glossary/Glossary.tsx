import type { UsedTerm } from '../../../core/page';
import { hrefOf } from '../../../core/routes';
import { anchorOfTerm } from '../../../core/terms';
import { Prose } from '../../ui/Prose';
import { TermNames } from '../../ui/TermText';
import { useWords } from '../../ui/words';
import styles from './Glossary.module.css';

/** Whether the explanation comes from a report, and the reports that use the term. */
function Origin({ term: { background, reports } }: { readonly term: UsedTerm }) {
  const { t, say, site, language } = useWords();
  return (
    <p class={styles.origin}>
      {!background && t('glossary:from-report')}
      {reports.length > 0 && t('glossary:used')}
      {reports.map((article, at) => (
        <>
          {at > 0 && t('glossary:and')}
          <a href={hrefOf(site, { page: 'article', language, article })}>{say(`reports:${article}.name`)}</a>
        </>
      ))}
    </p>
  );
}

/** The glossary by group, in the order of the content. */
export function Glossary() {
  const { terms, say } = useWords();
  const groups = [...new Set(terms.map(({ group }) => group))];
  return (
    <>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} class={styles.heading}>
            {say(`glossary:groups.${group}`)}
          </h2>
          <dl class={styles.terms}>
            {terms
              .filter((term) => term.group === group)
              .map((term) => (
                <div key={term.id} id={anchorOfTerm(term.id)} class={styles.term}>
                  <dt>
                    <TermNames term={term} />
                  </dt>
                  <dd>
                    <Prose text={say(`terms:${term.id}`)} />
                    <Origin term={term} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}
