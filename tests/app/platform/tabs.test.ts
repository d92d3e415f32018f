import { afterEach, describe, expect, it, vi } from 'vitest';
import { hearTabs, type RecordGroup, tellTabs } from '../../../src/app/platform/tabs';
import { until } from '../../support/until';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What the page hears of leaving and of coming back. */
function aPage() {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  return (type: string, more: object = {}) => page.dispatchEvent(Object.assign(new Event(type), more));
}

describe('other tabs', () => {
  it('are heard where they say what has changed, and in nothing else; the page does not hear itself', async () => {
    const tell = aPage();
    const heard: RecordGroup[] = [];
    hearTabs((group) => heard.push(group));
    const other = new BroadcastChannel('yaolan');
    const nonsense = [
      null,
      'saved',
      7,
      [],
      {},
      { changed: 'all' },
      { changed: null },
      { type: 'x'.repeat(1e4) },
    ];
    for (const message of nonsense) other.postMessage(message);
    tellTabs('settings');
    other.postMessage({ changed: 'saved' });
    await until(() => heard.length > 0, { what: 'the one message that means something' });
    expect(heard).toEqual(['saved']);
    tell('pagehide', { persisted: true });
    other.postMessage({ changed: 'places' });
    tell('pageshow', { persisted: true });
    expect(heard).toEqual(['saved', 'settings', 'saved', 'places']);
    tell('pagehide');
    other.close();
  });
});
