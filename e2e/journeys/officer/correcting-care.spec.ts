import { randomUUID } from 'node:crypto';
import { arrive, FairplacePage } from '@/e2e/pages/page';
import { arrangeWaiting, type ArrangedPupil } from '@/e2e/support/arrange-pupils';
import { ownerOf, valuesOf } from '@/e2e/support/database';
import { typeDate } from '@/e2e/support/fields';
import { expect, test } from '@/e2e/support/test';
import type { World } from '@/scripts/run/worlds';

class CorrectPage extends FairplacePage {
  protected readonly heading = 'Correct details';
}

class PupilPage extends FairplacePage {
  protected readonly heading = /^Robin \S+/;
}

/** A pupil with one contact, excluded by Aston on Thursday 26 February 2026: due on Thursday 5 March. */
async function arrangeExcluded(world: World): Promise<ArrangedPupil> {
  const pupil = await arrangeWaiting(world);
  const exclusionId = randomUUID();
  const owner = ownerOf(world);
  await owner.query(`INSERT INTO permanent_exclusion (authority_id, id, reference, pupil_id, establishment_id, excluded_on, excluded_at_time, after_afternoon_began, decided_by, reason_set, reasons,
      home_authority_code, no_exam_left, phase, state, recorded_at)
    SELECT authority_id, $2::uuid, 'EX-' || left($2::text, 8), pupil_id, establishment_id, '2026-02-26', '10:00', false, 'Head', 'B', '{PA}', '372', false, 'secondary', 'recorded', '2026-02-26T11:00:00Z'
      FROM referral WHERE id = $1`, [pupil.referralId, exclusionId]);
  await owner.query("UPDATE referral SET route = 'permanent_exclusion', exclusion_id = $2, received_on = '2026-02-26' WHERE id = $1", [pupil.referralId, exclusionId]);
  await owner.query("INSERT INTO pupil_contact (authority_id, pupil_id, name, relationship, phone) SELECT authority_id, id, 'Ann Quill', 'Aunt', '01709 960100' FROM pupil WHERE id = $1", [pupil.pupilId]);
  return pupil;
}

test('of two tabs the second sees both versions before any question; then care moves the target after saying so', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const pupil = await arrangeExcluded(world);
  const [first, second] = [await signedIn('placement_officer'), await signedIn('placement_officer')];
  for (const tab of [first, second]) await tab.goto(`/rotherham/officer/pupils/${pupil.pupilId}/correct`);
  await first.getByLabel('Postcode').fill('S65 2BB');
  await first.getByLabel('Why this is corrected').fill('The family moved');
  await first.getByRole('button', { name: 'Save the correction' }).click();
  await arrive(PupilPage, first);

  const main = second.getByRole('main');
  const correct = await arrive(CorrectPage, second);
  await typeDate(main, 'Date of the exclusion', '2026-02-28');
  await second.getByLabel('The pupil has a social worker').check();
  for (const part of ['name', 'relationship', 'telephone']) await second.getByLabel(`Contact 1: ${part}`).fill('');
  await second.getByLabel('Why this is corrected').fill('The social worker rang');
  const save = second.getByRole('button', { name: 'Save the correction' });
  await save.click();
  const summary = await correct.errorSummary();
  await expect(summary).toContainText('Somebody changed this record while you had the page open');
  await expect(summary).toContainText('Postcode: now S65 2BB; you typed none');
  await expect(summary).toContainText('Contact 1: now Ann Quill, Aunt, 01709 960100; you typed none');
  await expect(second.getByLabel(/^Yes, /)).toHaveCount(0);

  await second.getByLabel('Postcode').fill('S65 2BB');
  await typeDate(main, 'Date of the exclusion', '2026-02-26');
  await save.click();
  await expect(second.getByRole('link', { name: /Day-1 target after .*: Thursday 26 February 2026 instead of none/ })).toBeVisible();
  await second.getByLabel('Yes, change this too').check();
  await save.click();
  await arrive(PupilPage, second);
  await expect(main.getByRole('list', { name: 'What happened, newest first' })).toContainText('Contact 1: none instead of Ann Quill, Aunt, 01709 960100. Social worker: yes instead of no. Why: The social worker rang');
  expect(await valuesOf(world, 'SELECT count(*) FROM pupil_contact WHERE pupil_id = $1', [pupil.pupilId])).toEqual(['0']);
  await second.goto(`/rotherham/officer/waiting/${pupil.referralId}`);
  await expect(second.getByText(/^Day-1 target was Thursday 26 February/)).toBeVisible();
});
