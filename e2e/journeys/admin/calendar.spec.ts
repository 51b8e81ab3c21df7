import { arrive, FairplacePage } from '@/e2e/pages/page';
import { typeDate } from '@/e2e/support/fields';
import { expect, test } from '@/e2e/support/test';

class CalendarsPage extends FairplacePage {
  protected readonly heading = 'Calendars';
}

test('a calendar says all that is wrong at once, at the fields and in the summary, and keeps what was typed', { tag: ['@phone', '@no-js'] }, async ({ signedIn }) => {
  const page = await signedIn('administrator');
  await page.goto('/rotherham/admin/calendars');
  await arrive(CalendarsPage, page);
  await page.getByRole('main').getByRole('link', { name: 'CAL-25', exact: true }).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Change the calendar' })).toBeVisible();
  const first = main.getByRole('group').filter({ has: page.getByLabel('Half of') });
  await main.getByLabel('Name', { exact: true }).fill('');
  await first.nth(0).getByLabel('Term', { exact: true }).fill('');
  await typeDate(first.nth(1), 'First day', '2025-10-26');
  await typeDate(first.nth(2), 'Last day', '2026-02-31');
  await page.getByRole('button', { name: 'Save the calendar' }).click();
  const summary = main.getByRole('alert').getByRole('link');
  await expect(summary).toHaveText(['Enter the name', /^Enter the name of the term that begins on/, /is a Sunday$/, /must be a real date/]);
  for (const message of await summary.allTextContents()) await expect(main.locator('form').getByText(message).first()).toBeVisible();
  await expect(first.nth(1).getByRole('group', { name: /First day/ }).getByLabel('Day')).toHaveValue('26');
  await expect(first.nth(2).getByRole('group', { name: /Last day/ }).getByLabel('Day')).toHaveValue('31');
});
