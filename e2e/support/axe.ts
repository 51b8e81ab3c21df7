import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shapeOf } from './page-shape';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** axe looks at everything all the same; it only writes no list of what is right, which takes a third of its time. */
const FINDINGS_ONLY: Parameters<AxeBuilder['options']>[0] = { resultTypes: ['violations'] };

/**
 * Fails with rule, place and cure of everything axe finds on the page as it stands: call it again in each state
 * (after an error, with a panel open). A shape of page in which axe found nothing before in this run, in whichever
 * journey, is not searched again.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const known = join(test.info().project.outputDir, 'accessible-shapes', await shapeOf(page));
  if (!existsSync(known)) await expectFlawless(page, known);
}

/** The same, whether the shape is known or not. */
export async function expectAccessibleAnew(page: Page): Promise<void> {
  await expectFlawless(page, join(test.info().project.outputDir, 'accessible-shapes', await shapeOf(page)));
}

async function expectFlawless(page: Page, known: string): Promise<void> {
  const found = test.info().project.use.javaScriptEnabled === false ? await inCopy(page) : await findings(page);
  expect(found, `axe on ${page.url()}`).toEqual([]);
  mkdirSync(dirname(known), { recursive: true });
  writeFileSync(known, '');
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options(FINDINGS_ONLY).withTags(TAGS).setLegacyMode(true).analyze();
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
