import { FairplacePage, arrive } from '@/e2e/pages/page';
import { expect, test } from '@/e2e/support/test';

class PartnershipPage extends FairplacePage {
  protected readonly heading = /\S/;
}

class DayPage extends FairplacePage {
  protected readonly heading = 'Monday 2 March 2026';
}

class PupilPage extends FairplacePage {
  protected readonly heading = /^\S+ \S+/;
}

test('an officer opens the use of a day to the pupils behind it, and a pupil to the record', { tag: ['@phone', '@no-js'] }, async ({ signedIn }) => {
  const page = await signedIn('placement_officer');
  await page.goto('/rotherham/officer/partnerships');
  await page.getByRole('link', { name: 'Rotherham South' }).first().click();
  await arrive(PartnershipPage, page);
  await page.locator('a[href$="/day/2026-03-02"]').first().click();
  await arrive(DayPage, page);
  const pupils = page.getByRole('table').getByRole('link');
  expect(await pupils.count()).toBeGreaterThan(10);
  await expect(page.getByRole('rowheader', { name: /^A pupil/ })).toHaveCount(0);
  const name = await pupils.first().innerText();
  await pupils.first().click();
  await arrive(PupilPage, page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  expect(new URL(page.url()).pathname).toMatch(/^\/rotherham\/officer\/pupils\//);
});
