import { test as base, expect, type Page } from '@playwright/test';
import { isWorld, type World } from '@/scripts/run/worlds';
import { keepSignedIn, type SignInRole, storageOf } from './people';

interface Fixtures {
  /** The project's own database and server. */
  readonly world: World;
  /** A new window in which the demonstration's person of the role is signed in. */
  readonly signedIn: (role: SignInRole) => Promise<Page>;
  /** What browsers of this test wrote as errors; a test that leaves any fails. */
  readonly consoleErrors: string[];
}

/** Every test: whatever a page writes as an error into the console fails it. */
export const test = base.extend<Fixtures>({
  world: async ({}, provide, { project }) => {
    if (!isWorld(project.name)) throw new Error(`The project ${project.name} has no world.`);
    await provide(project.name);
  },
  consoleErrors: async ({}, provide) => {
    const errors: string[] = [];
    await provide(errors);
    expect(errors, 'errors in the console').toEqual([]);
  },
  page: async ({ page, consoleErrors }, provide) => {
    listen(page, consoleErrors);
    await provide(page);
  },
  signedIn: async ({ browser, world, consoleErrors }, provide) => {
    const opened: Page[] = [];
    await keepSignedIn(world);
    await provide(async (role) => {
      const context = await browser.newContext({ storageState: storageOf(world, role) });
      const page = await context.newPage();
      listen(page, consoleErrors);
      opened.push(page);
      return page;
    });
    await Promise.all(opened.map((page) => page.context().close()));
  },
});

function listen(page: Page, errors: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => errors.push(error.message));
}

export { expect };
