import { z } from 'zod';
import { londonDateOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { type ExclusionEvent, exclusionEvents, type InterimRecord } from '@/lib/exclusions/history';
import { type CorrectionLine, correctionsOf } from '@/lib/exclusions/correction-store';
import type { ReferralRecord } from '@/lib/exclusions/referral-store';
import { instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { type ActOnce, type ActOnPart, oneEntryAnAct } from '../rules/one-entry-an-act';
import { exclusionStepWords, newestFirst, placementStepTitle, type RequestEvent } from '../rules/request-timeline';
import { STATES } from '../store';

const placementEventRow = z.object({
  id: uuidColumn, placement_id: uuidColumn, continues_id: uuidColumn.nullable(), act_id: uuidColumn, act: textColumn, state: z.enum(STATES), reason: textColumn, recorded_at: instantColumn, site_name: textColumn, by: textColumn.nullable(),
});

/** Everything that happened to a request: exclusion, corrections, placements and interim education, newest first. */
export async function requestHistory(tx: ReadTx, referral: ReferralRecord, interim: readonly InterimRecord[]): Promise<RequestEvent[]> {
  const exclusion = referral.exclusion_id === null ? [] : await exclusionEvents(tx, referral.exclusion_id);
  const corrections = (await correctionsOf(tx, referral.pupil_id)).filter((one) => one.exclusionId === null || one.exclusionId === referral.exclusion_id);
  const placements = await tx.rows(placementEventRow, sql`
    SELECT v.id, v.placement_id, p.continues_id, v.act_id, v.act, v.after ->> 'state' AS state, v.reason, v.recorded_at, s.name AS site_name, n.name AS by
      FROM placement_event v
      JOIN placement p ON p.authority_id = v.authority_id AND p.id = v.placement_id
      JOIN site s ON s.authority_id = v.authority_id AND s.id = (v.after ->> 'site_id')::uuid
      LEFT JOIN person n ON n.authority_id = v.authority_id AND n.id = v.recorded_by
     WHERE p.referral_id = ${referral.id}::uuid ORDER BY v.entry`);
  return newestFirst([...exclusion.map(ofExclusion), ...corrections.map(ofCorrection), ...interim.map(ofInterim), ...oneEntryAnAct(placements, partOfRow).map(ofPlacement)]);
}

type PlacementEvent = z.output<typeof placementEventRow>;

const partOfRow = ({ act_id: actId, placement_id: placementId, continues_id: continuesId }: PlacementEvent): ActOnPart => ({ actId, placementId, continuesId });

/** A change of site names both sites. */
function ofPlacement({ event, further }: ActOnce<PlacementEvent>): RequestEvent {
  const sites = [...new Set([event, ...further].map((row) => row.site_name))].join(' to ');
  return {
    id: event.id, on: londonDateOf(event.recorded_at), at: event.recorded_at.toISOString(), title: placementStepTitle(event.act, event.act === 'change_site' ? sites : event.site_name, event.state),
    detail: event.reason, by: event.by,
  };
}

function ofExclusion(event: ExclusionEvent): RequestEvent {
  return { id: event.id, at: event.recorded_at.toISOString(), by: event.by, ...exclusionStepWords({ ...event, recordedOn: londonDateOf(event.recorded_at) }) };
}

function ofCorrection(one: CorrectionLine): RequestEvent {
  return { id: one.id, on: londonDateOf(one.recordedAt), at: one.recordedAt.toISOString(), title: 'Record corrected', detail: one.words, by: one.by };
}

function ofInterim(row: InterimRecord): RequestEvent {
  const until = row.ended_on ?? row.last_on;
  const detail = until < row.first_on
    ? 'Ended before it began'
    : `${row.provider_name}, ${row.hours_per_week} hours a week, ${dateInWords(row.first_on)} to ${dateInWords(until)}. ${row.reason}`;
  return { id: row.id, on: londonDateOf(row.recorded_at), at: row.recorded_at.toISOString(), title: row.kind === 'online' ? 'Online education' : 'Tuition', detail, by: null };
}
