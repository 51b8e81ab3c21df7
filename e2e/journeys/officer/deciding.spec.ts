import { WaitingPage } from '@/e2e/pages/officer-pages';
import { arrive, FairplacePage } from '@/e2e/pages/page';
import { arrangeExcludedWithPlace } from '@/e2e/support/arrange-decided';
import { valuesOf } from '@/e2e/support/database';
import { expect, test } from '@/e2e/support/test';

class ChoicePage extends FairplacePage {
  protected readonly heading = 'Decision on the exclusion';
}

class CheckDecisionPage extends FairplacePage {
  protected readonly heading = 'Check before recording';
}

class PupilPage extends FairplacePage {
  protected readonly heading = /\S/;
}

test('a placement that waits for its start comes first on the list and the pupil’s pages, a further share beside a part of the week', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const pupil = await arrangeExcludedWithPlace(world);
  const page = await signedIn('placement_officer');
  await page.goto('/rotherham/officer');
  const list = await arrive(WaitingPage, page);
  await expect(list.place(pupil.name)).toHaveCount(0);
  await expect(page.getByRole('link', { name: `Propose another share of the week for ${pupil.name}` })).toBeVisible();
  await expect(page.getByRole('link', { name: `Open placement of ${pupil.name}` })).toHaveAttribute('href', `/rotherham/officer/placements/${pupil.placementId}`);
  for (const path of [`waiting/${pupil.referralId}`, `pupils/${pupil.pupilId}`]) {
    await page.goto(`/rotherham/officer/${path}`);
    await arrive(PupilPage, page);
    await expect(page.getByRole('link', { name: 'Propose another share', exact: true })).toHaveAttribute('href', `/rotherham/officer/waiting/${pupil.referralId}/place`);
    await expect(page.getByRole('link', { name: 'Open placement', exact: true })).toHaveAttribute('href', `/rotherham/officer/placements/${pupil.placementId}`);
  }
});

for (const [what, confirm, state, act] of [
  ['Reinstated by the governing board', 'Confirm: the pupil is reinstated', 'reinstated', 'exclusion.decide'],
  ['Cancelled by the head', 'Confirm: the exclusion is cancelled', 'cancelled', 'exclusion.rescind'],
] as const) {
  test(`${state}: what ends is shown with quota and charge, and nothing ends before it is confirmed`, { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
    const pupil = await arrangeExcludedWithPlace(world);
    const standing = () => valuesOf(world, "SELECT x.state || ', ' || p.state FROM permanent_exclusion x JOIN placement p ON p.id = $2 WHERE x.id = $1", [pupil.exclusionId, pupil.placementId]);
    const page = await signedIn('placement_officer');
    await page.goto(`/rotherham/officer/waiting/${pupil.referralId}`);
    await page.getByRole('link', { name: 'Decision', exact: true }).click();
    const choice = await arrive(ChoicePage, page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect((await choice.errorSummary({ titleToo: false })).getByRole('link')).toHaveText('Choose what is recorded');
    await page.getByRole('radio', { name: what }).check();
    await page.getByRole('button', { name: 'Continue' }).click();

    await arrive(CheckDecisionPage, page);
    await expect(page.getByText(`(${pupil.reference}) is cancelled, and the site gets a task`)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Rotherham South today, before this' })).toBeVisible();
    await expect(page.getByText('This cannot be undone')).toBeVisible();
    expect(await standing()).toEqual(['recorded, accepted']);
    if (state === 'cancelled') {
      await page.getByLabel('Why the head cancels').fill('A managed move is agreed');
      await page.getByRole('radio', { name: 'No', exact: true }).check();
    }
    await page.getByRole('button', { name: confirm }).click();
    await expect(page.getByText(/^This request is closed since/)).toBeVisible();
    expect(await standing()).toEqual([`${state}, cancelled`]);
    expect(await valuesOf(world, 'SELECT act FROM audit_event WHERE subject_id = $1', [pupil.exclusionId])).toEqual([act]);
  });
}
