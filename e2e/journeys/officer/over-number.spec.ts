import { CheckPage, OptionsPage } from '@/e2e/pages/officer-pages';
import { arrive, FairplacePage } from '@/e2e/pages/page';
import { arrangeWaiting } from '@/e2e/support/arrange-pupils';
import { ownerOf } from '@/e2e/support/database';
import { typeDate } from '@/e2e/support/fields';
import type { World } from '@/scripts/run/worlds';
import { expect, test } from '@/e2e/support/test';

class OverNumberPage extends FairplacePage {
  protected readonly heading = 'Authorise a place over number';
}

/** From 1 June Rowan has one place of the authority reserve, which is taken: only places over number give another. */
async function fillReserveOfRowan(world: World): Promise<void> {
  await ownerOf(world).query(`INSERT INTO site_places (authority_id, site_id, kind, effective_on, places, reason, recorded_at)
    SELECT s.authority_id, s.id, 'reserve', '2026-06-01', 1, 'A room is lost', '2026-03-02T09:00:00Z' FROM site s JOIN authority a ON a.id = s.authority_id
     WHERE a.slug = 'rotherham' AND s.slug = 'rowan'`);
}

test('an authorisation for part of the days keeps what was asked for and offers both ways on', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const pupil = await arrangeWaiting(world);
  await fillReserveOfRowan(world);
  const page = await signedIn('placement_officer');
  const place = `/rotherham/officer/waiting/${pupil.referralId}/place?from=2026-06-01&to=2026-07-17&kind=reserve`;
  await page.goto(place);
  await arrive(OptionsPage, page);
  await page.getByRole('link', { name: 'Authorise a place over number' }).click();
  await arrive(OverNumberPage, page);
  const main = page.getByRole('main');
  const site = page.getByLabel('Site', { exact: true });
  await site.selectOption((await site.locator('option', { hasText: /Rowan/ }).getAttribute('value')) ?? '');
  await typeDate(main, 'Last day', '2026-06-19');
  await page.getByLabel('Who at the site agreed').fill('Jo Hale, head');
  await page.getByLabel('Why', { exact: true }).fill('The reserve is full');
  await page.getByRole('button', { name: 'Authorise over number' }).click();

  await arrive(OptionsPage, page);
  await expect(main.getByText(/^The Rowan Centre now has a place over number/)).toContainText('and not on every day asked for');
  await expect(main.getByText(/Asked for still: authority reserve, 1 June to 17 July 2026/)).toBeVisible();
  await expect(page.getByRole('group', { name: 'To' }).getByLabel('Month')).toHaveValue('7');

  // One way: the days that are missing, and no day twice.
  await page.getByRole('link', { name: 'Authorise the other days too' }).click();
  await arrive(OverNumberPage, page);
  await expect(page.getByRole('group', { name: 'First day' }).getByLabel('Day')).toHaveValue('20');
  await expect(page.getByRole('group', { name: 'Last day' }).getByLabel('Month')).toHaveValue('7');
  await page.goBack();

  // The other: only the days that were authorised.
  await page.getByRole('link', { name: 'Ask for those days only' }).click();
  const options = await arrive(OptionsPage, page);
  await expect(options.site(/Rowan/)).toBeChecked();
  await expect(main.getByText(/^It is chosen below/)).toBeVisible();

  // The option and the check name the authorisation that it is within.
  const within = /Within the authorisation of 1 place over number from 1 June to 19 June 2026, agreed by Jo Hale, head at the site and .+ in the authority/;
  await expect(main.getByText(within)).toBeVisible();
  await options.next.click();
  await arrive(CheckPage, page);
  await expect(main.getByText(within)).toBeVisible();
});
