import { describe, expect, it } from 'vitest';
import { absentPage } from '../../src/worker/absent';

describe('absentPage', () => {
  it('says in the language of the address which page is missing, and leads on', async () => {
    const answer = await absentPage('/a/', '/a/en/terms/', 'en');
    const html = await answer.text();
    expect(answer.status).toBe(503);
    expect(html).toContain('<html lang="en">');
    expect(html).toMatch(/page <b>\/a\/en\/terms\/<\/b> .* as soon as you are online/);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual(['/a/en/terms/', '/a/en/', '/a/zh/terms/']);
    expect(html).not.toContain('{{');
  });

  it('shows an address as text', async () => {
    const { pathname } = new URL(`https://example.org/zh/<img src=x>"'&lt;b&gt;`);
    const html = await (await absentPage('/', pathname, 'zh')).text();
    expect(html).not.toMatch(/<img|&lt;|href="[^"]*'/);
  });

  it('allows nothing but its own style and the icon of the site', async () => {
    const answer = await absentPage('/', '/zh/', 'zh');
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; img-src 'self'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'$/,
    );
  });
});
