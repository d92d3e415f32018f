import { anchorOfTerm } from '../../../core/terms';
import { TermMeaning, TermNames } from '../../ui/TermText';
import { useWords } from '../../ui/words';
import styles from './Glossary.module.css';

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
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}
