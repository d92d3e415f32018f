import { useRef, useState } from 'preact/hooks';
import {
  type CitationForm,
  type CitedWork,
  citationForms,
  citationOf,
  citedWorks,
  type Run,
} from '../../../core/citation';
import { tagOf } from '../../../core/language';
import { addressOf } from '../../../core/routes';
import { type Copying, copyText } from '../../state/copying';
import { useHydrated } from '../../ui/Part';
import { useArticle, useWords } from '../../ui/words';
import styles from './Citation.module.css';

interface Props {
  readonly article: string;
}

interface FormProps extends Props {
  readonly work: CitedWork;
  readonly form: CitationForm;
}

/** One citation, and a button that copies it; the outcome is announced beside the button. */
function Form({ article: id, work, form }: FormProps) {
  const { t, language, site } = useWords();
  const article = useArticle(id);
  const isHydrated = useHydrated();
  const text = useRef<HTMLParagraphElement>(null);
  const [done, setDone] = useState<Copying>();
  const publication = {
    site: t('frame:brand'),
    address: addressOf(site, { page: 'article', language, article: id }),
  };
  const typeset = ({ text, language: written, isTitle }: Run) => {
    const lang = written === language ? undefined : tagOf[written];
    return isTitle ? <cite lang={lang}>{text}</cite> : lang ? <span lang={lang}>{text}</span> : text;
  };
  const copy = async () => text.current && setDone(await copyText(text.current));
  return (
    <div class={styles.form}>
      <p class={styles.name}>{t(`citation:${form}`)}</p>
      <p ref={text}>{citationOf(work, form, article, publication).map(typeset)}</p>
      <div data-live="cite">
        {isHydrated && (
          <>
            <button type="button" onClick={() => void copy()}>
              {t('copying:copy')}
            </button>
            <span role="status">{done && t(`copying:${done}`)}</span>
          </>
        )}
      </div>
    </div>
  );
}

/** How to cite the article and this summary of it. */
export function Citation({ article }: Props) {
  const { t } = useWords();
  return (
    <>
      <h2 id={`cite-${article}`}>{t('citation:heading')}</h2>
      {citedWorks.map((work) => (
        <div key={work} class={styles.work}>
          <h3>{t(`citation:${work}`)}</h3>
          {citationForms.map((form) => (
            <Form key={form} article={article} work={work} form={form} />
          ))}
        </div>
      ))}
      <p class={styles.name}>{t('citation:note')}</p>
    </>
  );
}
