import { useRef, useState } from 'preact/hooks';
import { type CitationForm, citationForms, citedWorks, type Run } from '../../../core/citation';
import { tagOf } from '../../../core/language';
import { type Copying, copyText } from '../../state/copying';
import { useHydrated } from '../../ui/Part';
import { useWords } from '../../ui/words';
import styles from './Citation.module.css';

interface FormProps {
  readonly form: CitationForm;
  readonly runs: readonly Run[];
}

/** One citation, and a button that copies it; the outcome is announced beside the button. */
function Form({ form, runs }: FormProps) {
  const { t, language } = useWords();
  const isHydrated = useHydrated();
  const text = useRef<HTMLParagraphElement>(null);
  const [done, setDone] = useState<Copying>();
  const typeset = ({ text, language: written, isTitle }: Run) => {
    const lang = written === language ? undefined : tagOf[written];
    return isTitle ? <cite lang={lang}>{text}</cite> : lang ? <span lang={lang}>{text}</span> : text;
  };
  const copy = async () => text.current && setDone(await copyText(text.current));
  return (
    <div class={styles.form}>
      <p class={styles.name}>{t(`citation:${form}`)}</p>
      <p ref={text}>{runs.map(typeset)}</p>
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

/** How to cite the report and this summary of it. */
export function Citation({ article }: { readonly article: string }) {
  const { t, imprint } = useWords();
  const { works, notes } = imprint(article).citations;
  return (
    <>
      <h3 id={`cite-${article}`}>{t('citation:heading')}</h3>
      {citedWorks.map((work) => (
        <div key={work} class={styles.work}>
          <h4>{t(`citation:${work}`)}</h4>
          {citationForms.map((form) => (
            <Form key={form} form={form} runs={works[work][form]} />
          ))}
        </div>
      ))}
      {notes.map((note) => (
        <p key={note} class={styles.name}>
          {t(`citation:notes.${note}`)}
        </p>
      ))}
    </>
  );
}
