import { SitePlacementPage, SitesPage } from '@/e2e/pages/site-pages';
import { arrive } from '@/e2e/pages/page';
import { arrangePlacement } from '@/e2e/support/arrange-pupils';
import { valuesOf } from '@/e2e/support/database';
import { typeDate } from '@/e2e/support/fields';
import { expect, test } from '@/e2e/support/test';

const EVERYWHERE = { tag: ['@phone', '@no-js'] };

test('a proposal is accepted, the parents are told, the taxi is booked and the pupil starts', EVERYWHERE, async ({ signedIn, world }) => {
  const pupil = await arrangePlacement(world, 'proposed');
  const page = await signedIn('pru_head');
  await page.goto('/rotherham/site');
  await (await arrive(SitesPage, page)).pupil(pupil.name).click();

  const placement = await arrive(SitePlacementPage, page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(pupil.name);
  const family = page.getByRole('term').filter({ hasText: /^(Home|Contacts)$/ });
  await expect(family).toHaveCount(0);
  await typeDate(await placement.unfold('Accept'), 'Admission meeting', '2026-03-02');
  await page.getByRole('button', { name: 'Accept the pupil' }).click();
  await expect(placement.state('Accepted')).toBeVisible();
  await expect(family).toHaveText(['Home', 'Contacts']);
  await placement.prove();

  // R21: 48 hours before the first session of 2 March, by the site's own start of the day.
  await placement.unfold('Parents told');
  await expect(page.getByText(/^Parents are told by Saturday 28 February 2026 at \d\d:\d\d, 48 hours before the start/)).toBeVisible();
  await page.getByLabel('Time').fill('08:15');
  await page.getByRole('button', { name: 'Record that parents were told' }).click();
  await expect(page.getByText(/^Not recorded: /)).toHaveCount(0);

  await placement.unfold('Transport booked');
  await page.getByLabel('Transport', { exact: true }).selectOption('Taxi');
  await page.getByRole('button', { name: 'Record the transport' }).click();
  await expect(page.getByText('Taxi, booked on 2 March 2026')).toBeVisible();

  await placement.unfold('Started');
  await page.getByRole('button', { name: 'Record the start' }).click();
  await expect(placement.state('Started')).toBeVisible();
  await placement.prove();
  expect(await valuesOf(world, 'SELECT state || started_on || transport FROM placement WHERE id = $1', [pupil.placementId])).toEqual(['started2026-03-02taxi']);
});

test('a concern goes back to the officer', EVERYWHERE, async ({ signedIn, world }) => {
  const pupil = await arrangePlacement(world, 'proposed');
  const page = await signedIn('pru_head');
  await page.goto(`/rotherham/site/placements/${pupil.placementId}`);
  const placement = await arrive(SitePlacementPage, page);
  await placement.unfold('Raise a concern');
  await page.getByRole('button', { name: 'Raise the concern' }).click();
  const summary = await placement.errorSummary();
  await expect(summary.getByRole('link')).toHaveText('Say what the concern is and what would settle it');
  await placement.unfold('Raise a concern');
  await page.getByLabel('What the concern is and what would settle it').fill('No member of staff speaks his language. An interpreter would settle it.');
  await page.getByRole('button', { name: 'Raise the concern' }).click();
  await expect(placement.state('Concern raised')).toBeVisible();
  await expect(page.getByText('An interpreter would settle it.')).toBeVisible();
  await placement.prove();
});

test('a pupil who did not arrive gives a task to the officer and to the school', EVERYWHERE, async ({ signedIn, world }) => {
  const pupil = await arrangePlacement(world, 'accepted');
  const page = await signedIn('pru_head');
  await page.goto(`/rotherham/site/placements/${pupil.placementId}`);
  const placement = await arrive(SitePlacementPage, page);
  await placement.unfold('Did not arrive');
  await page.getByRole('button', { name: 'Record that the pupil did not arrive' }).click();
  await expect(placement.state('Did not arrive')).toBeVisible();
  await placement.prove();
  const tasks = await valuesOf(world, "SELECT for_role FROM task WHERE placement_id = $1 AND kind = 'did_not_arrive' ORDER BY for_role", [pupil.placementId]);
  expect(tasks).toEqual(['headteacher', 'placement_officer']);
});

test('what was done before the start can be written down after it', EVERYWHERE, async ({ signedIn, world }) => {
  const pupil = await arrangePlacement(world, 'accepted');
  const page = await signedIn('pru_head');
  await page.goto(`/rotherham/site/placements/${pupil.placementId}`);
  const placement = await arrive(SitePlacementPage, page);
  await placement.unfold('Started');
  await page.getByRole('button', { name: 'Record the start' }).click();
  await expect(placement.state('Started')).toBeVisible();
  await expect(page.getByText(/^Not recorded: was due by Saturday 28 February 2026 at/)).toBeVisible();
  await placement.unfold('Parents told');
  await page.getByLabel('Time').fill('08:15');
  await page.getByRole('button', { name: 'Record that parents were told' }).click();
  await expect(page.getByText(/^Not recorded: /)).toHaveCount(0);

  // The officer books the transport that begins late.
  const officer = await signedIn('placement_officer');
  await officer.goto(`/rotherham/officer/placements/${pupil.placementId}`);
  await officer.getByText('Record that transport is booked').click();
  await officer.getByLabel('Transport', { exact: true }).selectOption({ index: 1 });
  await officer.getByRole('button', { name: 'Record transport' }).click();
  await expect(officer.getByRole('heading', { level: 1, name: 'Recorded: transport booked' })).toBeVisible();
  expect(await valuesOf(world, 'SELECT (parents_told_at IS NOT NULL) AND transport_booked_on IS NOT NULL FROM placement WHERE id = $1', [pupil.placementId])).toEqual(['true']);
});
