import { tagOf } from '../../core/language';
import type { Term } from '../../core/model';
import { Prose } from './Prose';
import { useWords } from './words';

interface Props {
  readonly term: Term;
}

/** A term in both languages; English readers also see how the Chinese name is pronounced. */
export function TermNames({ term }: Props) {
  const { language, other } = useWords();
  const name = term[other.language];
  // 12345 is not said again in “12345 government service hotline”.
  const rest = name.startsWith(`${term[language]} `) ? name.slice(term[language].length + 1) : name;
  return (
    <>
      <b>
        <Prose text={term[language]} />
      </b>{' '}
      <span lang={tagOf[other.language]}>{rest}</span>
      {language === 'en' && (
        <>
          {' '}
          <span lang="zh-Latn-pinyin">{term.pinyin}</span>
        </>
      )}
    </>
  );
}

export function TermMeaning({ term }: Props) {
  const { t, say } = useWords();
  return (
    <>
      <Prose text={say(`terms:${term.id}`)} />
      {term.background && (
        <>
          {' '}
          <small>{t('glossary:background')}</small>
        </>
      )}
    </>
  );
}
