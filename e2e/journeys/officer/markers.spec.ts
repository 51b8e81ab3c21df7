import { arrive, FairplacePage } from '@/e2e/pages/page';
import { arrangeWaiting } from '@/e2e/support/arrange-pupils';
import { ownerOf } from '@/e2e/support/database';
import { expect, test } from '@/e2e/support/test';

class PupilPage extends FairplacePage {
  protected readonly heading = /^Robin /;
}

test('a marker is ended today, and then nothing is left to end', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const pupil = await arrangeWaiting(world);
  await ownerOf(world).query(`INSERT INTO pupil_marker (authority_id, pupil_id, kind, site_id, reason, first_on)
    SELECT p.authority_id, p.id, 'not_at', s.id, 'Asked for by the parents', '2026-01-05' FROM pupil p JOIN site s ON s.authority_id = p.authority_id AND s.slug = 'rowan' WHERE p.id = $1`, [pupil.pupilId]);
  const page = await signedIn('placement_officer');
  await page.goto(`/rotherham/officer/pupils/${pupil.pupilId}`);
  await arrive(PupilPage, page);
  await page.getByRole('link', { name: /^End the marker/ }).click();
  await page.getByLabel('Why it ends').fill('The parents agree');
  await page.getByRole('button', { name: 'End the marker' }).click();
  await arrive(PupilPage, page);
  await expect(page.getByText(/Today is its last day/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^End the marker/ })).toHaveCount(0);
});
