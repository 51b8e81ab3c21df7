import { CheckPage, DonePage, OptionsPage } from '@/e2e/pages/officer-pages';
import { arrive, FairplacePage } from '@/e2e/pages/page';
import { arrangeWaiting } from '@/e2e/support/arrange-pupils';
import { valuesOf } from '@/e2e/support/database';
import { expect, test } from '@/e2e/support/test';

class RefusedPage extends FairplacePage {
  protected readonly heading = 'A second place cannot be proposed';
}

class ChangeSitePage extends FairplacePage {
  protected readonly heading = 'Change site';
}

test('a pupil who has a place is led to Change site, before and on the check page, and the panel after it says what is true', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const pupil = await arrangeWaiting(world);
  const page = await signedIn('placement_officer');
  const options = `/rotherham/officer/waiting/${pupil.referralId}/place`;
  await page.goto(options);
  await (await arrive(OptionsPage, page)).site(/Aspire Secondary/).first().check();
  await page.getByRole('button', { name: 'Continue' }).click();
  const check = await arrive(CheckPage, page);
  const choice = page.url();
  await check.confirm.click();
  await arrive(DonePage, page);

  // The same choice again: refused at once, with nothing to fill in.
  await page.goto(choice);
  await arrive(RefusedPage, page);
  await expect(page.getByText(`${pupil.firstName} already has a place in these days`)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Confirm/ })).toHaveCount(0);
  const words = await page.getByText(/^Proposed at Aspire Secondary from/).innerText();

  await page.goto(options);
  await arrive(OptionsPage, page);
  await expect(page.getByText(/^Proposed at Aspire Secondary from/)).toHaveText(words);
  expect(words).toContain(`To move ${pupil.firstName}, use Change site`);
  await expect(page.getByRole('button', { name: 'Continue' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Change site' }).click();
  await arrive(ChangeSitePage, page);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Show what this changes' }).click();
  await page.getByLabel(/^Why .* changes site$/).fill('Nearer home');
  await page.getByRole('button', { name: /^Confirm: propose to / }).click();
  const done = await arrive(DonePage, page);
  await expect(done.page.getByText(/records the day Robin starts\./)).toBeVisible();
  // A preventative place has no clock to stop.
  await expect(page.getByRole('main')).not.toContainText('The clock');
  expect(await valuesOf(world, "SELECT count(*) FROM placement WHERE pupil_id = $1 AND state = 'proposed'", [pupil.pupilId])).toEqual(['1']);
});
