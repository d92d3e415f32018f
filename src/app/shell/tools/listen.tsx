import { render } from 'preact';
import listenEn from '../../../../locales/en/listen.json';
import listenZh from '../../../../locales/zh/listen.json';
import type { Language } from '../../../core/language';
import { sentencesOf } from '../../../core/sentences';
import { utterancesOf } from '../../../core/speech/utterances';
import { Listen, type Scope } from '../../features/listen/Listen';
import { player as playerClass } from '../../features/listen/Listen.module.css';
import css from '../../features/listen/Listen.module.css?inline';
import { Player } from '../../features/listen/Player';
import * as card from '../../features/reader/Card.module.css';
import { holdMediaKeys } from '../../platform/mediaSession';
import { isInSight, markSpoken, type SpokenBlock, spokenBlocks } from '../../platform/spokenBlocks';
import { addStyles } from '../../platform/styles';
import { openSpeech } from '../../platform/voices';
import { opened } from '../../state/cardTools';
import { type Listening, openListening, type Spoken } from '../../state/listening';
import * as figure from '../../ui/Figure.module.css';
import { Speaking } from '../../ui/words';
import type { Scene } from '../app';
import type { OpenTool, ToolContext } from './tool';

/** A sentence on the page, in the card it stands in. */
interface Place {
  readonly block: SpokenBlock;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** The sentence of a measure says its figure in full; only where there is none, in the overview, the figure is read. */
const blocks = 'h1, h3, p, dt, dd, li > a';
const silent = `details, [data-island], [data-tools], [data-panel], [data-note], [data-other], [aria-hidden], .${card.position}, .${card.label}, [id] > div > .${figure.figure}`;

function spokenIn(card: Element, language: Language): Spoken[] {
  return spokenBlocks(card, blocks, silent).flatMap((block, at) => {
    const places = sentencesOf(block.text, language).map((range): Place => ({ block, at, ...range }));
    return utterancesOf(block.text, language).map(({ sentence, ...said }) => ({
      ...said,
      mark: places[sentence],
    }));
  });
}

/** What is being read, and in which language; it goes on in the other when that is shown. */
interface Reading {
  card: string;
  /** The cards that follow. */
  rest: readonly string[];
  queue: readonly Spoken[];
  language: Language;
}

let listening: Listening | undefined;
let reading: Reading | undefined;
let context: ToolContext | undefined;
/** Stands at the foot of the window while something is read. */
let bar: HTMLElement | undefined;

const idsOf = (cards: Iterable<Element>) => [...cards].map(({ id }) => id);

function cardsFrom(card: HTMLElement, scope: Scope): string[] {
  if (scope === 'card') return [card.id];
  if (scope === 'section') return idsOf(card.closest('section')?.querySelectorAll('[data-card]') ?? [card]);
  const all = idsOf(document.querySelectorAll('[data-card]'));
  return all.slice(all.indexOf(card.id));
}

/** Reads a card, and then those that follow it. */
function read(element: Element, rest: readonly string[], language: Language, from = 0): void {
  const queue = spokenIn(element, language);
  reading = { card: element.id, rest, queue, language };
  listening?.play(
    queue,
    Math.max(
      queue.findIndex(({ mark }) => (mark as Place).at >= from),
      0,
    ),
  );
}

const placeOf = (now: Listening): Place | undefined =>
  reading?.queue[now.status.value.at]?.mark as Place | undefined;

function showBar(now: Listening, { speech }: Scene): void {
  const isNew = !bar;
  if (!bar) {
    bar = document.createElement('div');
    bar.className = playerClass;
    bar.dataset.player = '';
    document.body.append(bar);
  }
  render(
    <Speaking speech={speech} key={speech.language}>
      <Player listening={now} />
    </Speaking>,
    bar,
  );
  if (isNew) bar.querySelector<HTMLElement>('[data-hold]')?.focus({ preventScroll: true });
}

function hideBar(): void {
  if (!bar) return;
  const hadFocus = bar.contains(document.activeElement);
  render(null, bar);
  bar.remove();
  bar = undefined;
  const { value } = opened;
  if (hadFocus && value)
    document
      .querySelector<HTMLElement>(`#${value.card} > [data-tools] [data-tool=listen]`)
      ?.focus({ preventScroll: true });
}

/** Marks the sentence that is said; it comes into sight where the one before it was. */
function follow(now: Listening, before: Element | undefined): Element | undefined {
  const place = placeOf(now);
  const below = bar?.offsetHeight ?? 0;
  const isFollowed = !before?.isConnected || isInSight(before, below);
  markSpoken(place?.block, place?.start, place?.end);
  const element = place?.block.element;
  if (element && element !== before && isFollowed) element.scrollIntoView({ block: 'nearest' });
  return element;
}

function showPanel(): void {
  if (!context || !listening) return;
  const { panel, card, speech } = context;
  const now = listening;
  render(
    <Speaking speech={speech} key={speech.language}>
      <Listen
        canSpeak={now.speaks(speech.language)}
        hasFailed={!!now.status.value.failed}
        start={(scope) => {
          const [first = card.id, ...rest] = cardsFrom(card, scope);
          read(document.getElementById(first) ?? card, rest, speech.language);
        }}
      />
    </Speaking>,
    panel,
  );
}

async function begin({ addWords }: Scene): Promise<Listening> {
  addStyles(css);
  addWords({ zh: { listen: listenZh }, en: { listen: listenEn } });
  const voice = openListening(await openSpeech(), (verbs) => holdMediaKeys(document.title, verbs));
  const now: Listening = {
    ...voice,
    stop() {
      reading = undefined;
      voice.stop();
    },
  };
  let before: Element | undefined;
  now.status.watch(({ kind, failed }) => {
    if (kind === 'speaking' || kind === 'paused') {
      if (context) showBar(now, context);
      before = follow(now, before);
      return;
    }
    markSpoken();
    const [next, ...rest] = reading?.rest ?? [];
    const card = next && !failed && document.getElementById(next);
    if (card && reading) return read(card, rest, reading.language);
    reading = undefined;
    hideBar();
    showPanel();
  });
  return now;
}

/** Reading aloud, with the system's voices: this card, its section, or from here to the end. */
export const openTool: OpenTool = async (here) => {
  const before = context;
  listening ??= await begin(here);
  const now = listening;
  context = here;
  const { language } = here.speech;
  showPanel();
  if (reading && before && reading.language !== language) {
    const { card, rest } = reading;
    const wasPaused = now.status.value.kind === 'paused';
    const at = placeOf(now)?.at;
    const other = await before.other(`#${card}`);
    // What comes next is read from the page that is shown.
    if (other && now.speaks(language)) {
      read(other, rest, language, at);
      if (wasPaused) now.pause();
      showBar(now, here);
    } else now.stop();
  }
  return () => {
    render(null, here.panel);
    // In the other language, or under another card, it goes on.
    if (opened.value?.tool !== 'listen') now.stop();
  };
};
