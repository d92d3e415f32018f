import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { lineOf } from '../../../src/node/content/fault';
import { isUnwritten } from '../../../src/node/content/gaps';
import { isGap, stringsIn } from '../../../src/node/content/strings';
import { aProject, files, lines, slug } from './aDraft';

vi.setConfig({ testTimeout: 60_000 });

const names = Object.keys(files) as (keyof typeof files)[];

describe('draftReport', () => {
  it('writes facts that can be read and quotes that stand in the source', async () => {
    const project = aProject();
    await project.draft();
    expect(
      project
        .faults()
        .filter((fault) => !isUnwritten(fault))
        .map(lineOf),
    ).toEqual([]);
  });

  it('reads the front matter of the source', async () => {
    const project = aProject();
    await project.draft();
    const { source, period } = project.read('facts');
    expect(source).toMatchObject({
      title: '2031年云州省政府工作报告',
      subtitle: '2031年1月9日在云州省人民代表大会会议上',
      publisher: '云州日报',
      published: '2031-01-12',
      paragraphs: 12,
    });
    expect(period).toBe('2031');
  });

  it('quotes the clause that carries a figure with what is counted', async () => {
    const project = aProject();
    await project.draft();
    const quotes = project.read('facts').measures.map(({ quote, token = '' }) => [quote, token]);
    expect(quotes).toEqual(
      expect.arrayContaining([
        ['地区生产总值超过3万亿元', ''],
        ['地区生产总值超过3万亿元，增长4.5%', '4.5%'],
        ['新建普通高中8所、特殊学校3所', '3'],
        ['对东港、西港客运量分别增长6.5%、9.1%', '9.1%'],
        ['城镇新增就业60万人以上', ''],
      ]),
    );
  });

  it('takes numerals of names for names and sets aside what is no figure', async () => {
    const project = aProject();
    await project.draft();
    expect(project.read('facts').names).toEqual([{ paragraph: 3, name: '三灯一桥' }]);
    const asides = project
      .read('readings')
      .asides.flatMap(({ tokens, why }) => tokens.map((token) => [token, isGap(why)]));
    expect(asides).toEqual(
      expect.arrayContaining([
        ['没有', false],
        ['第4', true],
        ['第二', false],
      ]),
    );
  });

  it('lists the words by which quotes show a scope that it has found', async () => {
    const project = aProject();
    await project.draft();
    const scopes = new Set(project.read('facts').measures.map(({ scope }) => scope));
    expect(scopes).toEqual(new Set(['by-context', 'whole-province']));
    expect(project.read('readings').quotedScopes).toEqual([
      { scope: 'whole-province', quotes: '全省… | 我省…' },
    ]);
  });

  it('gives results the year before, and targets and plans their status', async () => {
    const project = aProject();
    await project.draft();
    const { cards } = project.read('facts');
    expect(cards.map(({ id, period, status }) => [id, period, status])).toEqual([
      ['overview', undefined, undefined],
      ['card-1', '2030', undefined],
      ['card-2', '2030', undefined],
      ['card-3', '2031', 'target'],
      ['card-4', '2031', 'plan'],
    ]);
  });

  it('leaves a gap for the period of a section that looks back and ahead', async () => {
    const text = lines.map((line) =>
      line.replace('2030年工作回顾', '2030年回顾与2031年展望').replace('刚过去的一年里，', ''),
    );
    const project = aProject(text);
    await project.draft();
    const [fault] = project.faults().filter(({ path }) => path === 'cards[card-1].period');
    expect(fault?.expected).toMatch(/^2030 or 2031, as the paragraphs say/);
    expect(project.faults().filter((each) => !isUnwritten(each))).toEqual([]);
  });

  it('says where the words of a unit go that nobody knows', async () => {
    const project = aProject(lines.map((line) => line.replace('走5趟', '走5遭')));
    await project.draft();
    const texts = stringsIn(project.read('facts')).map(({ text }) => text);
    const [gap] = texts.filter((text) => text.includes('“遭'));
    expect(gap).toContain('locales/zh/units.json and locales/en/units.json');
  });

  it('gives two Chinese names no one English label', async () => {
    const project = aProject(lines.map((line) => line.replace('。地区生产总值', '。全省生产总值')));
    await project.draft();
    const labels = Object.values(project.read('en').measures).map(({ label }) => `${label}`);
    expect(labels).toContain('Gross regional product');
    expect(labels.some((label) => label.startsWith('TODO: a label for “地区生产总值”'))).toBe(true);
    expect(project.faults().filter((fault) => !isUnwritten(fault))).toEqual([]);
  });

  it('puts the product of a province first', async () => {
    const project = aProject(lines.map((line) => line.replace('地区生产总值', '全省生产总值')));
    await project.draft();
    const { essentials } = project.read('facts') as unknown as { essentials: string[] };
    expect(essentials[0]).toMatch(/^gross-regional-product/);
  });

  it('names a measure and labels it where its term is known', async () => {
    const project = aProject();
    await project.draft();
    expect(project.read('zh').measures['new-urban-jobs-target']).toEqual({ label: '城镇新增就业' });
    expect(project.read('en').measures['new-urban-jobs-target']).toEqual({ label: 'New urban jobs' });
  });

  it('types no figure into words', async () => {
    const project = aProject();
    await project.draft();
    const written = (['zh', 'en'] as const).flatMap((name) => stringsIn(project.read(name)));
    const ours = written.filter(
      ({ text, path }) => !isGap(text) && !/source(?:Title|Subtitle)$|title$/.test(path),
    );
    expect(ours.filter(({ text }) => /\d/.test(text))).toEqual([]);
  });

  it('leaves gaps, each of which the check names', async () => {
    const project = aProject();
    const { gaps } = await project.draft();
    const found = names.flatMap((name) =>
      stringsIn(project.read(name)).flatMap(({ path, text }) =>
        isGap(text) ? `${files[name]} ${path}` : [],
      ),
    );
    const named = project.faults().filter(isUnwritten);
    expect(named.map(({ file, path }) => `${file} ${path}`)).toEqual(found);
    expect(found).toHaveLength(gaps);
    expect(found).toContain(`${files.zh} cards.card-1.takeaway`);
  });

  it('changes nothing when it is run again', async () => {
    const project = aProject();
    await project.draft();
    const before = names.map((name) => project.read(name));
    const { added, gone, files } = await project.draft();
    expect([added, gone, files]).toEqual([[], [], []]);
    expect(names.map((name) => project.read(name))).toEqual(before);
  });

  it('says what of the manuscript it did not read', async () => {
    const project = aProject();
    expect((await project.draft()).dropped).toEqual([]);
    const page = join(project.root, 'report.html');
    const paragraphs = lines
      .slice(1)
      .map((line) => `<p>${line}</p>`)
      .join('');
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><title>${lines[0]}</title><body><div class="nav"><a href="/">首页</a></div><h1>${lines[0]}</h1><div class="content">${paragraphs}</div>`,
    );
    const { draftReport } = await import('../../../src/node/draft/draftReport');
    const { dropped } = await draftReport(project.root, page, slug);
    expect(dropped).toEqual(['the page around the report']);
  });

  it('refuses what is no slug, and a file that is not there', async () => {
    const project = aProject();
    const { draftReport } = await import('../../../src/node/draft/draftReport');
    await expect(draftReport(project.root, project.source, 'No Slug')).rejects.toThrow('--slug: expected');
    await expect(draftReport(project.root, project.source, 'terms')).rejects.toThrow('not reserved');
    await expect(draftReport(project.root, 'none.txt', slug)).rejects.toThrow('none.txt');
    expect(existsSync(join(project.root, files.facts))).toBe(false);
  });
});

describe('a second run', () => {
  /** What an editor does with a draft. */
  function edited() {
    const project = aProject();
    return {
      ...project,
      async begin() {
        await project.draft();
        project.edit('facts', (facts) => {
          const jobs = facts.measures.find(({ id }) => id === 'new-urban-jobs');
          Object.assign(jobs ?? {}, { id: 'jobs', headline: true, scope: 'towns', series: 'jobs' });
          const lamps = facts.measures.find(({ quote }) => quote.includes('灯塔'));
          Object.assign(lamps ?? {}, { quote: '灯塔42座' });
          for (const each of facts.cards) if (each.id === 'card-1') each.id = 'results';
          for (const each of facts.measures) if (each.card === 'card-1') each.card = 'results';
        });
        for (const [file, label, title] of [
          ['zh', '新增就业', '一年来的结果'],
          ['en', 'Jobs added', 'Results'],
        ] as const)
          project.edit(file, (words) => {
            words.measures.jobs = { ...words.measures['new-urban-jobs'], label };
            delete words.measures['new-urban-jobs'];
            words.cards.results = { ...words.cards['card-1'], title, notes: ['甲'] };
            delete words.cards['card-1'];
            words.scopes.towns = label;
          });
      },
    };
  }

  it('keeps every word, id, card and headline of the editor, also after paragraphs moved', async () => {
    const project = edited();
    await project.begin();
    const before = project.read('facts');
    project.rewrite([...lines.slice(0, 7), '新的一段，放在前面。', ...lines.slice(7)]);
    const { added, gone } = await project.draft();
    const after = project.read('facts');
    expect([added, gone]).toEqual([[], []]);
    expect(after.source.paragraphs).toBe(13);
    const movedOn = before.measures.map(({ paragraph, ...rest }) => ({
      ...rest,
      paragraph: paragraph + 1,
    }));
    expect(after.measures).toEqual(movedOn);
    expect(project.read('zh').measures.jobs?.label).toBe('新增就业');
    expect(project.read('en').cards.results).toMatchObject({ title: 'Results', notes: ['甲'] });
    expect(
      project
        .faults()
        .filter((fault) => !isUnwritten(fault))
        .map(({ path }) => path),
    ).not.toContain('source.paragraphs');
  });

  it('adds the figures of a new sentence to the card of their paragraph', async () => {
    const project = edited();
    await project.begin();
    project.rewrite(lines.map((line) => line.replace('河湖更清。', '河湖更清。清淤河道560公里。')));
    const { added } = await project.draft();
    const { measures } = project.read('facts');
    expect(measures.filter(({ id }) => added.includes(id))).toMatchObject([
      { quote: '清淤河道560公里', card: 'results', paragraph: 4 },
    ]);
    expect(Object.keys(project.read('en').measures)).toEqual(expect.arrayContaining([...added]));
  });

  it('keeps the order in which the editor put measures', async () => {
    const project = edited();
    await project.begin();
    project.edit('facts', (facts) => {
      facts.measures.reverse();
    });
    const before = project.read('facts').measures.map(({ id }) => id);
    project.rewrite(lines.map((line) => line.replace('河湖更清。', '河湖更清。清淤河道560公里。')));
    const { added } = await project.draft();
    const after = project.read('facts').measures.map(({ id }) => id);
    expect(after.filter((id) => !added.includes(id))).toEqual(before);
  });

  it('finds paragraphs again when one is taken out', async () => {
    const project = edited();
    await project.begin();
    const before = project.read('facts').measures;
    project.rewrite(lines.filter((line) => !line.startsWith('刚过去')));
    const { gone } = await project.draft();
    expect(gone).toEqual([]);
    const { measures, cards } = project.read('facts');
    expect(measures.map(({ paragraph }) => paragraph)).toEqual(before.map(({ paragraph }) => paragraph - 1));
    expect(cards.every(({ paragraphs }) => new Set(paragraphs).size === paragraphs?.length)).toBe(true);
  });

  it('keeps what no longer stands in the source, and says so', async () => {
    const project = edited();
    await project.begin();
    const count = project.read('facts').measures.length;
    project.rewrite(lines.map((line) => line.replace('全省灯塔42座', '全省灯塔很多')));
    const { gone } = await project.draft();
    expect(gone).toEqual([expect.stringMatching(/^measures\[[a-z0-9-]+\]: 灯塔42座$/)]);
    expect(project.read('facts').measures).toHaveLength(count);
  });

  it('keeps a number that the editor has set aside', async () => {
    const project = aProject();
    await project.draft();
    project.edit('facts', (facts) => {
      facts.measures = facts.measures.filter(({ quote }) => !quote.includes('走5趟'));
    });
    project.edit('readings', (readings) => {
      readings.asides.push({ paragraph: 6, tokens: ['5'], why: 'A schedule.' });
    });
    const { added } = await project.draft();
    expect(added).toEqual([]);
    expect(project.read('readings').asides).toContainEqual({
      paragraph: 6,
      tokens: ['5'],
      why: 'A schedule.',
    });
  });

  it('writes nothing if the facts that are there cannot be read', async () => {
    const project = aProject();
    await project.draft();
    project.edit('facts', (facts) => {
      facts.period = 'soon';
    });
    const before = project.read('zh');
    project.rewrite(lines.map((line) => line.replace('42座', '43座')));
    await expect(project.draft()).rejects.toThrow('period');
    expect(project.read('zh')).toEqual(before);
  });
});

describe('a draft that cannot be written', () => {
  it('leaves nothing behind', async () => {
    const project = aProject();
    // A folder stands where the English words should be written.
    mkdirSync(join(project.root, files.en), { recursive: true });
    chmodSync(join(project.root, files.en), 0o755);
    await expect(project.draft()).rejects.toThrow();
    expect(existsSync(join(project.root, `src/content/${slug}`))).toBe(false);
    expect(existsSync(join(project.root, files.zh))).toBe(false);
    const left = readdirSync(join(project.root, 'locales/en/articles'));
    expect(left).toEqual([`${slug}.json`]);
  });
});
