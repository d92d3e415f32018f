import { type KeptPlace, placeKey, placeOf, readIn, updated } from '../../../core/records';
import { byAge } from '../../../core/stampOrder';
import { type Records, readRecords } from '../../platform/records';
import { jot, removeJotting } from '../jotting';
import { reportLastPlace, reportPlace, reportProgress, unkept } from '../kept';
import { place } from '../place';
import { keep, putMade, settled, wantedValue } from './change';

/** Cards that the reader has dwelt on and that the database does not have yet. */
const dwelt = new Set<string>();

/**
 * @param isBeginning whether this is the first card. A reader who looks at the contents again has not gone
 *   back to the beginning, so the first card replaces no other place.
 */
export async function keepPlace(article: string, here: KeptPlace, isBeginning = false): Promise<boolean> {
  const key = placeKey(article);
  dwelt.add(here.card);
  let cards = [...dwelt];
  let read: readonly string[] = cards;
  if (!isBeginning) reportPlace(here);
  const place = isBeginning ? placeOf(wantedValue(key)) : here;
  const isKept = await keep(key, place, {
    name: `${key}=${here.card}`,
    groups: ['places'],
    async work(records) {
      const old = await records.get(key);
      cards = [...dwelt];
      read = [...new Set([...readIn(old), ...cards])];
      if (!place && placeOf(old)) records.put(key, updated(old, { read }));
      else await putMade(records, key, { ...(place ?? here), read });
    },
  });
  if (isKept) {
    for (const card of cards) dwelt.delete(card);
    removeJotting(key, here);
  }
  reportProgress(read);
  return isKept;
}

/** Reports which cards have been read; resolves to where the reader was. */
export async function recallPlace(article: string): Promise<KeptPlace | undefined> {
  const key = placeKey(article);
  await settled();
  const record = await readRecords((records) => records.get(key)).catch(() => undefined);
  reportProgress(readIn(record));
  return placeOf(wantedValue(key) ?? record);
}

/** Reports in which of these articles the reader was last, and at which card. */
export async function recallLastPlace(articles: readonly string[]): Promise<void> {
  await settled();
  const recordsOf = (records: Records) => Promise.all(articles.map((id) => records.get(placeKey(id))));
  const found = await readRecords(recordsOf).catch(() => []);
  const places = found.flatMap((record, at) => {
    const card = placeOf(record)?.card;
    const article = articles[at];
    return card && article ? [{ record, card, article }] : [];
  });
  const last = places.sort((one, other) => byAge(other.record, one.record))[0];
  if (last) reportLastPlace({ article: last.article, card: last.card });
}

const pace = 1000; // ms; no more of the way than this is lost when the browser is killed
const rest = 30_000; // ms until a refused place is tried again, unless the database answers before

/**
 * Records the reader's place from now on: from time to time while scrolling, and
 * immediately when the page is left.
 */
export function followReader(article: string): void {
  let isWaiting = false;
  /** The place that is on the disk, and the one that is being written. */
  let kept = '';
  let written = '';
  let next = 0;
  const newPlace = () => {
    const now = place.value;
    if (!now) return undefined;
    const here: KeptPlace = { card: now.card, offset: Math.round(now.top), at: Date.now() };
    const name = here.card + here.offset;
    return name === kept ? undefined : { here, name, isBeginning: now.position === 1 };
  };
  const flush = async (now = newPlace()) => {
    isWaiting = false;
    if (!now || now.name === written || (unkept.value && performance.now() < next)) return;
    written = now.name;
    if (await keepPlace(article, now.here, now.isBeginning)) kept = now.name;
    else next = performance.now() + rest;
    if (written === now.name) written = '';
  };
  const note = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => void flush(), pace);
  };
  const leave = () => {
    const now = newPlace();
    if (now && !now.isBeginning) jot(placeKey(article), now.here);
    void flush(now);
  };
  place.watch(note);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
  addEventListener('pagehide', leave);
  note();
}
