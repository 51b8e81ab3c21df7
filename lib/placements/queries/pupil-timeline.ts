import { z } from 'zod';
import { type CalendarDate, londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { ROUTE_WORDS } from '@/lib/core/field-words';
import { correctionsOf } from '@/lib/exclusions/correction-store';
import { EXCLUSION_EVENTS } from '@/lib/exclusions/history';
import type { ReferralRecord } from '@/lib/exclusions/referral-store';
import type { ExclusionRecord } from '@/lib/exclusions/store';
import { dateColumn, instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { latestFirst } from '../rules/latest-first';
import { oneEntryAnAct } from '../rules/one-entry-an-act';
import { exclusionStepWords } from '../rules/request-timeline';
import { eventRows, eventView, partOfEvent } from './placement-events';

export const TIMELINE_KINDS = ['exclusion', 'request', 'placement', 'interim'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One thing that happened to a pupil. */
export interface TimelineEntry {
  readonly id: string;
  readonly kind: TimelineKind;
  readonly on: CalendarDate;
  readonly time?: string;
  readonly title: string;
  readonly detail?: string;
  readonly by?: string;
  readonly tone: 'late' | 'due' | 'fine' | 'quiet' | 'info';
  readonly placementId?: string;
  readonly planned: boolean;
}

interface Known {
  readonly referrals: readonly ReferralRecord[];
  readonly exclusions: readonly ExclusionRecord[];
  readonly placementIds: readonly string[];
  readonly interim: readonly { readonly id: string; readonly kind: 'tuition' | 'online'; readonly provider_name: string; readonly hours: string; readonly first_on: CalendarDate; readonly last_on: CalendarDate; readonly reason: string; readonly recorded_at: Date }[];
}

/** With the instant at which it was entered, null where nobody kept it. */
type Dated = TimelineEntry & { readonly recordedAt: Date | null };

const eventRow = z.object({
  id: uuidColumn, kind: z.enum(EXCLUSION_EVENTS), happened_on: dateColumn, with_whom: textColumn, challenge: textColumn, alternatives: textColumn, outcome: textColumn,
  by_name: textColumn.nullable(), recorded_at: instantColumn,
});

/** Everything that happened to a pupil, newest first. */
export async function pupilTimeline(tx: ReadTx, pupilId: string, known: Known): Promise<TimelineEntry[]> {
  const acts = await tx.rows(eventRow, sql`
    SELECT v.id, v.kind, v.happened_on, v.with_whom, v.challenge, v.alternatives, v.outcome, w.name AS by_name, v.recorded_at
      FROM exclusion_event v
      JOIN permanent_exclusion x ON x.authority_id = v.authority_id AND x.id = v.exclusion_id
      LEFT JOIN person w ON w.authority_id = v.authority_id AND w.id = v.recorded_by
     WHERE x.pupil_id = ${pupilId}::uuid AND x.withdrawn_at IS NULL`);
  const entries: Dated[] = [
    ...known.exclusions.map((one): Dated => ({
      id: one.id, kind: 'exclusion', on: one.excluded_on, time: one.excluded_at_time ?? undefined, tone: 'late', planned: false, recordedAt: null,
      title: `Permanently excluded from ${one.establishment_name ?? one.elsewhere_school ?? 'a school'}`, detail: one.reference,
    })),
    ...acts.map((one): Dated => ({
      id: one.id, kind: 'exclusion', by: one.by_name ?? undefined, tone: 'info', planned: false, recordedAt: one.recorded_at,
      ...exclusionStepWords({ ...one, recordedOn: londonDateOf(one.recorded_at) }),
    })),
    ...(await correctionsOf(tx, pupilId)).map((one): Dated => ({
      id: one.id, kind: one.exclusionId === null ? 'request' : 'exclusion', on: londonDateOf(one.recordedAt), time: londonTimeOf(one.recordedAt), title: 'Record corrected',
      detail: one.words, by: one.by ?? undefined, tone: 'info', planned: false, recordedAt: one.recordedAt,
    })),
    ...known.referrals.map((one): Dated => ({
      id: one.id, kind: 'request', on: one.received_on, title: `Place asked for: ${(ROUTE_WORDS[one.route] ?? one.route).toLowerCase()}`, tone: 'info', planned: false,
      detail: [one.reference, one.asked_for].filter(Boolean).join('. '), recordedAt: one.recorded_at,
    })),
    ...known.referrals.flatMap((one): Dated[] => (one.closed_on === null ? [] : [{
      id: `${one.id}-closed`, kind: 'request', on: one.closed_on, title: 'Request closed', detail: one.closed_reason, tone: 'quiet', planned: false, recordedAt: null,
    }])),
    ...oneEntryAnAct(await eventRows(tx, known.placementIds), partOfEvent).map(({ event, further }): Dated => ({
      ...eventView(event, further), kind: 'placement', planned: false, recordedAt: event.recorded_at,
    })),
    ...known.interim.map((one): Dated => ({
      id: one.id, kind: 'interim', on: one.first_on, tone: 'info', planned: one.first_on > tx.today, recordedAt: one.recorded_at,
      title: `${one.kind === 'tuition' ? 'Tuition' : 'Online education'} with ${one.provider_name}, ${Number(one.hours)} hours a week`, detail: one.reason,
    })),
  ];
  return latestFirst(entries, ({ on, time, recordedAt }) => ({
    on, time, recordedOn: recordedAt && londonDateOf(recordedAt), recordedTime: recordedAt && londonTimeOf(recordedAt),
  }));
}
