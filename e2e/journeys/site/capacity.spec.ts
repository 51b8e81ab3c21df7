import { CapacityPage } from '@/e2e/pages/site-pages';
import { arrive } from '@/e2e/pages/page';
import { typeDate } from '@/e2e/support/fields';
import { expect, test } from '@/e2e/support/test';

const EVERYWHERE = { tag: ['@phone', '@no-js'] };
const PATH = '/rotherham/site/aspire-secondary/capacity';

test('a cut below what is taken is refused with the days and the placements in the way', EVERYWHERE, async ({ signedIn }) => {
  const page = await signedIn('pru_head');
  await page.goto(PATH);
  const capacity = await arrive(CapacityPage, page);
  const form = capacity.form('Change the number');
  await form.getByLabel('Kind of place').selectOption('Preventative place');
  await typeDate(form, 'First day with the new number', '2026-03-09');
  await form.getByLabel('Places', { exact: true }).fill('0');
  await form.getByLabel('Reason').fill('A room is lost');
  await form.getByRole('button').click();
  const summary = await capacity.errorSummary();
  await expect(summary).toContainText('0 places are fewer than are taken');
  // The days in runs of the same placements, the first of them the day of the cut.
  await expect(page.getByRole('listitem').filter({ hasText: /^9 March 2026.*: [A-Z]{2}-?\w+ [A-Z][^,]+ [A-Z][^,]+(, [A-Z]{2}-?\w+ [A-Z][^,]+ [A-Z][^,]+)*$/ })).toHaveCount(1);
  await expect(form.getByLabel('Reason')).toHaveValue('A room is lost');
  await expect(form.getByLabel('Places', { exact: true })).toHaveValue('0');
});

test('a day is recorded as closed and opened again', EVERYWHERE, async ({ signedIn }) => {
  const page = await signedIn('pru_head');
  await page.goto(PATH);
  const capacity = await arrive(CapacityPage, page);
  const form = capacity.form('Record the closure');
  await typeDate(form, 'First day closed', '2026-06-19');
  await typeDate(form, 'Last day closed', '2026-06-18');
  await form.getByLabel('Why the site is closed').fill('The boiler is replaced');
  await form.getByRole('button').click();
  const summary = await capacity.errorSummary();
  await expect(summary.getByRole('link')).toHaveText('Last day closed must be the first day or later');
  await expect(form.getByLabel('Why the site is closed')).toHaveValue('The boiler is replaced');
  await typeDate(form, 'Last day closed', '2026-06-19');
  await form.getByRole('button').click();
  const row = page.getByRole('row').filter({ hasText: '19 June 2026' });
  await expect(row).toContainText('The boiler is replaced');
  await capacity.prove();
  await row.getByRole('button', { name: 'Withdraw this closure' }).click();
  await expect(row).toHaveCount(0);
});
