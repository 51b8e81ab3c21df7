import type { Page } from '@playwright/test';
import { arrive, FairplacePage } from '@/e2e/pages/page';
import { arrangePlacement } from '@/e2e/support/arrange-pupils';
import { valuesOf } from '@/e2e/support/database';
import { idsOf, RANDOM_IDS } from '@/e2e/support/ids';
import { expect, test } from '@/e2e/support/test';
import { calendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';

class PupilPage extends FairplacePage {
  protected readonly heading = /^[A-Z]\S+ \S+/;
}

class NotFoundPage extends FairplacePage {
  protected readonly heading = 'Page not found';
}

const fact = (page: Page, name: string) => page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd[1]');

/** A pupil of the head's own school who has started at a site. */
const PLACED = `SELECT concat_ws('|', u.first_name || ' ' || u.last_name, si.name, pl.planned_last_on)
  FROM placement pl JOIN authority a ON a.id = pl.authority_id JOIN pupil u ON u.authority_id = a.id AND u.id = pl.pupil_id JOIN site si ON si.authority_id = a.id AND si.id = pl.site_id
  JOIN roll_entry r ON r.authority_id = a.id AND r.pupil_id = u.id AND r.last_on IS NULL JOIN establishment e ON e.authority_id = a.id AND e.id = r.establishment_id
 WHERE a.slug = 'rotherham' AND e.urn = '136331' AND pl.state = 'started' AND pl.share_tenths = 10 ORDER BY pl.reference LIMIT 1`;

test('the head opens own pupils by name: where, until when and what next', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const [name = '', site = '', until = ''] = (await valuesOf(world, PLACED))[0]?.split('|') ?? [];
  const coming = await arrangePlacement(world, 'accepted');
  const page = await signedIn('headteacher');
  await page.goto('/rotherham/school');
  await page.getByRole('link', { name, exact: true }).click();
  await arrive(PupilPage, page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(fact(page, 'Where')).toHaveText(site);
  await expect(fact(page, 'Until')).toContainText(dateInWords(calendarDate(until)));
  await expect(fact(page, 'Next')).toHaveText(/^(Then: |Where next is not recorded yet|Starts at )/);
  await expect(page.getByText('Opening this record has been noted in the access log.')).toBeVisible();

  await page.getByRole('link', { name: 'Back to my places' }).click();
  await page.getByRole('link', { name: coming.name }).click();
  await arrive(PupilPage, page);
  await expect(fact(page, 'Where')).toHaveText('Not started: place agreed at Aspire Secondary');
  await expect(fact(page, 'Until')).toHaveText(/^6 March(?: 2026)?$/);
  await expect(fact(page, 'Next')).toHaveText('Starts at Aspire Secondary on Monday 2 March');
});

test("another school's pupil looks like one that is not there", { tag: ['@phone', '@no-js'] }, async ({ signedIn, world, consoleErrors }) => {
  const { pupil } = await idsOf(world, 'rotherham', 'neighbour');
  const page = await signedIn('headteacher');
  const words: string[] = [];
  for (const id of [pupil, RANDOM_IDS.pupil]) {
    expect((await page.goto(`/rotherham/school/pupils/${id}`))?.status()).toBe(404);
    await arrive(NotFoundPage, page);
    words.push(await page.getByRole('main').innerText());
  }
  expect(words[0]).toBe(words[1]);
  // The browser itself writes a line for an answer of 404.
  expect(consoleErrors.splice(0).filter((line) => !line.includes('404'))).toEqual([]);
});
