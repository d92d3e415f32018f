import type { ArticleReader } from '../../core/articleWords';
import type { Words } from '../../core/page';
import { termsIn } from '../../core/terms';
import { Both } from './Both';
import { Late } from './Late';
import { useTermNotes } from './OpenTerms';
import { Prose } from './Prose';
import { useWords } from './words';

interface Props {
  readonly as: 'p' | 'dt' | 'dd';
  readonly class?: string | undefined;
  readonly article: string;
  readonly text: (article: ArticleReader) => string;
  /** The card, counted from 0, whose first uses of terms are explained here; if absent, none are. */
  readonly termsOf?: number;
}

/** Finds the terms to be explained in a text of a card. The second of two languages explains none again. */
export const termFinder = (words: Words, isSecond: boolean, article: string, termsOf: number | undefined) =>
  termsOf === undefined || isSecond ? undefined : words.termsIn(article, termsOf);

/** One text of an article as a block. A note on a term opens under it, never over the text. */
export function TextBlock({ as, class: look, article: id, text, termsOf }: Props) {
  const notes = termsOf !== undefined && <TermNotes article={id} text={text} termsOf={termsOf} />;
  return (
    <>
      <Both as={as} class={look}>
        {(words, isSecond) => {
          const article = words.article(id);
          return (
            <>
              <Prose
                text={text(article)}
                unitOf={article.unitOf}
                terms={termFinder(words, isSecond, id, termsOf)}
              />
              {as === 'dd' && !isSecond && notes}
            </>
          );
        }}
      </Both>
      {as === 'p' && notes}
    </>
  );
}

/** The notes that the reader has opened on terms of this text. */
export function TermNotes({
  article: id,
  text,
  termsOf,
}: Required<Pick<Props, 'article' | 'text' | 'termsOf'>>) {
  const words = useWords();
  const { open, load } = useTermNotes();
  if (open.length === 0) return null;
  const article = words.article(id);
  const found = termsIn(text(article), article, words.termsIn(id, termsOf));
  return open
    .filter((term) => found.includes(term))
    .map((term) => (
      <Late
        key={term}
        load={load}
        props={{ term }}
        failed={<p role="status">{words.t('status:failed')}</p>}
      />
    ));
}
