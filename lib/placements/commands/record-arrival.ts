import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { dateColumn } from '@/lib/server/columns';
import { newFormKey } from '@/lib/server/random';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { reviewWarnings } from '../chair-warning';
import { applyChange, nextState } from '../change';
import { answeredWith, answerFollowing, refuseIfItFollows } from '../following';
import { finishTasksOf } from '../finish-tasks';
import { notArrivedInput, startInput } from '../input';
import { loadForChange, type LoadedChange } from '../load-change';
import { mayAnswerFor, runsProvider } from '../policy';
import { refreshReferral } from '../referral-state';
import { refuseUnlessRoom } from '../room';
import { whyNoAttendance } from '../rules/attended-day';

type Outcome = { placementId: string };

/** The pupil started: full-time education is under way and the clock has stopped. An earlier start than planned needs the place on those days too. */
export const startPlacement: Command<typeof startInput, Outcome> = {
  name: 'placement.start',
  input: startInput,
  handle: async (tx, input: z.output<typeof startInput>) => {
    const loaded = await loadForChange(tx, input.placementId, input.version);
    const { row, held, site, sites, calendars } = loaded;
    if (!mayAnswerFor(tx.actor, site.provider_id)) throw notFoundRefusal();
    const state = nextState(row, 'start');
    if (input.startedOn > tx.today) throw invalid('startedOn', 'Date started must be today or earlier');
    const why = whyNoAttendance(calendars.forSite(site.id), site.closures, site.name, input.startedOn);
    if (why !== null) throw invalid('startedOn', `${why}: enter the first day on which the pupil attended`);
    await refuseBeforeExclusion(tx, row.referral_id, input.startedOn);
    if (input.startedOn > row.planned_last_on) throw invalid('startedOn', `The placement was planned to end on ${dateInWords(row.planned_last_on)}: the officer extends it first`);
    if (input.startedOn < row.planned_first_on) await refuseUnlessRoom(tx, calendars, sites, { ...held, firstOn: input.startedOn }, [row.id]);
    const actId = newFormKey();
    const following = row.state === 'not_arrived' ? await answeredWith(tx, row) : [];
    await applyChange(tx, row, { state, started_on: input.startedOn }, { act: 'start', actId });
    await answerFollowing(tx, row, following, { state: 'accepted' }, 'accept', actId);
    await refreshReferral(tx, row.referral_id);
    await finishTasksOf(tx, row.id, 'Started');
    await enterSubsidiaryRoll(tx, loaded, input.startedOn);
    if (input.startedOn < row.planned_first_on) await reviewWarnings(tx, [row.attributed_establishment_id], 'took_a_place');
    return {
      outcome: { placementId: row.id },
      audit: { subjectKind: 'placement', subjectId: row.id, pupilId: row.pupil_id, before: { state: row.state }, after: { state, startedOn: input.startedOn } },
    };
  },
};

const excludedRow = z.object({ excluded_on: dateColumn });

async function refuseBeforeExclusion(tx: WriteTx, referralId: string, startedOn: CalendarDate): Promise<void> {
  const excluded = await tx.row(excludedRow, sql`
    SELECT x.excluded_on FROM referral r JOIN permanent_exclusion x ON x.authority_id = r.authority_id AND x.id = r.exclusion_id WHERE r.id = ${referralId}::uuid`);
  if (excluded && startedOn < excluded.excluded_on) throw invalid('startedOn', `The pupil was excluded on ${dateInWords(excluded.excluded_on)}: the first day attended is later`);
}

/** A pupil at a PRU or academy that is a school is on its roll as well, as subsidiary (R52). */
async function enterSubsidiaryRoll(tx: WriteTx, { row, site }: LoadedChange, startedOn: string): Promise<void> {
  if (site.provider_establishment_id === null) return;
  await tx.execute(sql`
    INSERT INTO roll_entry (authority_id, pupil_id, establishment_id, status, first_on)
    SELECT ${tx.authorityId}, ${row.pupil_id}::uuid, ${site.provider_establishment_id}::uuid, 'subsidiary', ${startedOn}::date
     WHERE NOT EXISTS (SELECT 1 FROM roll_entry r WHERE r.pupil_id = ${row.pupil_id}::uuid AND r.establishment_id = ${site.provider_establishment_id}::uuid AND r.last_on IS NULL)`);
}

/** The pupil did not come on the day: the place stays held, and officer and school each get a task. */
export const recordNotArrived: Command<typeof notArrivedInput, Outcome> = {
  name: 'placement.not_arrived',
  input: notArrivedInput,
  handle: async (tx, input: z.output<typeof notArrivedInput>) => {
    const { row, site } = await loadForChange(tx, input.placementId, input.version);
    if (!runsProvider(tx.actor, site.provider_id)) throw notFoundRefusal();
    const state = nextState(row, 'record_not_arrived');
    await refuseIfItFollows(tx, row);
    if (input.expectedOn > tx.today) throw invalid('expectedOn', 'Day the pupil was expected must be today or earlier');
    if (input.expectedOn < row.planned_first_on) throw invalid('expectedOn', `The pupil is expected from ${weekdayDateInWords(row.planned_first_on)}, the planned start: enter that day or a later one`);
    const actId = newFormKey();
    const following = await answeredWith(tx, row);
    await applyChange(tx, row, { state }, { act: 'not_arrived', actId, reason: `Expected on ${dateInWords(input.expectedOn)}` });
    await answerFollowing(tx, row, following, { state }, 'not_arrived', actId);
    const title = `A pupil did not arrive at ${site.name} on ${dateInWords(input.expectedOn)}`;
    await tx.execute(sql`
      INSERT INTO task (authority_id, kind, title, for_role, establishment_id, pupil_id, placement_id, due_on, created_at)
      SELECT ${tx.authorityId}, 'did_not_arrive', ${title}, who.role, who.school, ${row.pupil_id}::uuid, ${row.id}::uuid, ${tx.today}::date, ${tx.now}
        FROM (VALUES ('placement_officer', NULL::uuid), ('headteacher', ${row.attributed_establishment_id}::uuid)) AS who(role, school)
       WHERE who.role = 'placement_officer' OR who.school IS NOT NULL`);
    return {
      outcome: { placementId: row.id },
      audit: { subjectKind: 'placement', subjectId: row.id, pupilId: row.pupil_id, before: { state: row.state }, after: { state, expectedOn: input.expectedOn } },
    };
  },
};
