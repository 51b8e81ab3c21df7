import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Fails with rule, place and cure of everything axe finds on the page as it stands: call it again in each state
 * (after an error, with a panel open).
 */
export async function expectAccessible(page: Page): Promise<void> {
  const found = test.info().project.use.javaScriptEnabled === false ? await inCopy(page) : await findings(page);
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}

/**
 * axe is a script and cannot run where scripts are off. So the page's HTML, without its own scripts and with what it
 * has for readers without them, is shown under the same address in a browser window where they are on.
 */
async function inCopy(page: Page): Promise<string[]> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser of its own to open a copy in.');
  const html = (await page.content()).replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '').replace(/<\/?noscript>/g, '');
  const context = await browser.newContext({ viewport: page.viewportSize(), javaScriptEnabled: true });
  try {
    const copy = await context.newPage();
    await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await copy.goto(page.url());
    return await findings(copy);
  } finally {
    await context.close();
  }
}
