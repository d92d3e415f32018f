import type { ComponentChildren } from 'preact';
import type { ArticleReader } from '../../../core/articleWords';
import { citationForms, citationOf, citedWorks, type Run } from '../../../core/citation';
import { tagOf } from '../../../core/language';
import { addressOf } from '../../../core/routes';
import { speaking } from '../../ui/words';
import * as styles from './Citation.module.css';

interface Props {
  readonly article: ArticleReader;
  /** The place for a button that copies the citation before it. */
  readonly copy: () => ComponentChildren;
}

/** How to cite the article and this summary of it; `CopyButton` finds the text it copies by this order. */
export function Citation({ article, copy }: Props) {
  const { t, language, site } = speaking();
  const { id } = article.facts;
  const own = {
    site: t('frame:brand'),
    address: addressOf(site, { page: 'article', language, article: id }),
  };
  const typeset = ({ text, language: written, isTitle }: Run) => {
    const lang = written === language ? undefined : tagOf[written];
    return isTitle ? <cite lang={lang}>{text}</cite> : lang ? <span lang={lang}>{text}</span> : text;
  };
  return (
    <>
      <h2 id={`cite-${id}`}>{t('citation:heading')}</h2>
      {citedWorks.map((work) => (
        <div key={work} class={styles.work}>
          <h3>{t(`citation:${work}`)}</h3>
          {citationForms.map((form) => (
            <div key={form} class={styles.form}>
              <p class={styles.name}>{t(`citation:${form}`)}</p>
              <p>{citationOf(work, form, article, own).map(typeset)}</p>
              {copy()}
            </div>
          ))}
        </div>
      ))}
      <p class={styles.name}>{t('citation:note')}</p>
    </>
  );
}
