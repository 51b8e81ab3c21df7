import { expect, type Page } from '@playwright/test';

/** Fails when two elements have one id: a label, an error's link or a description would then lead to the wrong one, which axe does not see. */
export async function expectUniqueIds(page: Page): Promise<void> {
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  expect(ids.filter((id, index) => id !== '' && ids.indexOf(id) !== index), `ids used twice on ${page.url()}`).toEqual([]);
}
