/** Puts a new proposal and what an editor has written together. What is written wins, and nothing of it is lost. */
import { notStated } from '../../core/model';
import type { WrittenFacts } from '../content/factsSchema';
import { fold, isGap } from '../content/strings';
import type { Aside } from './asides';
import type { WrittenMeasure } from './headlines';
import { freeId } from './ids';
import { type Move, movesOf, nearestHome } from './moves';
import type { Paragraph } from './parts';
import { isSamePlace, type Place, placeOfMeasure, placesOfNames } from './places';
import type { Proposal } from './proposal';

export interface Written {
  readonly facts: WrittenFacts;
  readonly asides: readonly Aside[];
}

export interface Merged extends Written {
  /** Ids of the measures that are new. */
  readonly added: readonly string[];
  /** What no longer stands in the source, told for the editor. */
  readonly gone: readonly string[];
}

export function mergeFacts(written: Written, proposal: Proposal, paragraphs: readonly Paragraph[]): Merged {
  const texts = paragraphs.map(({ text }) => fold(text));
  const move = movesOf(written.facts, paragraphs);
  const measures = written.facts.measures.map((measure) => moved(measure, texts, move));
  const names = written.facts.names.map((entry) => movedName(entry, texts, move));
  const asides = written.asides.map((aside) => ({ ...aside, paragraph: move(aside.paragraph) }));
  const namePlaces = placesOfNames(names, texts);
  const measurePlaces = measures.map((each) => placeOfMeasure(each, texts));
  const places = [...measurePlaces, ...namePlaces].flatMap((each) => each ?? []);
  const isFree = freeAmong(places, asides);
  const cards = mergeCards(written.facts.cards, move, paragraphs.length);
  const added = withCards(
    proposal.measures.filter(isFree).map(({ entry }) => entry),
    { measures, cards },
  );
  return {
    facts: {
      ...written.facts,
      source: mergeSource(written.facts, proposal.facts),
      cards,
      sections: mergeSections(written.facts, proposal.facts),
      measures: withAdded(measures, added),
      claims: movedClaims(written.facts.claims, move),
      names: withAdded(
        names,
        proposal.names.filter(isFree).map(({ entry }) => entry),
      ),
    },
    asides: withAdded(
      asides,
      proposal.asides.filter(isFree).map(({ entry }) => entry),
    ),
    added: added.map(({ id }) => id),
    gone: goneFrom({ measures, measurePlaces, names, namePlaces, asides }, texts),
  };
}

interface Moved {
  readonly measures: readonly WrittenMeasure[];
  readonly measurePlaces: readonly (Place | undefined)[];
  readonly names: WrittenFacts['names'];
  readonly asides: readonly Aside[];
  readonly namePlaces: readonly (Place | undefined)[];
}

const goneFrom = (
  { measures, measurePlaces, names, namePlaces, asides }: Moved,
  texts: readonly string[],
): string[] => [
  ...measures.flatMap(({ id, quote }, at) => (measurePlaces[at] ? [] : `measures[${id}]: ${quote}`)),
  ...names.flatMap(({ name }, at) => (namePlaces[at] ? [] : `names[${at}]: ${name}`)),
  ...asides.flatMap(({ token, paragraph }, at) =>
    texts[paragraph - 1]?.includes(fold(token)) ? [] : `asides[${at}]: ${token}`,
  ),
];

/** Each new entry stands behind those of its paragraph; the order of the others is the editor's. */
function withAdded<Entry extends { readonly paragraph: number }>(
  written: readonly Entry[],
  added: readonly Entry[],
): Entry[] {
  const entries = [...written];
  for (const entry of added) {
    const before = entries.findLastIndex(({ paragraph }) => paragraph <= entry.paragraph);
    entries.splice(before + 1, 0, entry);
  }
  return entries;
}

const byParagraph = <Entry extends { readonly paragraph: number }>(entries: Entry[]): Entry[] =>
  entries.toSorted((a, b) => a.paragraph - b.paragraph);

/** A measure goes where its quote stands; one whose quote stands nowhere goes with its paragraph. */
function moved(measure: WrittenMeasure, texts: readonly string[], move: Move): WrittenMeasure {
  const from = move(measure.paragraph);
  return { ...measure, paragraph: nearestHome(texts, fold(measure.quote), from) ?? from };
}

function movedName({ name, paragraph }: WrittenFacts['names'][number], texts: readonly string[], move: Move) {
  const from = move(paragraph);
  return { paragraph: nearestHome(texts, fold(name), from) ?? from, name };
}

/** Claims stand in the order of the article. */
const movedClaims = (claims: WrittenFacts['claims'], move: Move): WrittenFacts['claims'] =>
  byParagraph(claims.map((claim) => ({ ...claim, paragraph: move(claim.paragraph) })));

/** Whether nothing that is written stands for a proposed entry. Each number set aside stands for one of its kind. */
function freeAmong(places: readonly Place[], asides: readonly Aside[]) {
  const left = asides.map(({ paragraph, token }) => `${paragraph} ${fold(token)}`);
  return ({ place, token }: { readonly place: Place; readonly token: string }): boolean => {
    if (places.some((each) => isSamePlace(each, place))) return false;
    const at = left.indexOf(`${place.paragraph} ${fold(token)}`);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  };
}

/** What the source says of itself is taken anew only where nobody had found it. */
function mergeSource({ source }: WrittenFacts, { source: proposed }: WrittenFacts): WrittenFacts['source'] {
  const { sha256, paragraphs } = proposed;
  const isOpen = (value: unknown) => typeof value === 'string' && (isGap(value) || value === notStated);
  const isKept = ([key, value]: [string, unknown]) =>
    !isOpen(value) || (value === notStated && isGap(`${proposed[key as 'issuer']}`));
  const kept = Object.entries(source).filter(isKept);
  return { ...source, ...proposed, ...Object.fromEntries(kept), sha256, paragraphs };
}

/** A section that is new needs a card, and that is for the editor to choose; so the written ones stay. */
const mergeSections = ({ sections }: WrittenFacts, proposed: WrittenFacts): WrittenFacts['sections'] =>
  sections.length > 0 ? sections : proposed.sections;

type Cards = WrittenFacts['cards'];

/** Cards keep their paragraphs; a paragraph that no card tells is told by the card of the one before it. */
function mergeCards(cards: Cards, move: Move, last: number): Cards {
  const kept = cards.map((card) => ({ ...card, paragraphs: [...new Set(card.paragraphs.map(move))] }));
  for (let number = 1; number <= last; number += 1) {
    if (kept.some(({ paragraphs }) => paragraphs.includes(number))) continue;
    const before = kept.findLast(({ paragraphs }) => paragraphs.includes(number - 1)) ?? kept[0];
    before?.paragraphs.splice(before.paragraphs.indexOf(number - 1) + 1, 0, number);
  }
  return kept;
}

/** New measures stand on the card that tells their paragraph, and never large: that is for the editor to choose. */
function withCards(
  added: readonly WrittenMeasure[],
  { measures, cards }: Pick<WrittenFacts, 'measures' | 'cards'>,
): WrittenMeasure[] {
  const taken = new Set(measures.map(({ id }) => id));
  return added.map((measure) => {
    const tells = cards.filter(({ paragraphs }) => paragraphs.includes(measure.paragraph));
    const card = (tells.find(({ section }) => section !== notStated) ?? tells[0])?.id ?? measure.card;
    const id = freeId(measure.id, { direction: 'none', status: 'result' }, taken);
    taken.add(id);
    return { ...measure, id, card, headline: false };
  });
}
