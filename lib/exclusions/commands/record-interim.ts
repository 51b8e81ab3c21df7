import { z } from 'zod';
import { conflict, invalid, notFoundRefusal, stale } from '@/lib/core/refusal';
import { dateInWords } from '@/lib/core/date-words';
import { dateColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { refuseIfOtherAuthoritys } from '../authority-with-duty';
import { endInterimInput, interimInput } from '../input';
import { mayKeepList } from '../policy';
import { lockedReferral } from '../referral-lock';

/** Tuition or online education while no full-time place has started. The pupil stays on the list and the clock runs on (R36d). */
export const recordInterim: Command<typeof interimInput, { referralId: string }> = {
  name: 'referral.interim',
  input: interimInput,
  handle: async (tx, input) => {
    if (!mayKeepList(tx.actor)) throw notFoundRefusal();
    const referral = await lockedReferral(tx, input.referralId, input.referralVersion);
    if (referral.state === 'closed') throw conflict('This request is closed, so no education can be added to it');
    await refuseIfOtherAuthoritys(tx, referral, 'no education is arranged here');
    if (input.lastOn < input.firstOn) throw invalid('lastOn', 'Last day must be the first day or later');
    if (input.firstOn < referral.received_on) throw invalid('firstOn', `First day must be ${dateInWords(referral.received_on)}, the day of the request, or later`);
    await tx.execute(sql`
      INSERT INTO interim_education (authority_id, referral_id, pupil_id, kind, provider_name, hours_per_week, first_on, last_on, reason, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${referral.id}::uuid, ${referral.pupil_id}::uuid, ${input.kind}, ${input.providerName}, ${input.hoursPerWeek}::numeric,
              ${input.firstOn}::date, ${input.lastOn}::date, ${input.reason}, ${tx.actor.personId}::uuid, ${tx.now})`);
    await tx.execute(sql`UPDATE referral SET version = version + 1 WHERE id = ${referral.id}::uuid`);
    return {
      outcome: { referralId: referral.id },
      audit: {
        subjectKind: 'referral', subjectId: referral.id, pupilId: referral.pupil_id,
        after: { kind: input.kind, hours: input.hoursPerWeek, firstOn: input.firstOn, lastOn: input.lastOn },
      },
    };
  },
};

const interimRow = z.object({ id: uuidColumn, referral_id: uuidColumn, pupil_id: uuidColumn, first_on: dateColumn, last_on: dateColumn, ended_on: dateColumn.nullable(), version: z.number() });

/** Ends interim education on a day up to its planned last one. */
export const endInterim: Command<typeof endInterimInput, { referralId: string }> = {
  name: 'referral.end_interim',
  input: endInterimInput,
  handle: async (tx, input) => {
    if (!mayKeepList(tx.actor)) throw notFoundRefusal();
    const row = await tx.row(interimRow, sql`
      SELECT id, referral_id, pupil_id, first_on, last_on, ended_on, version FROM interim_education WHERE id = ${input.interimId}::uuid FOR UPDATE`);
    if (!row) throw notFoundRefusal();
    if (row.version !== input.version || row.ended_on !== null) {
      throw stale('Somebody changed this education while you had the page open. Open the page again', [
        row.ended_on === null ? `Now: ${dateInWords(row.first_on)} to ${dateInWords(row.last_on)}` : `Now: ended on ${dateInWords(row.ended_on)}`,
      ]);
    }
    if (input.endedOn < row.first_on || input.endedOn > row.last_on) {
      throw invalid('endedOn', `Last day of the education must lie from ${dateInWords(row.first_on)} to ${dateInWords(row.last_on)}`);
    }
    if (input.endedOn > tx.today) throw invalid('endedOn', 'Last day of the education must be today or earlier');
    await tx.execute(sql`UPDATE interim_education SET ended_on = ${input.endedOn}::date, version = version + 1 WHERE id = ${row.id}::uuid`);
    return {
      outcome: { referralId: row.referral_id },
      audit: { subjectKind: 'referral', subjectId: row.referral_id, pupilId: row.pupil_id, before: { lastOn: row.last_on }, after: { endedOn: input.endedOn } },
    };
  },
};
