import { z } from 'zod';
import { loadCalendars } from '@/lib/calendars/store';
import { dateInWords } from '@/lib/core/date-words';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import { uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { tellNoticesInput } from '../input';
import { noticesWithTold } from '../notices';
import { mayRecordFor } from '../policy';
import { ownAuthorityCode } from '../school-choice';
import { HOME_AUTHORITY_NOTICE } from '../rules/notice-words';
import { exclusionById } from '../store';
import { homeAuthorityTold } from '../tell-home-authority';

export interface NoticesTold {
  readonly exclusionId: string;
  readonly pupilId: string;
  readonly referralId: string | null;
}

/** Records that people on the list of whom to tell were told (R20 to R25, R30), by the officer or the excluding school. A later entry stands in place of an earlier. */
export const tellNotices: Command<typeof tellNoticesInput, NoticesTold> = {
  name: 'exclusion.tell',
  input: tellNoticesInput,
  handle: async (tx, input) => {
    await tx.execute(sql`SELECT 1 FROM permanent_exclusion WHERE id = ${input.exclusionId}::uuid FOR UPDATE`);
    const exclusion = await exclusionById(tx, input.exclusionId);
    if (!exclusion || !mayRecordFor(tx.actor, exclusion.establishment_id)) throw notFoundRefusal();
    const lines = await noticesWithTold(tx, await loadCalendars(tx), exclusion, await ownAuthorityCode(tx));
    const told = lines.filter((line) => input.notices.includes(line.key));
    if (told.length !== new Set(input.notices).size) throw invalid('notices', 'The list of whom to tell has changed. Open the page again and choose who was told');
    if (input.toldOn > tx.today) throw invalid('toldOn', 'Day they were told must be today or earlier');
    if (input.toldOn < exclusion.excluded_on) throw invalid('toldOn', `Day they were told must be ${dateInWords(exclusion.excluded_on)}, the day of the exclusion, or later`);
    for (const line of told) {
      await tx.execute(sql`
        INSERT INTO notice_told (authority_id, exclusion_id, notice, told_on, told_by, recorded_by, recorded_at)
        VALUES (${tx.authorityId}, ${exclusion.id}::uuid, ${line.key}, ${input.toldOn}::date, ${input.toldBy}, ${tx.actor.personId}::uuid, ${tx.now})`);
    }
    if (told.some((line) => line.key === HOME_AUTHORITY_NOTICE && line.told === null)) {
      await homeAuthorityTold(tx, exclusion.id, { on: input.toldOn, note: `Told by ${input.toldBy}` });
    }
    const referral = await tx.row(z.object({ id: uuidColumn }), sql`SELECT id FROM referral WHERE exclusion_id = ${exclusion.id}::uuid ORDER BY recorded_at DESC LIMIT 1`);
    return {
      outcome: { exclusionId: exclusion.id, pupilId: exclusion.pupil_id, referralId: referral?.id ?? null },
      audit: {
        subjectKind: 'exclusion', subjectId: exclusion.id, pupilId: exclusion.pupil_id,
        before: { told: told.map((line) => ({ notice: line.key, on: line.told?.on ?? null })) }, after: { told: told.map((line) => ({ notice: line.key, on: input.toldOn })) },
      },
    };
  },
};
