import { afterAll } from 'vitest';
import { buildSite, serve, type TestSite } from './site';

/** The built site, served as long as the tests of a file run; another build if its folder is given. */
export async function servedSite(root?: string): Promise<TestSite> {
  const site = await serve(root ?? (await buildSite()));
  afterAll(() => site.stop());
  return site;
}
