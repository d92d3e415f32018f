import { useMemo, useRef, useState } from 'preact/hooks';
import { routeOf, type Words } from '../../../core/page';
import { addressOf } from '../../../core/routes';
import { type CardText, cardTextOf, citedText } from '../../../core/sharing';
import { canShare, selectText, share, writeClipboard } from '../../state/sharing';
import { useWords } from '../../ui/words';
import { type Answer, PicturePart } from './PicturePart';
import styles from './Share.module.css';

interface Props {
  readonly article: string;
  readonly card: string;
}

function textOf(words: Words, article: string, id: string): CardText {
  const card = words.article(article).facts.cards.find((card) => card.id === id);
  if (!card) throw new Error(`"${id}": expected a card of ${article}`);
  const page = addressOf(words.site, routeOf(words.page, words.language));
  return cardTextOf(words, article, card, `${new URL(page, location.href).href}#${id}`);
}

/** What a reader can take along from a card, all made on the device. Every outcome is announced. */
export function SharePanel({ article, card }: Props) {
  const words = useWords();
  const { t } = words;
  const text = useMemo(() => textOf(words, article, card), [words, article, card]);
  const [answer, setAnswer] = useState<Answer>();
  /** The text that could not be copied, shown for the reader to copy it. */
  const [selected, setSelected] = useState('');
  const selection = useRef<HTMLParagraphElement>(null);
  const [hasPicture, setPicture] = useState(false);

  async function copy(what: 'link' | 'citation' | 'text', copied: string): Promise<void> {
    const isCopied = await writeClipboard(copied);
    setAnswer(isCopied ? `copied.${what}` : 'selected');
    setSelected(isCopied ? '' : copied);
    // Preact has rendered by then, because it does so in an earlier microtask.
    queueMicrotask(() => selection.current && selectText(selection.current));
  }

  async function shareWith(what: ShareData): Promise<void> {
    if ((await share(what)) === 'failed') setAnswer('unshared');
  }

  return (
    <section class={styles.share} aria-label={t('share:label')}>
      <p class={styles.actions}>
        {canShare() && (
          <button
            type="button"
            data-share
            onClick={() => void shareWith({ title: `${text.title} · ${text.name}`, url: text.address })}
          >
            {t('share:share')}
          </button>
        )}
        <button type="button" data-copy-link onClick={() => void copy('link', text.address)}>
          {t('share:link')}
        </button>
        <button type="button" data-copy-citation onClick={() => void copy('citation', citedText(text, t))}>
          {t('share:citation')}
        </button>
        <button type="button" data-picture aria-expanded={hasPicture} onClick={() => setPicture(true)}>
          {t('share:picture')}
        </button>
      </p>
      <p class={styles.answer} role="status">
        {answer && t(`share:${answer}`)}
      </p>
      {selected && (
        <p class={styles.text} ref={selection} data-selected>
          {selected}
        </p>
      )}
      {hasPicture && (
        <PicturePart
          article={article}
          card={card}
          text={text}
          say={setAnswer}
          copy={(copied) => void copy('text', copied)}
          share={(file) => void shareWith({ files: [file] })}
          close={() => setPicture(false)}
        />
      )}
    </section>
  );
}
