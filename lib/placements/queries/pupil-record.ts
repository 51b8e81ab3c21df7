import { z } from 'zod';
import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import { type CalendarDate, londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { ROUTE_WORDS } from '@/lib/core/field-words';
import { idInput } from '@/lib/core/input';
import { referralsOfPupil, type ReferralRecord } from '@/lib/exclusions/referral-store';
import { type ExclusionRecord, exclusionsOfPupil } from '@/lib/exclusions/store';
import type { DutyView } from '@/lib/exclusions/types';
import { senTypeName } from '@/lib/pupils/rules/sen-types';
import { yearGroupOnRecord } from '@/lib/pupils/rules/year-group';
import { pupilById, type PupilRecord } from '@/lib/pupils/store';
import { dateColumn, instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { type PlaceInConflict, placesInConflict } from '../marker-tasks';
import { mayPlace } from '../policy';
import { educationStartedOn } from '../referral-state';
import { nextPlacement } from '../rules/next-step';
import { whereAndNext, type WhereAndNext } from '../rules/pupil-next';
import { stateInWords } from '../rules/states';
import { STATES } from '../store';
import { NOT_TAKEN_BACK } from '../taken-back';
import { flagsOf, mainSchool } from './pupil-brief';
import { pupilTimeline, type TimelineEntry } from './pupil-timeline';
import { referralClock } from './referral-clock';
import { asStep, placementsOfReferrals } from './waiting-facts';
import { isPlanned, whereNow } from './where-now';

const placementRow = z.object({
  id: uuidColumn, reference: textColumn, site: textColumn, site_slug: textColumn, first_on: dateColumn, last_on: dateColumn, share_tenths: z.number(),
  state: z.enum(STATES), reply_by: dateColumn.nullable(), where_next: textColumn, started_on: dateColumn.nullable(),
});
const interimRow = z.object({ id: uuidColumn, kind: z.enum(['tuition', 'online']), provider_name: textColumn, hours: z.string(), first_on: dateColumn, last_on: dateColumn, reason: textColumn, recorded_at: instantColumn });
const markerRow = z.object({
  id: uuidColumn, kind: z.enum(['not_with', 'not_at']), other_id: uuidColumn.nullable(), other: textColumn.nullable(), site: textColumn.nullable(), reason: textColumn,
  first_on: dateColumn, last_on: dateColumn.nullable(), end_reason: textColumn, ended_by: textColumn.nullable(),
});
const openingRow = z.object({ name: textColumn.nullable(), at: instantColumn });

/** A pupil's whole record as the officer sees it. */
export interface PupilRecordView extends WhereAndNext {
  readonly pupil: PupilRecord;
  readonly needs: readonly string[];
  readonly flags: readonly string[];
  readonly school: string | null;
  /** In words: `Year 9`. */
  readonly yearGroup: string;
  /** The request still open, with the placement in which the next thing is done; null where a place is still to be chosen. */
  readonly openReferral: { readonly id: string; readonly reference: string; readonly placementId: string | null; readonly mayShare: boolean } | null;
  readonly requests: readonly { readonly id: string; readonly reference: string; readonly route: string; readonly receivedOn: CalendarDate; readonly state: string; readonly clock: DutyView }[];
  readonly exclusions: readonly ExclusionRecord[];
  readonly placements: readonly (z.output<typeof placementRow> & { readonly stateWords: string })[];
  readonly interim: readonly z.output<typeof interimRow>[];
  readonly markers: readonly z.output<typeof markerRow>[];
  /** Places that the pupil has against a marker. */
  readonly inConflict: readonly PlaceInConflict[];
  readonly timeline: readonly TimelineEntry[];
  readonly openings: readonly { readonly who: string; readonly on: CalendarDate; readonly time: string }[];
}

/** One pupil; null when there is none in this authority. */
export async function pupilRecord(tx: ReadTx, id: string): Promise<PupilRecordView | null> {
  if (!mayPlace(tx.actor) || !idInput.safeParse(id).success) return null;
  const pupil = await pupilById(tx, id);
  if (!pupil) return null;
  const [calendars, referrals, exclusions] = [await loadCalendars(tx), await referralsOfPupil(tx, id), await exclusionsOfPupil(tx, id)];
  const placements = await tx.rows(placementRow, sql`
    SELECT p.id, p.reference, s.name AS site, s.slug AS site_slug, p.first_on, p.last_on, p.share_tenths, p.state, p.reply_by, p.where_next, p.started_on
      FROM placement p JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id WHERE p.pupil_id = ${id}::uuid AND ${NOT_TAKEN_BACK} ORDER BY p.first_on DESC, p.reference DESC`);
  const interim = await tx.rows(interimRow, sql`
    SELECT id, kind, provider_name, hours_per_week::text AS hours, first_on, coalesce(ended_on, last_on) AS last_on, reason, recorded_at FROM interim_education WHERE pupil_id = ${id}::uuid ORDER BY first_on DESC`);
  const markers = await tx.rows(markerRow, sql`
    SELECT m.id, m.kind, o.id AS other_id, o.first_name || ' ' || o.last_name AS other, s.name AS site, m.reason, m.first_on, m.last_on, m.end_reason, b.name AS ended_by
      FROM pupil_marker m
      LEFT JOIN pupil o ON o.authority_id = m.authority_id AND o.id = CASE WHEN m.pupil_id = ${id}::uuid THEN m.other_pupil_id ELSE m.pupil_id END AND m.kind = 'not_with'
      LEFT JOIN site s ON s.authority_id = m.authority_id AND s.id = m.site_id
      LEFT JOIN person b ON b.authority_id = m.authority_id AND b.id = m.ended_by
     WHERE m.pupil_id = ${id}::uuid OR m.other_pupil_id = ${id}::uuid ORDER BY m.first_on DESC`);
  const openings = await tx.rows(openingRow, sql`
    SELECT w.name, a.at FROM audit_event a LEFT JOIN person w ON w.authority_id = a.authority_id AND w.id = a.actor_id
     WHERE a.pupil_id = ${id}::uuid AND a.outcome = 'opened' ORDER BY a.id DESC LIMIT 10`);
  const open = referrals.find((one) => one.state === 'waiting' || one.state === 'talking');
  const seen = placements.map((one) => ({
    reference: one.reference, site: one.site, firstOn: one.first_on, lastOn: one.last_on, shareTenths: one.share_tenths, state: one.state, replyBy: one.reply_by, whereNext: one.where_next,
  }));
  const taught = interim.map((one) => ({ kind: one.kind, provider: one.provider_name, hoursPerWeek: Number(one.hours), firstOn: one.first_on, lastOn: one.last_on }));
  return {
    pupil, needs: pupil.needs.map(senTypeName), flags: flagsOf(pupil), school: await mainSchool(tx, id), yearGroup: yearGroupOnRecord(pupil.year_group, pupil.born_on, tx.today),
    ...whereNow(whereAndNext(tx.today, seen, taught, open?.received_on ?? null), open !== undefined, isPlanned(seen, tx.today)),
    openReferral: open ? { id: open.id, reference: open.reference, ...nextPlacement({ today: tx.today, placements: (await placementsOfReferrals(tx, [open.id])).map(asStep) }) } : null, exclusions, interim, markers, inConflict: await placesInConflict(tx, id),
    requests: await requestsOf(tx, calendars, referrals, exclusions),
    placements: placements.map((one) => ({ ...one, stateWords: stateInWords(one.state) })),
    timeline: await pupilTimeline(tx, id, { referrals, exclusions, placementIds: placements.map((one) => one.id), interim }),
    openings: openings.map((one) => ({ who: one.name ?? 'Somebody no longer here', on: londonDateOf(one.at), time: londonTimeOf(one.at) })),
  };
}

async function requestsOf(
  tx: ReadTx, calendars: Calendars, referrals: readonly ReferralRecord[], exclusions: readonly ExclusionRecord[],
): Promise<PupilRecordView['requests']> {
  const requests = [];
  for (const referral of referrals) {
    const exclusion = exclusions.find((one) => one.id === referral.exclusion_id) ?? null;
    const clock = await referralClock(tx, calendars, referral, exclusion, await educationStartedOn(tx, referral.id));
    requests.push({ id: referral.id, reference: referral.reference, route: ROUTE_WORDS[referral.route] ?? referral.route, receivedOn: referral.received_on, state: STATE_WORDS[referral.state], clock });
  }
  return requests;
}

const STATE_WORDS: Readonly<Record<ReferralRecord['state'], string>> = { waiting: 'Waiting', talking: 'Talking with school', met: 'Education started', closed: 'Closed' };
