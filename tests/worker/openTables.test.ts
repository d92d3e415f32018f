import { describe, expect, it } from 'vitest';
import { addWords, openI18n } from '../../src/core/i18n';
import { languages } from '../../src/core/language';
import { loadContent } from '../../src/node/content';
import { resourcesOf } from '../../src/prerender/files';
import { openDataOf } from '../../src/prerender/openData';
import { figuresOf, tableOf } from '../../src/worker/openTables';

const stored = new Set(['/reader/data/a-2024.json', '/reader/data/datapackage.json', '/reader/zh/']);

describe('figuresOf', () => {
  it('finds the stored figures that a table is made of', () => {
    expect(figuresOf('/reader/data/a-2024.csv', stored)).toBe('/reader/data/a-2024.json');
  });

  it.each(['data/b.csv', 'data/a-2024.json', 'data/datapackage.csv', 'zh/', 'a-2024.csv'])(
    'finds none for %s',
    (path) => {
      expect(figuresOf(`/reader/${path}`, stored)).toBeUndefined();
    },
  );
});

describe('tableOf', () => {
  it('makes the very file that is published', async () => {
    const content = loadContent();
    const instance = openI18n('zh');
    for (const language of languages) addWords(instance, language, resourcesOf(content, language));
    for (const article of content.articles) {
      const [figures, table] = openDataOf(instance, article);
      const made = await tableOf(new Response(figures?.source));
      expect(made.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const bytes = new Uint8Array(await made.arrayBuffer());
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(table?.source);
    }
  });
});
