import { z } from 'zod';
import { loadSettings } from '@/lib/organisations/settings';
import { chargeToDate } from '@/lib/agreements/rules/charge';
import { quotaSentence } from '@/lib/agreements/rules/quota';
import type { Measure } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { formatPounds, type Pence } from '@/lib/core/pence';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql, sqlJoin } from '@/lib/server/unit-of-work';
import { mayOpenPartnership } from '../policy';
import { measureName, measureSoFar, placeDaysInWords } from '../rules/measure-words';
import { expectedAtYearEnd, overQuotaTo } from '../rules/over-quota';
import { type GoesOver, needsWarning, type PartnershipYear, type PlannedReturn, type YearPoint } from '../rules/partnership-year';
import { type PayerAnswer, type PayingSchool, whoPays } from '../rules/who-pays';
import { type LoadedPartnership, loadPartnershipYears } from './partnership-load';
import { namesOnRoll } from './school-pupils';

/** An over-quota quantity with what it costs. */
export interface OverQuotaFigure {
  /** Tenths of a place-day. */
  readonly tenths: number;
  readonly cost: Pence;
  readonly working: string;
}

export interface PupilCounts {
  readonly kind: string;
  /** Named above the table: on the school's roll. */
  readonly own: number;
  /** The school's, but no longer on its roll (R35). */
  readonly formerlyOwn: number;
  readonly others: number;
}

export interface PartnershipWarning {
  readonly freeTenths: number;
  readonly goesOver: GoesOver | null;
  readonly returns: readonly PlannedReturn[];
  readonly lastSchoolDay: CalendarDate;
  /** Other partnerships of the phase with free places that day, in display order. */
  readonly elsewhere: readonly { readonly name: string; readonly freeTenths: number }[];
}

export interface PartnershipDashboard {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly academicYear: string;
  readonly agreement: string;
  readonly calendarName: string;
  readonly measure: string;
  readonly today: CalendarDate;
  readonly on: CalendarDate;
  readonly quota: {
    readonly usedTenths: number; readonly quotaTenths: number; readonly on: CalendarDate; readonly today: CalendarDate;
    readonly planned: PartnershipYear['starts']; readonly measure: Measure['kind'];
  };
  /** Said when fewer places count than were agreed. */
  readonly withheld: string | null;
  /** Members without a binding agreement: their pupils do not count. */
  readonly unbound: readonly string[];
  readonly awaitedTenths: number;
  readonly points: readonly YearPoint[];
  readonly counts: readonly PupilCounts[];
  readonly soFar: OverQuotaFigure;
  readonly soFarWords: string;
  /** Planned: every end date kept, planned starts included. */
  readonly asPlanned: OverQuotaFigure;
  /** Planned: everybody in a place stays to the year's end. */
  readonly ifNobodyLeaves: OverQuotaFigure;
  readonly payer: PayerAnswer;
  readonly warning: PartnershipWarning | null;
}

const KINDS = [['permanent_exclusion', 'Permanently excluded'], ['dual_registered', 'Preventative and other routes']] as const;

/** The dashboard of a partnership for those with the right, or null. `school` is the reader's own, or null for the partnership as a whole. */
export async function partnershipDashboard(tx: ReadTx, slug: string, school: PayingSchool | null): Promise<PartnershipDashboard | null> {
  const all = await loadPartnershipYears(tx);
  const own = all.find((one) => one.kept.partnershipSlug === slug);
  if (!own || !mayOpenPartnership(tx.actor, own.kept.terms.partnershipId, own.memberIds)) return null;
  const { kept, year } = own;
  const { terms } = kept;
  const names = await schoolNames(tx, terms.schools.map((one) => one.schoolId));
  const onRoll = school ? await namesOnRoll(tx, [school.id], tx.today) : new Map<string, string>();
  const figure = (tenths: number): OverQuotaFigure => ({
    tenths, cost: chargeToDate(terms, tenths),
    working: `${placeDaysInWords(tenths)} place-days x ${formatPounds(terms.annualPence, 'short')} a year / ${terms.basisDays} days`,
  });
  const warn = needsWarning(year, (await loadSettings(tx)).warn_chair_places_free);
  return {
    id: terms.partnershipId, slug, name: kept.partnershipName, academicYear: terms.academicYear, agreement: terms.reference,
    calendarName: kept.calendarName, measure: measureName(terms.measure), today: tx.today, on: year.on,
    quota: { usedTenths: year.usedTenths, quotaTenths: year.quota.countedTenths, on: year.on, today: tx.today, planned: year.starts, measure: terms.measure.kind },
    withheld: year.quota.withheld.length > 0 ? quotaSentence(year.quota, (id) => names.get(id) ?? 'a school') : null,
    unbound: year.quota.unboundSchoolIds.map((id) => names.get(id) ?? 'a school'),
    awaitedTenths: year.awaitedTenths, points: year.points, counts: countsOf(own, school?.id ?? null, onRoll),
    soFar: figure(overQuotaTo(terms, year.actual.overTenths, tx.today)),
    soFarWords: measureSoFar(terms, year.actual, year.on),
    asPlanned: figure(year.held.overTenths.at(-1) ?? 0),
    ifNobodyLeaves: figure(expectedAtYearEnd(terms, own.placements, tx.today)),
    payer: whoPays(terms, kept.fundHolderId && kept.fundHolderName ? { id: kept.fundHolderId, name: kept.fundHolderName } : null, school, tx.today),
    warning: warn ? warningOf(own, all) : null,
  };
}

/** How few places are free, what is planned to go over, and what would avoid it. */
export function warningOf(own: LoadedPartnership, all: readonly LoadedPartnership[]): PartnershipWarning {
  return {
    freeTenths: own.year.freeTenths, goesOver: own.year.goesOver, returns: own.year.returns,
    lastSchoolDay: own.kept.terms.schoolDays.at(-1) ?? own.year.on,
    elsewhere: all
      .filter((one) => one !== own && one.kept.terms.phase === own.kept.terms.phase && one.year.freeTenths >= 10 && one.year.goesOver === null)
      .map((one) => ({ name: one.kept.partnershipName, freeTenths: one.year.freeTenths })),
  };
}

/** Pupils counted on the day, each once, by kind and by whose they are. */
function countsOf({ year, kept }: LoadedPartnership, schoolId: string | null, onRoll: ReadonlyMap<string, string>): PupilCounts[] {
  const index = kept.terms.schoolDays.indexOf(year.on);
  const segments = year.actual.use.segments.filter(({ span }) => span.from <= index && index <= span.to);
  return KINDS.map(([kind, label]) => {
    const pupils = new Map(segments.filter(({ placement }) => placement.countingKind === kind).map(({ placement }) => [placement.pupilId, placement.attributedSchoolId]));
    const own = [...pupils.keys()].filter((id) => onRoll.has(id)).length;
    const formerlyOwn = [...pupils].filter(([id, school]) => schoolId !== null && school === schoolId && !onRoll.has(id)).length;
    return { kind: label, own, formerlyOwn, others: pupils.size - own - formerlyOwn };
  });
}

const nameRow = z.object({ id: uuidColumn, name: textColumn });

/** Names of establishments by id. */
export async function schoolNames(tx: ReadTx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await tx.rows(nameRow, sql`SELECT id, name FROM establishment WHERE id IN (${sqlJoin(ids.map((id) => sql`${id}::uuid`))})`);
  return new Map(found.map((row) => [row.id, row.name]));
}
