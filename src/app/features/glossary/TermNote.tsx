import { hrefOf } from '../../../core/routes';
import { anchorOfTerm } from '../../../core/terms';
import { Prose } from '../../ui/Prose';
import { speaking } from '../../ui/words';

/** What a term means, under the paragraph that uses it. */
export function TermNote({ id }: { readonly id: string }) {
  const { language, site, terms, t, say } = speaking();
  const term = terms.find((candidate) => candidate.id === id);
  if (!term) return null;
  const [name, other] = language === 'zh' ? [term.zh, term.en] : [term.en, term.zh];
  return (
    <p>
      <strong>
        <Prose text={t('glossary:names', { name, other })} />
      </strong>
      <br />
      <Prose text={say(`terms:${id}`)} /> {term.background && <small>{t('glossary:background')} </small>}
      <a href={`${hrefOf(site, { page: 'terms', language })}#${anchorOfTerm(id)}`}>{t('glossary:more')}</a>
    </p>
  );
}
