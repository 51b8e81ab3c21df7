import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expectUniqueIds } from '../support/unique-ids';
import { expectNoSidewaysScroll } from '../support/widths';

/** Makes a page object once its page has arrived: `await arrive(SignInPage, page)`. */
export type PageObject<T extends FairplacePage> = new (page: Page) => T;

/** What every page has: one main heading, its own title, nothing that axe finds, and no sideways scrolling. */
export abstract class FairplacePage {
  /** The text of the page's h1. */
  protected abstract readonly heading: string | RegExp;

  constructor(readonly page: Page) {}

  /** Waits for the page and proves heading, title and accessibility; `arrive` calls it. */
  async prove(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: this.heading })).toBeVisible();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(this.page).toHaveTitle(/\S/);
    await expectAccessible(this.page);
    await expectUniqueIds(this.page);
    await expectNoSidewaysScroll(this.page);
  }

  /** The summary at the top of a form that was sent back, and axe on that state. */
  async errorSummary({ titleToo = true } = {}): Promise<Locator> {
    const summary = this.page.getByRole('alert').filter({ has: this.page.getByRole('heading', { name: 'There is a problem' }) });
    await expect(summary).toBeVisible();
    if (titleToo) await expect(this.page).toHaveTitle(/^Error:/);
    await expectAccessible(this.page);
    return summary;
  }
}

/** The page object of a page that should be open now; proves that it is. */
export async function arrive<T extends FairplacePage>(Kind: PageObject<T>, page: Page): Promise<T> {
  const arrived = new Kind(page);
  await arrived.prove();
  return arrived;
}
