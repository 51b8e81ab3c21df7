import { CheckPage, DonePage, OptionsPage, WaitingPage } from '@/e2e/pages/officer-pages';
import { arrive } from '@/e2e/pages/page';
import { arrangeWaiting } from '@/e2e/support/arrange-pupils';
import { valuesOf } from '@/e2e/support/database';
import { expect, test } from '@/e2e/support/test';
import { tabTo } from '@/e2e/support/keyboard';

const LATEST = 'SELECT state FROM placement WHERE pupil_id = $1 ORDER BY reference';

test('a pupil is placed in four clicks, and that is taken back', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const pupil = await arrangeWaiting(world);
  const page = await signedIn('placement_officer');
  await page.goto('/rotherham/officer');
  // 1
  await (await arrive(WaitingPage, page)).place(pupil.name).click();
  const options = await arrive(OptionsPage, page);
  // 2
  await options.site(/Aspire Secondary|Rowan/).first().check();
  // 3
  await options.next.click();
  const check = await arrive(CheckPage, page);
  await expect(page.getByRole('heading', { name: 'What this changes' })).toBeVisible();
  // 4
  await check.confirm.click();
  const done = await arrive(DonePage, page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${pupil.firstName} is proposed to `));
  expect(await valuesOf(world, LATEST, [pupil.pupilId])).toEqual(['proposed']);
  await done.undo.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Undone' })).toBeVisible();
  await arrive(DonePage, page);
  expect(await valuesOf(world, LATEST, [pupil.pupilId])).toEqual(['cancelled']);
});

test('Tab, Space and Enter alone place a pupil, and focus is always visible', async ({ signedIn, world }) => {
  test.setTimeout(120_000);
  const pupil = await arrangeWaiting(world);
  const page = await signedIn('placement_officer');
  await page.goto('/rotherham/officer');
  const waiting = await arrive(WaitingPage, page);
  await tabTo(page, waiting.place(pupil.name));
  await page.keyboard.press('Enter');
  const options = await arrive(OptionsPage, page);
  const site = options.site(/./).first();
  await tabTo(page, site);
  await page.keyboard.press('Space');
  await expect(site).toBeChecked();
  await tabTo(page, options.next);
  await page.keyboard.press('Enter');
  const check = await arrive(CheckPage, page);
  await tabTo(page, check.confirm);
  await page.keyboard.press('Enter');
  const done = await arrive(DonePage, page);
  await tabTo(page, done.undo);
  expect(await valuesOf(world, LATEST, [pupil.pupilId])).toEqual(['proposed']);
});

test('Continue without a site says so, and keeps the dates asked for', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const pupil = await arrangeWaiting(world);
  const page = await signedIn('placement_officer');
  await page.goto(`/rotherham/officer/waiting/${pupil.referralId}/place?to=2026-05-22&kind=day6`);
  const options = await arrive(OptionsPage, page);
  await options.next.click();
  const summary = await options.errorSummary({ titleToo: false });
  await expect(summary.getByRole('link', { name: 'Choose a site' })).toBeVisible();
  await expect(page).toHaveURL(/to=2026-05-22/);
  await summary.getByRole('link', { name: 'Choose a site' }).click();
  await expect(options.site(/./).first()).toBeFocused();
});
