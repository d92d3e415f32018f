import { describe, expect, it } from 'vitest';
import { languages } from '../../src/core/language';
import { pathOf } from '../../src/core/routes';
import { dataPackageOf, openDataOf } from '../../src/prerender/openData';
import { aSpeaker, realContent } from '../core/aSpeaker';
import { aSite } from '../prerender/aSite';
import { type Element, elementsOf, parseHtml } from '../prerender/html';
import { readText } from './sources';

interface Anchors {
  readonly cards: readonly string[];
  readonly measures: readonly string[];
}

interface Published {
  readonly pages: readonly string[];
  readonly files: readonly string[];
  readonly articles: Readonly<Record<string, Anchors>>;
}

const list = 'tests/fixtures/published-ids.json';
const published = JSON.parse(readText(list)) as Published;

/** One line for each published address that readers would no longer find. */
const gone = (what: string, wanted: readonly string[], found: readonly string[]): string[] =>
  wanted
    .filter((id) => !found.includes(id))
    .map(
      (id) =>
        `${what} "${id}" is gone: ids are addresses and never renamed. Give it back; a new one is added to ${list} beside it.`,
    );

const { page, routes } = aSite();

/** Of an element, and of an empty one at its beginning that holds the id for it. */
const idsOf = ({ attributes, children: [first] }: Element): string[] =>
  [
    attributes.id,
    typeof first === 'object' && first.children.length === 0 ? first.attributes.id : undefined,
  ].filter((id) => id !== undefined);

const idsIn = (article: string, language: (typeof languages)[number], mark: string) =>
  [...elementsOf(parseHtml(page({ page: 'article', article, language })))].flatMap((element) =>
    mark in element.attributes ? idsOf(element) : [],
  );

describe('what has been published', () => {
  it('keeps every page', () => {
    expect(gone('the page', published.pages, routes.map(pathOf))).toEqual([]);
  });

  it('keeps every data file', () => {
    const files = [
      ...realContent.articles.flatMap((article) => openDataOf(aSpeaker(), article)),
      dataPackageOf(realContent.articles, '1.2.3'),
    ].map(({ fileName }) => fileName);
    expect(gone('the file', published.files, files)).toEqual([]);
  });

  describe.each(Object.entries(published.articles))('in %s', (article, { cards, measures }) => {
    const facts = realContent.articles.find((each) => each.facts.id === article)?.facts;

    it('keeps the id of every card and measure in the facts', () => {
      const ids = (of: readonly { id: string }[] = []) => of.map(({ id }) => id);
      expect(gone('the card', cards, ids(facts?.cards))).toEqual([]);
      expect(gone('the measure', measures, ids(facts?.measures))).toEqual([]);
    });

    it.each([...languages])('keeps the anchor of every card and measure on the page in %s', (language) => {
      expect(gone('the anchor of card', cards, idsIn(article, language, 'data-card'))).toEqual([]);
      expect(gone('the anchor of measure', measures, idsIn(article, language, 'data-measure'))).toEqual([]);
    });
  });

  it('is a list worth keeping: 14 cards and 33 measures of the first article', () => {
    const first = published.articles['suizhou-2024'];
    expect([first?.cards.length, first?.measures.length]).toEqual([14, 33]);
  });

  it('would be missed by name', () => {
    expect(gone('the card', ['kept', 'lost'], ['kept', 'new'])).toEqual([
      expect.stringMatching(/^the card "lost" is gone: ids are addresses and never renamed\./),
    ]);
  });
});
