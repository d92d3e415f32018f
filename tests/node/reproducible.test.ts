import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow } from '../../src/node/hosts';
import { integrityOf } from '../../src/prerender/policy';
import { copyProject } from '../support/project';
import { buildSite } from '../support/site';

const hashesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(filesBelow(folder).map((file) => [file, integrityOf(readFileSync(join(folder, file)))]));

it('two builds in two folders, time zones, languages and kinds of environment are the same, byte for byte', {
  timeout: 240_000,
}, async () => {
  const one = await buildSite({ project: copyProject(), env: { TZ: 'Asia/Shanghai', LANG: 'C' } });
  const other = await buildSite({
    project: copyProject(),
    env: { TZ: 'America/New_York', LANG: 'zh_CN.UTF-8', NODE_ENV: 'development' },
  });
  expect(one).not.toBe(other);
  expect(Object.keys(hashesOf(one)).length).toBeGreaterThan(40);
  expect(hashesOf(other)).toEqual(hashesOf(one));
  expect(hashesOf(`${other}-deploy`)).toEqual(hashesOf(`${one}-deploy`));
});
