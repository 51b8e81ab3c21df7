import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { ROUTE_WORDS } from '@/lib/core/field-words';
import type { ReferralRecord } from '@/lib/exclusions/referral-store';
import type { ExclusionRecord } from '@/lib/exclusions/store';
import { dateColumn, instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { eventRows, eventView } from './placement-events';

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
  readonly interim: readonly { readonly id: string; readonly kind: 'tuition' | 'online'; readonly provider_name: string; readonly hours: string; readonly first_on: CalendarDate; readonly last_on: CalendarDate; readonly reason: string }[];
}

const eventRow = z.object({
  id: uuidColumn, kind: textColumn, happened_on: dateColumn, with_whom: textColumn, challenge: textColumn, alternatives: textColumn, outcome: textColumn,
  by_name: textColumn.nullable(), recorded_at: instantColumn,
});

const EXCLUSION_ACTS: Readonly<Record<string, string>> = {
  recorded: 'Exclusion recorded', challenge: 'Talked with the school', upheld: 'Exclusion upheld by the governing board', reinstated: 'Reinstated by the governing board',
  cancelled: 'Exclusion cancelled', home_authority_told: 'Home authority told', corrected: 'Exclusion corrected',
};

/** Everything that happened to a pupil, newest first. */
export async function pupilTimeline(tx: ReadTx, pupilId: string, known: Known): Promise<TimelineEntry[]> {
  const acts = await tx.rows(eventRow, sql`
    SELECT v.id, v.kind, v.happened_on, v.with_whom, v.challenge, v.alternatives, v.outcome, w.name AS by_name, v.recorded_at
      FROM exclusion_event v
      JOIN permanent_exclusion x ON x.authority_id = v.authority_id AND x.id = v.exclusion_id
      LEFT JOIN person w ON w.authority_id = v.authority_id AND w.id = v.recorded_by
     WHERE x.pupil_id = ${pupilId}::uuid AND x.withdrawn_at IS NULL`);
  const entries: TimelineEntry[] = [
    ...known.exclusions.map((one): TimelineEntry => ({
      id: one.id, kind: 'exclusion', on: one.excluded_on, time: one.excluded_at_time ?? undefined, tone: 'late', planned: false,
      title: `Permanently excluded from ${one.establishment_name ?? one.elsewhere_school ?? 'a school'}`, detail: one.reference,
    })),
    ...acts.filter((one) => one.kind !== 'recorded').map((one): TimelineEntry => ({
      id: one.id, kind: 'exclusion', on: one.happened_on, title: EXCLUSION_ACTS[one.kind] ?? one.kind, by: one.by_name ?? undefined, tone: 'info', planned: false,
      detail: [one.with_whom, one.challenge, one.alternatives, one.outcome].filter(Boolean).join('. '),
    })),
    ...known.referrals.map((one): TimelineEntry => ({
      id: one.id, kind: 'request', on: one.received_on, title: `Place asked for: ${(ROUTE_WORDS[one.route] ?? one.route).toLowerCase()}`, tone: 'info', planned: false,
      detail: [one.reference, one.asked_for].filter(Boolean).join('. '),
    })),
    ...known.referrals.flatMap((one): TimelineEntry[] => (one.closed_on === null ? [] : [{
      id: `${one.id}-closed`, kind: 'request', on: one.closed_on, title: 'Request closed', detail: one.closed_reason, tone: 'quiet', planned: false,
    }])),
    ...(await eventRows(tx, known.placementIds)).map(eventView).map((one): TimelineEntry => ({ ...one, kind: 'placement', planned: false })),
    ...known.interim.map((one): TimelineEntry => ({
      id: one.id, kind: 'interim', on: one.first_on, tone: 'info', planned: one.first_on > tx.today,
      title: `${one.kind === 'tuition' ? 'Tuition' : 'Online education'} with ${one.provider_name}, ${Number(one.hours)} hours a week`, detail: one.reason,
    })),
  ];
  return entries.sort((a, b) => (a.on === b.on ? compareTimes(a, b) : a.on < b.on ? 1 : -1));
}

function compareTimes(a: TimelineEntry, b: TimelineEntry): number {
  const [first, second] = [a.time ?? '', b.time ?? ''];
  return first === second ? 0 : first < second ? 1 : -1;
}

