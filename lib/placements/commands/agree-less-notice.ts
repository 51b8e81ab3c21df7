import { loadCalendars } from '@/lib/calendars/store';
import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import { lostNotice } from '@/lib/exclusions/rules/day-six-notice';
import { loadSites } from '@/lib/providers/store';
import type { Command } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import { sql } from '@/lib/server/unit-of-work';
import { lockedPlacement, recordEvent } from '../change';
import { lessNoticeInput } from '../input';
import { mayPlace } from '../policy';
import { recordsOfStart, START_RECORDS_CLOSED } from '../rules/states';
import { loadReferral } from '../queries/pupil-brief';

/** The parents agree to less than 48 hours' notice of education that starts before day 6 (R21); only once the 48 hours cannot be kept. */
export const agreeLessNotice: Command<typeof lessNoticeInput, { placementId: string }> = {
  name: 'placement.agree_notice',
  input: lessNoticeInput,
  handle: async (tx, input) => {
    if (!mayPlace(tx.actor)) throw notFoundRefusal();
    const row = await lockedPlacement(tx, input.placementId, input.version);
    const site = (await loadSites(tx)).find((one) => one.id === row.site_id);
    const loaded = await loadReferral(tx, await loadCalendars(tx), row.referral_id);
    if (!site || !loaded) throw notFoundRefusal();
    const recorded = recordsOfStart(row.state);
    if (recorded === null) throw conflict(START_RECORDS_CLOSED);
    const daySixOn = loaded.brief.clock.kind === 'clock' ? loaded.brief.clock.clock.dueOn : null;
    const lost = lostNotice(tx.now, { startsOn: row.first_on, startsAt: site.start_time }, daySixOn, recorded === 'after');
    if (lost === null) throw conflict('There is still time to tell the parents 48 hours before the start, so no agreement is needed');
    if (!lost.mayAgree) throw conflict(recorded === 'after' ? 'Agreement to less notice counts only for a start before day 6. Record when the parents were told' : lost.words);
    await tx.execute(sql`UPDATE placement SET less_notice_agreed = ${input.noticeAgreed}, version = version + 1 WHERE id = ${row.id}::uuid`);
    await recordEvent(tx, row.id, row, { act: 'agree_notice', actId: newFormKey(), reason: input.noticeAgreed });
    return { outcome: { placementId: row.id }, audit: { subjectKind: 'placement', subjectId: row.id, pupilId: row.pupil_id, after: { lessNoticeAgreed: true } } };
  },
};
