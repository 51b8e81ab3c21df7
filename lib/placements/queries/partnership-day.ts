import { quotaSentence, quotaTenthsOn } from '@/lib/agreements/rules/quota';
import type { Measure } from '@/lib/agreements/types';
import { addDays, type CalendarDate, isCalendarDate } from '@/lib/core/calendar-date';
import { holdsAny, scopeIds } from '@/lib/core/roles';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { belongsToPartnership, mayPlace } from '../policy';
import { firstIndexFrom, lastIndexTo } from '../rules/day-index';
import { countReasonInWords, useTenthsOn } from '../rules/use-on-day';
import { schoolNames } from './partnership-dashboard';
import { loadPartnershipYears } from './partnership-load';
import { namesOf, namesOnRoll } from './school-pupils';

/** One pupil's part in a day's use. */
export interface DayLine {
  readonly key: string;
  /** The pupil's name for officers and the head of the school, else whose pupil it is. */
  readonly who: string;
  readonly pupilId: string | null;
  readonly kind: string;
  readonly tenths: number;
  readonly why: string;
}

export interface PartnershipDay {
  readonly name: string;
  readonly slug: string;
  readonly academicYear: string;
  readonly calendarName: string;
  readonly on: CalendarDate;
  readonly today: CalendarDate;
  readonly isSchoolDay: boolean;
  /** True for a day after today: places held and planned, not pupils who were there. */
  readonly planned: boolean;
  readonly usedTenths: number;
  readonly quotaTenths: number;
  /** How the agreement counts use over the quota. */
  readonly measure: Measure['kind'];
  readonly quotaWords: string;
  readonly lines: readonly DayLine[];
  /** Whose record of a pupil a named line opens. */
  readonly pupilPages: 'officer' | 'school';
  readonly previous: CalendarDate | null;
  readonly next: CalendarDate | null;
}

const KIND_WORDS = {
  permanent_exclusion: 'Permanently excluded', dual_registered: 'Preventative or another route',
  authority_placed: 'Placed by the authority', ehc_named: 'Named in an EHC plan',
} as const;

/**
 * What is behind a partnership's use on a day, for officers, its lead and its schools' heads; null for others, another
 * year's day or no day. Officers see every pupil's name, a head those on the roll of their own school, a lead none.
 */
export async function partnershipDay(tx: ReadTx, slug: string, day: string): Promise<PartnershipDay | null> {
  if (!isCalendarDate(day) || !tx.actor) return null;
  const own = (await loadPartnershipYears(tx)).find((one) => one.kept.partnershipSlug === slug);
  const isOfficer = mayPlace(tx.actor);
  if (!own || (!isOfficer && !belongsToPartnership(tx.actor, own.kept.terms.partnershipId, own.memberIds))) return null;
  const { terms } = own.kept;
  if (day < terms.firstOn || day > terms.lastOn) return null;
  const planned = day > tx.today;
  const basis = planned ? 'held' : 'actual';
  const use = useTenthsOn(terms, own.placements, day, basis, (planned ? own.year.held : own.year.actual).use);
  const quota = quotaTenthsOn(terms, day);
  const names = await schoolNames(tx, terms.schools.map((one) => one.schoolId));
  const heads = holdsAny(tx.actor, ['headteacher']) ? scopeIds(tx.actor, 'headteacher').filter((id) => own.memberIds.includes(id)) : [];
  const contributions = use.contributions.filter((one) => one.reason !== 'not_in_this_figure');
  const onRoll = isOfficer ? await namesOf(tx, contributions.map((one) => one.pupilId)) : await namesOnRoll(tx, heads, tx.today);
  const kinds = new Map(own.placements.map((one) => [one.reference, one.countingKind]));
  const at = firstIndexFrom(terms.schoolDays, day);
  return {
    name: own.kept.partnershipName, slug, academicYear: terms.academicYear, calendarName: own.kept.calendarName, on: day, today: tx.today,
    pupilPages: isOfficer ? 'officer' : 'school',
    isSchoolDay: use.isSchoolDay, planned, usedTenths: use.tenths, quotaTenths: quota.countedTenths, measure: terms.measure.kind,
    quotaWords: quotaSentence(quota, (id) => names.get(id) ?? 'a school'),
    lines: contributions.map((one, index) => {
      const name = onRoll.get(one.pupilId);
      const formerly = one.schoolId !== null && heads.includes(one.schoolId);
      return {
        key: `${index}`, pupilId: name === undefined ? null : one.pupilId,
        who: name ?? (formerly ? `A pupil no longer on the roll of ${names.get(one.schoolId ?? '') ?? 'your school'}` : heads.length > 0 ? 'A pupil of another school' : 'A pupil'),
        kind: KIND_WORDS[kinds.get(one.reference) ?? 'dual_registered'], tenths: one.tenths, why: countReasonInWords(one.reason),
      };
    }).sort((a, b) => Number(b.pupilId !== null) - Number(a.pupilId !== null)),
    previous: terms.schoolDays[lastIndexTo(terms.schoolDays, addDays(day, -1))] ?? null,
    next: terms.schoolDays[use.isSchoolDay ? at + 1 : at] ?? null,
  };
}
