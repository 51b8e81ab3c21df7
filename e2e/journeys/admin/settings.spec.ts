import { arrive, FairplacePage } from '@/e2e/pages/page';
import { valuesOf } from '@/e2e/support/database';
import { typeDate } from '@/e2e/support/fields';
import { expect, test } from '@/e2e/support/test';

class SettingsPage extends FairplacePage {
  protected readonly heading = 'Settings';
}

const VALUES = "SELECT s.value #>> '{}' FROM setting s JOIN authority a ON a.id = s.authority_id WHERE a.slug = 'rotherham' AND s.name = 'warn_chair_places_free' AND s.first_on = '2026-04-13' ORDER BY s.entry";

test('the administrator sees every setting in words, and records a value from a day on with its reason', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const page = await signedIn('administrator');
  await page.goto('/rotherham/admin');
  await page.getByRole('navigation', { name: 'Service' }).getByRole('link', { name: 'Settings' }).click();
  const settings = await arrive(SettingsPage, page);
  const rows = page.getByRole('table', { name: 'Settings in force today' }).getByRole('row');
  await expect(rows).toHaveCount(11);
  await expect(rows.filter({ hasText: 'Time without use on pages with names' })).toContainText('15 minutes');
  await expect(rows.filter({ hasText: 'Small numbers not shown' })).toContainText('Not changed here');
  await page.getByRole('link', { name: 'Change Warning before a quota is full' }).click();
  await arrive(SettingsPage, page);
  await page.getByLabel('New value in places').fill('many');
  await typeDate(page.getByRole('main'), 'First day', '2020-04-13');
  await page.getByRole('button', { name: 'Record the value' }).click();
  await expect((await settings.errorSummary()).getByRole('link')).toHaveText([
    'Warning before a quota is full must be a whole number from 0 to 50', /^First day must be \d+ \w+ 2026 or later$/, 'Enter the reason',
  ]);
  await expect(page.getByLabel('New value in places')).toHaveValue('many');
  await page.getByLabel('New value in places').fill('2');
  await typeDate(page.getByRole('main'), 'First day', '2026-04-13');
  await page.getByLabel('Reason').fill('Agreed with the chairs on 24 February');
  await page.getByRole('button', { name: 'Record the value' }).click();
  await expect(page.getByText('Warning before a quota is full: 2 places from 13 April 2026')).toBeVisible();
  await arrive(SettingsPage, page);
  expect(await valuesOf(world, VALUES)).toEqual(['2']);
  // It holds from its day on: today's value stays, and what is to come is on record.
  await expect(rows.filter({ hasText: 'Warning before a quota is full' })).toContainText('1 place');
  await page.getByRole('link', { name: 'Change Warning before a quota is full' }).click();
  await expect(page.getByRole('row').filter({ hasText: '13 April 2026 (to come)' })).toContainText('Agreed with the chairs on 24 February');
  // A slip is mended for its own day: the last entry counts, the first stays, struck out.
  await page.getByLabel('New value in places').fill('3');
  await typeDate(page.getByRole('main'), 'First day', '2026-04-13');
  await page.getByLabel('Reason').fill('The minutes say three');
  await page.getByRole('button', { name: 'Record the value' }).click();
  await expect(page.getByText('Warning before a quota is full: 3 places from 13 April 2026')).toBeVisible();
  expect(await valuesOf(world, VALUES)).toEqual(['2', '3']);
  await page.getByRole('link', { name: 'Change Warning before a quota is full' }).click();
  const replaced = page.getByRole('row').filter({ hasText: 'Replaced' });
  await expect(replaced).toContainText('Agreed with the chairs on 24 February');
  await expect(replaced.locator('s')).toHaveText('2 places');
});

test('a commissioner finds the partnerships in the navigation', { tag: ['@phone', '@no-js'] }, async ({ signedIn }) => {
  const page = await signedIn('commissioner');
  await page.goto('/rotherham');
  await page.getByRole('navigation', { name: 'Service' }).getByRole('link', { name: 'Partnerships' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Partnerships' })).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByText('Partnership, agreement 2025/26')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Service' }).getByRole('link', { name: 'Partnerships' })).toHaveAttribute('aria-current', 'page');
});
