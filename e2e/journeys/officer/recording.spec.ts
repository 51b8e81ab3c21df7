import { ExclusionRecordedPage, RecordExclusionPage } from '@/e2e/pages/officer-pages';
import { arrive } from '@/e2e/pages/page';
import { typeDate } from '@/e2e/support/fields';
import { expect, test } from '@/e2e/support/test';

test('an exclusion with mistakes comes back with what was typed, and is then recorded', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const page = await signedIn('placement_officer');
  await page.goto('/rotherham/officer/exclusions/new');
  const form = await arrive(RecordExclusionPage, page);
  const main = page.getByRole('main');
  await typeDate(main, 'Date of the exclusion', '2026-02-30');
  await page.getByLabel('Time of the exclusion').fill('quarter past ten');
  await page.getByLabel('Who decided').fill('Anne Wardle, headteacher');
  await page.getByRole('button', { name: 'Record the exclusion' }).click();

  const summary = await form.errorSummary();
  await expect(summary.getByRole('link', { name: 'Date of the exclusion must be a real date, for example 27 3 2026' })).toBeVisible();
  await expect(summary.getByRole('link', { name: 'Choose the school' })).toBeVisible();
  await summary.getByRole('link', { name: 'Time of the exclusion must be a time of day, for example 10:15' }).click();
  const time = page.getByLabel('Time of the exclusion');
  await expect(time).toBeFocused();
  await expect(time).toHaveValue('quarter past ten');
  await expect(time).toHaveAccessibleDescription(/must be a time of day/);
  await expect(main.getByRole('group', { name: 'Date of the exclusion' }).getByLabel('Day')).toHaveValue('30');
  await expect(page.getByLabel('Who decided')).toHaveValue('Anne Wardle, headteacher');

  await typeDate(main, 'Date of the exclusion', '2026-03-02');
  await time.fill('10:15');
  await page.getByRole('group', { name: 'Had the afternoon session begun?' }).getByLabel('No', { exact: true }).check();
  await page.getByLabel('School', { exact: true }).selectOption({ index: 2 });
  await page.getByLabel('Main reason').selectOption({ index: 1 });
  await page.getByLabel('First name').fill('Wilf');
  await page.getByLabel('Last name').fill(`Arkwright ${world}`);
  await typeDate(main, 'Birth date', '2012-05-14');
  await page.getByLabel('Male', { exact: true }).check();
  await page.getByLabel('Year group now').selectOption({ label: 'Year 9' });
  await page.getByRole('group', { name: 'Special educational needs' }).getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Record the exclusion' }).click();
  await arrive(ExclusionRecordedPage, page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Exclusion of Wilf Arkwright ${world} recorded`);
});
