import type { UsedTerm } from '../../../core/page';
import { hrefOf } from '../../../core/routes';
import { anchorOfTerm } from '../../../core/terms';
import { TermMeaning, TermNames } from '../../ui/TermText';
import { useWords } from '../../ui/words';
import styles from './Glossary.module.css';

/** The reports that use a term. */
function Uses({ term: { reports } }: { readonly term: UsedTerm }) {
  const { t, say, site, language } = useWords();
  return (
    reports.length > 0 && (
      <p class={styles.uses}>
        {t('glossary:used')}
        {reports.map((article, at) => (
          <>
            {at > 0 ? t('glossary:and') : ' '}
            <a href={hrefOf(site, { page: 'article', language, article })}>
              {say(`reports:${article}.name`)}
            </a>
          </>
        ))}
      </p>
    )
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
          <dl>
            {terms
              .filter((term) => term.group === group)
              .map((term) => (
                <div key={term.id} id={anchorOfTerm(term.id)} class={styles.term}>
                  <dt>
                    <TermNames term={term} />
                  </dt>
                  <dd>
                    <TermMeaning term={term} />
                    <Uses term={term} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}
