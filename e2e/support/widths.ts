import { expect, type Page } from '@playwright/test';

/** Fails when the page is wider than its window, so that it would scroll sideways on a phone. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond, `pixels beyond the window on ${page.url()}`).toBeLessThanOrEqual(0);
}
