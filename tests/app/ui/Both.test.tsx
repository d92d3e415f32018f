import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Card } from '../../../src/app/features/reader/Card';
import { Contents } from '../../../src/app/features/reader/Contents';
import { Overview } from '../../../src/app/features/reader/Overview';
import { SectionHeading } from '../../../src/app/features/reader/Sections';
import { Both, BothContext } from '../../../src/app/ui/Both';
import { WordsContext } from '../../../src/app/ui/words';
import { type Language, languages } from '../../../src/core/language';
import { theArticle, theWords } from '../../core/aSpeaker';
import { all, parseHtml, textIn } from '../../prerender/html';

const words = theWords();
const { id: article, cards, sections } = theArticle().facts;
const [overview, ...rest] = cards;

const render = (children: ComponentChildren, language: Language = 'zh') =>
  renderToString(
    <WordsContext.Provider value={words[language]}>
      <BothContext.Provider value={true}>{children}</BothContext.Provider>
    </WordsContext.Provider>,
  );

describe('Both', () => {
  it('renders the second language of a heading as a paragraph with its language, without the id', () => {
    expect(
      render(
        <Both as="h2" id="contents-title" class="title">
          {({ t }) => t('place:contents')}
        </Both>,
      ),
    ).toBe(
      '<h2 id="contents-title" class="title">目录</h2><p class="title" lang="en" data-other="true">Contents</p>',
    );
  });

  it('renders it beside the first where the text has no element of its own', () => {
    expect(render(<Both>{({ t }) => t('place:contents')}</Both>, 'en')).toBe(
      'Contents<span lang="zh-Hans" data-other="true">目录</span>',
    );
  });
});

describe.each([...languages])('the article in both languages, read in %s', (language) => {
  const html = render(
    <>
      {overview && <Overview article={article} card={overview} measureTools={() => null} children={null} />}
      <Contents article={article} />
      {sections.map(({ id }) => (
        <SectionHeading key={id} article={article} section={id} />
      ))}
      {rest.map((card, at) => (
        <Card
          key={card.id}
          article={article}
          card={card}
          index={at + 1}
          measureTools={() => null}
          children={null}
        />
      ))}
    </>,
    language,
  );
  const document = parseHtml(`<!doctype html><main>${html}</main>`);
  const second = all(document, ({ attributes }) => 'data-other' in attributes);

  it('has no id, link or heading a second time', () => {
    const ids = all(document, ({ attributes }) => 'id' in attributes).map(({ attributes }) => attributes.id);
    expect(ids.length).toBeGreaterThan(50);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const repeated = second.flatMap((block) => [
      ...(/^h\d$/.test(block.tag) ? [block] : []),
      ...all(block, ({ tag }) => /^(?:h\d|a|summary|details)$/.test(tag)),
    ]);
    expect(repeated.map(({ tag }) => tag)).toEqual([]);
  });

  it('says every block in both, and of each in which language it is', () => {
    expect(second.length).toBeGreaterThan(200);
    const tag = { zh: 'en', en: 'zh-Hans' }[language];
    expect(second.filter(({ attributes }) => attributes.lang !== tag)).toEqual([]);
    const unmarked = [...textIn(document, 'none')].filter(
      ({ text, lang }) =>
        lang === 'none' && (language === 'en') === /\p{Script=Han}/u.test(text) && /\p{L}{2}/u.test(text),
    );
    expect(unmarked.map(({ text }) => text)).toEqual([]);
  });
});
