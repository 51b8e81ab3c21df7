import { arrive, FairplacePage } from '@/e2e/pages/page';
import { RANDOM_IDS } from '@/e2e/support/ids';
import { expect, test } from '@/e2e/support/test';

class NotFoundPage extends FairplacePage {
  protected readonly heading = 'Page not found';
}

for (const [what, address] of [
  ['a record that is not there', `/rotherham/officer/pupils/${RANDOM_IDS.pupil}`],
  ["another role's page", '/rotherham/admin/users'],
  ['another authority', '/lancashire/officer'],
  ['an authority that is not there', '/nowhere-at-all'],
  ['an address that no page has', '/rotherham/officer/no/such/page'],
] as const) {
  test(`${what} is "Page not found" in words`, { tag: ['@phone', '@no-js'] }, async ({ signedIn, consoleErrors }) => {
    const page = await signedIn('placement_officer');
    expect((await page.goto(address))?.status()).toBe(404);
    await arrive(NotFoundPage, page);
    await expect(page.getByText('The address may be mistyped')).toBeVisible();
    await expect(page.getByRole('link', { name: 'first page of your authority' })).toBeVisible();
    // The browser itself writes a line for an answer of 404.
    expect(consoleErrors.splice(0).filter((line) => !line.includes('404'))).toEqual([]);
  });
}

test('"Page not found" has the frame and the styles of every page', { tag: ['@phone', '@no-js'] }, async ({ signedIn, consoleErrors }) => {
  const page = await signedIn('placement_officer');
  const looks = async () => {
    const [header, main, heading] = [page.locator('.fp-header'), page.getByRole('main'), page.getByRole('heading', { level: 1 })];
    return Promise.all([
      header.evaluate((element) => getComputedStyle(element).backgroundColor), main.evaluate((element) => getComputedStyle(element).fontFamily),
      heading.evaluate((element) => getComputedStyle(element).fontWeight), page.evaluate(() => [document.documentElement.lang, document.documentElement.className]),
      page.getByRole('navigation', { name: 'Service' }).getByRole('link').allTextContents(), page.getByRole('contentinfo').getByRole('link').allTextContents(),
    ]);
  };
  await page.goto('/rotherham/officer/tasks');
  const usual = await looks();
  await page.goto('/rotherham/officer/no/such/page');
  await arrive(NotFoundPage, page);
  expect(await looks()).toEqual(usual);
  await expect(page.getByRole('complementary', { name: 'Demonstration' })).toBeVisible();
  consoleErrors.splice(0);
});
