import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Fails with rule, place and cure of everything axe finds on the page as it stands: call it again in each state
 * (after an error, with a panel open).
 */
export async function expectAccessible(page: Page): Promise<void> {
  // Legacy mode runs in the page itself: the other opens a second one, which has no scripts in the no-js project.
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
  expect(found, `axe on ${page.url()}`).toEqual([]);
}
