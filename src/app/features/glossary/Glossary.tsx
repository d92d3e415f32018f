import { tagOf } from '../../../core/language';
import type { Term } from '../../../core/model';
import { anchorOfTerm } from '../../../core/terms';
import { Prose } from '../../ui/Prose';
import { printing } from '../../ui/print';
import * as styles from './Glossary.module.css';

function Entry({ term }: { readonly term: Term }) {
  const { language, t, say } = printing();
  const names = language === 'zh' ? ([term.zh, term.en] as const) : ([term.en, term.zh] as const);
  const foreign = language === 'zh' ? tagOf.en : tagOf.zh;
  return (
    <div id={anchorOfTerm(term.id)} class={styles.term}>
      <dt>
        <b>
          <Prose text={names[0]} />
        </b>{' '}
        <span lang={foreign}>{names[1]}</span>
        {language === 'en' && (
          <>
            {' '}
            <span lang="zh-Latn-pinyin">{term.pinyin}</span>
          </>
        )}
      </dt>
      <dd>
        <Prose text={say(`terms:${term.id}`)} />
        {term.background && <small> {t('glossary:background')}</small>}
      </dd>
    </div>
  );
}

/** The glossary by group, in the order of the content. */
export function Glossary() {
  const { terms, say } = printing();
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
                <Entry key={term.id} term={term} />
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}
