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
  return (
    <>
      <b>
        <Prose text={term[language]} />
      </b>{' '}
      <span lang={tagOf[other.language]}>{term[other.language]}</span>
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
