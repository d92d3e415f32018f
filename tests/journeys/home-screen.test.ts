import { describe, expect, it } from 'vitest';
import { openChromium } from '../support/browsers';
import { servedSite } from '../support/served';
import { article, tabOver, untilLanguage, untilOffline } from './support';

const site = await servedSite();

const weChat =
  'Mozilla/5.0 (Linux; Android 14; V2324A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240404 MicroMessenger/8.0.49.2600 WeChat/arm64 Weixin NetType/WIFI Language/zh_CN';
const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

describe('the block that says how to keep the reader', () => {
  it.each([
    ['WeChat', weChat, /在浏览器打开/, /open in your browser/],
    ['Safari on an iPhone', iPhone, /共享.*添加到主屏幕/, /Share.*Add to Home Screen/],
    ['a desktop browser', undefined, /浏览器菜单/, /browser’s menu/],
  ])('gives the steps for %s in both languages', async (_name, userAgent, zh, en) => {
    const browser = await openChromium({ context: userAgent ? { userAgent } : {} });
    await browser.context.addInitScript(withoutPrompt);
    const tab = tabOver(browser.page, browser.close);
    await tab.goto(`${site.url}zh/${article}/`);
    await untilOffline(tab);
    expect(await browser.page.innerText(block)).toMatch(zh);
    await tab.click('[data-switch]');
    await untilLanguage(tab, 'en');
    expect(await browser.page.innerText(block)).toMatch(en);
    expect(await browser.page.evaluate(isInFlow, block)).toBe(true);
    await tab.close();
  });

  it('offers a button where Chromium has said that it can ask', async () => {
    const browser = await openChromium();
    const tab = tabOver(browser.page, browser.close);
    await tab.goto(`${site.url}zh/`);
    await tab.waitFor(
      'the button',
      (at) => document.querySelector(`${at} button`)?.textContent === '添加',
      block,
    );
    await tab.close();
  });

  it('once dismissed is gone for good, in both languages and on every page', async () => {
    const browser = await openChromium();
    const tab = tabOver(browser.page, browser.close);
    await tab.goto(`${site.url}zh/about/`);
    await untilOffline(tab);
    await browser.page.click(`${block} button:has-text("不再提示")`);
    await browser.page.waitForFunction((at) => document.querySelector(at)?.textContent === '', block);
    for (const address of ['zh/about/', `en/${article}/`, 'zh/']) {
      await tab.goto(site.url + address);
      await untilOffline(tab);
      expect(await browser.page.textContent(block), address).toBe('');
    }
    await tab.close();
  });

  it('uses the browser’s own prompt where there is one, and is gone once that is accepted', async () => {
    const browser = await openChromium();
    await browser.context.addInitScript(withoutPrompt);
    const tab = tabOver(browser.page, browser.close);
    await tab.goto(`${site.url}en/${article}/`);
    await untilOffline(tab);
    expect(await tab.ask(offerPrompt), 'the browser’s own banner is held back').toBe(true);
    await browser.page.click(`${block} button:has-text("Add")`);
    await browser.page.waitForFunction((at) => document.querySelector(at)?.textContent === '', block);
    expect(await tab.ask(() => document.documentElement.dataset.prompted)).toBe('');
    await tab.close();
  });
});

const block = '[data-live=install]';

/** These browsers have no prompt of their own, as Chromium has. */
function withoutPrompt(): void {
  const keepBack = (event: Event) => event.isTrusted && event.stopImmediatePropagation();
  addEventListener('beforeinstallprompt', keepBack, { capture: true });
}

/** What Chromium does when it finds the app installable, with a reader's answer that no driver can give. */
function offerPrompt(): boolean {
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt: async () => {
      document.documentElement.dataset.prompted = '';
      return { outcome: 'accepted' };
    },
  });
  dispatchEvent(event);
  return event.defaultPrevented;
}

/** Nothing around the element lies over the text. */
function isInFlow(selector: string): boolean {
  let element = document.querySelector(selector);
  for (; element; element = element.parentElement)
    if (/fixed|absolute|sticky/.test(getComputedStyle(element).position)) return false;
  return true;
}
