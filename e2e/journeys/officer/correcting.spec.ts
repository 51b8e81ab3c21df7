import { ExclusionRecordedPage } from '@/e2e/pages/officer-pages';
import { arrive, FairplacePage } from '@/e2e/pages/page';
import { typeDate } from '@/e2e/support/fields';
import { expect, test } from '@/e2e/support/test';

class CorrectPage extends FairplacePage {
  protected readonly heading = 'Correct details';
}

class PupilPage extends FairplacePage {
  protected readonly heading = /^Nell \S+/;
}

test('a date misheard in the call is corrected, after the page has said which day that moves', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const page = await signedIn('placement_officer');
  const main = page.getByRole('main');
  await page.goto('/rotherham/officer/exclusions/new');
  await typeDate(main, 'Date of the exclusion', '2026-02-27');
  await page.getByLabel('Time of the exclusion').fill('14:30');
  await page.getByRole('group', { name: 'Had the afternoon session begun?' }).getByLabel('No', { exact: true }).check();
  await page.getByLabel('School', { exact: true }).selectOption({ index: 2 });
  await page.getByLabel('Who decided').fill('Anne Wardle, headteacher');
  await page.getByLabel('Main reason').selectOption({ index: 1 });
  await page.getByLabel('First name').fill('Nell');
  await page.getByLabel('Last name').fill(`Slip-${world}`);
  await typeDate(main, 'Birth date', '2015-10-15');
  await page.getByLabel('Female', { exact: true }).check();
  await page.getByLabel('Year group now').selectOption({ label: 'Year 9' });
  await page.getByRole('group', { name: 'Special educational needs' }).getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Record the exclusion' }).click();

  // The two odd answers are asked about at once; the year group was the slip, the time was not.
  await expect(page.getByRole('link', { name: /^14:30 is after 13:15/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /is usually in Year 5/ })).toBeVisible();
  await page.getByLabel('Yes, I have checked: both are right').check();
  await typeDate(main, 'Birth date', '2012-05-14');
  await page.getByRole('button', { name: 'Record the exclusion' }).click();
  await arrive(ExclusionRecordedPage, page);

  await page.getByText('Record who was told').click();
  await page.getByLabel(/^The parent: the period/).check();
  await typeDate(main, 'Day they were told', '2026-02-27');
  await page.getByLabel('Who told them').fill('Anne Wardle, headteacher');
  await page.getByRole('button', { name: 'Save who was told' }).click();
  await expect(main.getByText(/^Told on Friday 27 February(?: 2026)? by Anne Wardle, headteacher$/)).toBeVisible();

  await page.getByRole('link', { name: 'Correct details' }).click();
  await arrive(CorrectPage, page);
  await typeDate(main, 'Date of the exclusion', '2026-02-26');
  await page.getByLabel('Home address').fill('2 Low Street');
  await page.getByLabel('Why this is corrected').fill('The head rang again');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  const effects = page.getByLabel('Yes, change this too');
  await expect(page.getByRole('link', { name: /Thursday 5 March 2026 instead of Friday 6 March 2026/ })).toBeVisible();
  await expect(page.getByLabel('Home address')).toHaveValue('2 Low Street');
  await effects.check();
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await arrive(PupilPage, page);
  await expect(main.getByRole('list', { name: 'What happened, newest first' })).toContainText('Home address: 2 Low Street instead of none. Date of the exclusion: 26 February 2026 instead of 27 February 2026. Why: The head rang again');
});
