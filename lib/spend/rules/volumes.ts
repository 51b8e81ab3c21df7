import type { CalendarDate } from '@/lib/core/calendar-date';
import { divideHalfUp, type Pence, pence } from '@/lib/core/pence';
import type { FinancialYear, ProviderKind, SpendLineKey, VolumeFigures } from '../types';
import type { SpendFacts, SpendStay } from './facts';
import { sumOf } from './line-figures';
import { hasVolumes, lineOfPlaces, lineOfPupils } from './lines';
import { occupancyPerMille } from './occupancy';
import { placesOn } from './place-cost';
import { firstDayOfYear, lastDayOfYear } from './financial-year';
import type { LineWorking } from './working';

/** The month that volumes are of. */
interface VolumeMonth {
  readonly asAt: CalendarDate;
  /** The authority's school days of the month, in order. */
  readonly schoolDays: readonly CalendarDate[];
}

const isThere = (stay: SpendStay, day: CalendarDate): boolean => stay.firstOn <= day && stay.lastOn >= day;
const wasPlaced = (stay: SpendStay): boolean => stay.state === 'started' || stay.state === 'left';

/** Places and pupils of each pupil referral unit and AP provider in a month, and of all of them. Places that schools buy are among them. */
export function volumesOf(
  facts: SpendFacts, month: VolumeMonth, lines: ReadonlyMap<SpendLineKey, LineWorking>,
): { readonly rows: VolumeFigures[]; readonly total: VolumeFigures } {
  const providers = new Map<string, { readonly name: string; readonly kind: ProviderKind }>();
  for (const { providerId, providerName, providerKind } of [...facts.places, ...facts.stays]) {
    if (hasVolumes(providerKind)) providers.set(providerId, { name: providerName, kind: providerKind });
  }
  const rows = [...providers].map(([providerId, { name, kind }]) => figuresOf(facts, month, (id) => id === providerId, { providerId, name, kind }, costOf(lines, providerId, kind)))
    .filter((row) => row.commissioned !== null || row.pupils > 0).sort((a, b) => (a.name < b.name ? -1 : 1));
  const costs = rows.filter((row) => row.commissioned !== null).map((row) => (row.providerId === null || row.kind === null ? null : costOf(lines, row.providerId, row.kind)));
  const known = costs.flatMap((cost) => cost ?? []);
  const total = figuresOf(facts, month, (id) => providers.has(id), { providerId: null, name: 'All', kind: null }, known.length === costs.length ? sumOf(known) : null);
  return { rows, total: { ...total, ...averageOfAll(rows, total.commissioned) } };
}

/** The averages as they are printed add up to their total. Where places of a provider are not known, its pupils are in no share of the rest. */
function averageOfAll(rows: readonly VolumeFigures[], commissioned: number | null): Pick<VolumeFigures, 'averageTenths' | 'occupancyPerMille'> {
  const known = rows.flatMap((row) => row.averageTenths ?? []);
  const averageTenths = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
  return { averageTenths, occupancyPerMille: rows.every((row) => row.commissioned !== null) ? occupancyPerMille(averageTenths, commissioned) : null };
}

function figuresOf(
  facts: SpendFacts, { asAt, schoolDays }: VolumeMonth, isOf: (providerId: string) => boolean, who: Pick<VolumeFigures, 'providerId' | 'name' | 'kind'>, cost: Pence | null,
): VolumeFigures {
  const bought = facts.places.filter((row) => isOf(row.providerId));
  const commissioned = bought.some((row) => row.firstOn <= asAt && (row.lastOn === null || row.lastOn >= asAt)) ? placesOn(bought, asAt) : null;
  const stays = facts.stays.filter((stay) => isOf(stay.providerId) && wasPlaced(stay));
  const usedOn = (day: CalendarDate) => stays.filter((stay) => isThere(stay, day)).reduce((sum, stay) => sum + stay.tenths, 0);
  const occupiedOn = schoolDays.at(-1) ?? null;
  const placeDays = schoolDays.reduce((sum, day) => sum + usedOn(day), 0);
  const averageTenths = schoolDays.length === 0 ? null : Math.round(placeDays / schoolDays.length);
  const pupils = new Set(stays.filter((stay) => schoolDays.some((day) => isThere(stay, day))).map((stay) => stay.pupilId)).size;
  const pupilsOnDay = occupiedOn === null ? 0 : new Set(stays.filter((stay) => isThere(stay, occupiedOn)).map((stay) => stay.pupilId)).size;
  return {
    ...who, commissioned, occupiedOn, occupiedTenths: occupiedOn === null ? 0 : usedOn(occupiedOn), averageTenths, pupils, pupilsOnDay,
    occupancyPerMille: occupancyPerMille(averageTenths, commissioned),
    unitCost: commissioned === null || commissioned <= 0 || cost === null ? null : pence(divideHalfUp(cost, BigInt(commissioned))),
  };
}

/** Forecast of the year for a provider's places and pupils, schools' part left out; null where a price is missing. */
function costOf(lines: ReadonlyMap<SpendLineKey, LineWorking>, providerId: string, kind: ProviderKind): Pence | null {
  const [places, pupils] = [lines.get(lineOfPlaces(kind)), lines.get(lineOfPupils(kind))];
  if (!places || !pupils || places.missing.length + pupils.missing.length > 0) return null;
  return sumOf([
    ...places.places.filter((one) => one.providerId === providerId), ...pupils.placements.filter((one) => one.stay.providerId === providerId),
  ].flatMap((one) => [one.actual, one.commitment]));
}

/** Different pupils who were in a place for some day of a year, up to a day; null where no placement of the year is on record. */
export function pupilsOfYear(facts: SpendFacts, year: FinancialYear, asAt: CalendarDate): number | null {
  const last = asAt < lastDayOfYear(year) ? asAt : lastDayOfYear(year);
  const own = facts.stays.filter((stay) => hasVolumes(stay.providerKind) && wasPlaced(stay) && stay.firstOn <= last && stay.lastOn >= firstDayOfYear(year));
  return own.length === 0 ? null : new Set(own.map((stay) => stay.pupilId)).size;
}

/** Places commissioned on a day at pupil referral units and AP providers; null where none is on record. */
export function commissionedOn(facts: SpendFacts, day: CalendarDate): number | null {
  const own = facts.places.filter((row) => hasVolumes(row.providerKind));
  return own.some((row) => row.firstOn <= day && (row.lastOn === null || row.lastOn >= day)) ? placesOn(own, day) : null;
}
