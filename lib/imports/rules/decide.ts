import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { shareInWords } from '@/lib/core/field-words';
import type { PlaceKind } from '@/lib/placements/types';
import type { ExclusionFact, PlacementFact, PlacesFact } from '../types';

/** What a row comes to beside what is on record. */
export type Decision =
  | { readonly kind: 'create' }
  | { readonly kind: 'unchanged'; readonly subjectId: string }
  | { readonly kind: 'problem'; readonly key: string; readonly problem: string; readonly toDo: string };

/** A placement on record that is not cancelled. */
export interface PlacementOnRecord {
  readonly id: string;
  readonly reference: string;
  readonly siteId: string;
  readonly placeKind: string;
  readonly route: string;
  readonly shareTenths: number;
  readonly startedOn: CalendarDate | null;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

const AT_THE_PUPIL = 'An import adds and never writes over. Change the placement on the pupil\u2019s page, or mend the row';

/** A placement of the same pupil at the same site from the same day is the same one. */
export function decidePlacement(fact: PlacementFact, onRecord: readonly PlacementOnRecord[]): Decision {
  const firstOn = fact.startedOn ?? fact.plannedFirstOn;
  const same = onRecord.find((one) => one.siteId === fact.siteId && one.placeKind === fact.placeKind && one.firstOn === firstOn);
  if (!same) return { kind: 'create' };
  const differs = (key: string, what: string): Decision => ({ kind: 'problem', key, problem: `Placement ${same.reference} is on record with ${what}`, toDo: AT_THE_PUPIL });
  if (same.route !== fact.route) return differs('route', 'another route');
  if (same.shareTenths !== fact.shareTenths) return differs('share', shareInWords(same.shareTenths).toLowerCase());
  if (same.lastOn !== fact.plannedLastOn) return differs('plannedEnd', `the end ${dateInWords(same.lastOn)}`);
  if ((same.startedOn === null) !== (fact.startedOn === null)) return differs('startedOn', same.startedOn === null ? 'a start still to come' : `the start ${dateInWords(same.startedOn)}`);
  return { kind: 'unchanged', subjectId: same.id };
}

/** An exclusion on record that is not cancelled. */
export interface ExclusionOnRecord {
  readonly id: string;
  readonly reference: string;
  readonly schoolId: string | null;
  readonly excludedOn: CalendarDate;
  readonly excludedAt: string | null;
  readonly afternoonBegan: boolean;
  readonly reasons: readonly string[];
}

/** A pupil is permanently excluded at most once on a day. */
export function decideExclusion(fact: ExclusionFact, onRecord: readonly ExclusionOnRecord[]): Decision {
  const same = onRecord.find((one) => one.excludedOn === fact.excludedOn);
  if (!same) return { kind: 'create' };
  const differs = (key: string, what: string): Decision => ({
    kind: 'problem', key, problem: `Exclusion ${same.reference} of this pupil on that day is on record with ${what}`,
    toDo: 'An import adds and never writes over. Mend the row, or leave it out',
  });
  if (same.schoolId !== fact.schoolId) return differs('school', 'another school');
  if (same.excludedAt !== fact.excludedAt) return differs('time', same.excludedAt === null ? 'no time' : `the time ${same.excludedAt}`);
  if (same.afternoonBegan !== fact.afternoonBegan) return differs('afternoon', 'the other answer');
  if (same.reasons.join(' ') !== fact.reasons.join(' ')) return differs('reasons', `the reasons ${same.reasons.join(' ')}`);
  return { kind: 'unchanged', subjectId: same.id };
}

/** The number of places a dated event gives. */
export interface PlacesOnRecord {
  readonly id: string;
  readonly siteId: string;
  readonly placeKind: PlaceKind;
  readonly effectiveOn: CalendarDate;
  readonly places: number;
  readonly entry: number;
}

/** Places are dated events: the latest entry of a day holds, so another number for the day is a further event. */
export function decidePlaces(fact: PlacesFact, onRecord: readonly PlacesOnRecord[]): Decision {
  const latest = onRecord
    .filter((one) => one.siteId === fact.siteId && one.placeKind === fact.placeKind && one.effectiveOn === fact.effectiveOn)
    .sort((a, b) => b.entry - a.entry)[0];
  return latest?.places === fact.places ? { kind: 'unchanged', subjectId: latest.id } : { kind: 'create' };
}

/** What an undone event gives back: the number of the kind that held on its day without the events of the import. */
export function placesWithout(event: PlacesOnRecord, all: readonly PlacesOnRecord[], undone: ReadonlySet<string>): number {
  const before = all
    .filter((one) => one.siteId === event.siteId && one.placeKind === event.placeKind && one.effectiveOn <= event.effectiveOn && !undone.has(one.id))
    .sort((a, b) => (a.effectiveOn === b.effectiveOn ? b.entry - a.entry : a.effectiveOn < b.effectiveOn ? 1 : -1))[0];
  return before?.places ?? 0;
}
