import { useEffect, useState } from 'preact/hooks';
import type { Card } from '../../../core/model';
import type { Words } from '../../../core/page';
import { utterancesOfCard } from '../../../core/speech/cardTexts';
import { openReading, type Reading } from '../../state/reading';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './Listen.module.css';
import { Player } from './Player';

/** How much is read aloud: the card, the section it is in, or all that follows as well. */
const scopes = ['card', 'section', 'onward'] as const;
type Scope = (typeof scopes)[number];

interface Props {
  readonly article: string;
  readonly card: string;
}

function cardsFrom(cards: readonly Card[], id: string, scope: Scope): string[] {
  const at = cards.findIndex((card) => card.id === id);
  if (scope === 'card') return [id];
  const section = cards[at]?.section;
  const chosen = scope === 'onward' ? cards.slice(at) : cards.filter((card) => card.section === section);
  return chosen.map((card) => card.id);
}

const readIn = (words: Words, article: string) => (id: string) => {
  const card = words.article(article).facts.cards.find((card) => card.id === id);
  return card ? utterancesOfCard(words, article, card) : [];
};

/** Starts reading aloud with the voices of the device. Reading ends when the panel is closed. */
export function ListenPanel(props: Props) {
  const [reading, setReading] = useState<Reading>();
  useEffect(() => {
    let isWanted = true;
    void openReading().then((opened) => isWanted && setReading(opened));
    return () => {
      isWanted = false;
    };
  }, []);
  return reading ? <Listen reading={reading} {...props} /> : null;
}

function Listen({ reading, article, card }: Props & { readonly reading: Reading }) {
  const words = useWords();
  const { t, language } = words;
  const { kind, failed } = useSignal(reading.status);
  const isPlaying = kind === 'speaking' || kind === 'paused';
  useEffect(() => reading.stop, [reading]);
  useEffect(() => reading.changeLanguage(language, readIn(words, article)), [reading, words]);
  const canSpeak = reading.speaks(language);
  const start = (scope: Scope) =>
    reading.read(cardsFrom(words.article(article).facts.cards, card, scope), readIn(words, article));
  const leave = () =>
    document
      .querySelector<HTMLElement>(`#${card} > [data-tools] [data-tool=listen]`)
      ?.focus({ preventScroll: true });
  return (
    <>
      <fieldset class={styles.starts} aria-label={t('listen:label')}>
        {canSpeak &&
          scopes.map((scope) => (
            <button key={scope} type="button" data-listen={scope} onClick={() => start(scope)}>
              {t(`listen:${scope}`)}
            </button>
          ))}
        <p role="status">{!canSpeak ? t('listen:absent') : failed && t('listen:failed')}</p>
      </fieldset>
      {isPlaying && <Player reading={reading} leave={leave} />}
    </>
  );
}
