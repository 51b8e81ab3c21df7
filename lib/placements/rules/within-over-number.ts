import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { contains, overlaps } from '@/lib/core/date-range';
import type { PlaceKind } from '../types';
import { freeTenthsAt, type SiteOccupancy } from './capacity';
import { spanInWords } from './preview-words';

/** An authorisation of places over a site's number, with who agreed to it. */
interface OverNumberAgreed {
  readonly kind: PlaceKind;
  readonly places: number;
  readonly firstOn: CalendarDate;
  /** Null: until further notice. */
  readonly lastOn: CalendarDate | null;
  readonly agreedBySite: string;
  readonly authorisedBy: string;
}

interface Wanted {
  readonly kind: PlaceKind;
  readonly shareTenths: number;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

/**
 * The authorisations but for which the place wanted would not be free on some school day: those of its kind in force on
 * a day on which the site's own number is taken. Empty when the place is free within the number on every day.
 *
 * @param agreed the site's authorisations; one that was ended before it began is passed over
 */
export function neededOverNumber<T extends OverNumberAgreed>(occupancy: SiteOccupancy, wanted: Wanted, agreed: readonly T[]): T[] {
  const over = occupancy.byKind[wanted.kind].overNumberTenths;
  const beyond = occupancy.schoolDays.filter((day, index) =>
    contains(wanted, day) && freeTenthsAt(occupancy, wanted.kind, index) - (over[index] ?? 0) < wanted.shareTenths);
  return agreed.filter((one) => one.kind === wanted.kind && overlaps(one, wanted) && beyond.some((day) => contains(one, day)));
}

/** "Within the authorisation of 2 places over number from 1 March to 31 August 2026, agreed by Mrs Hill at the site and Mr Shah in the authority". */
export function overNumberInWords({ places, firstOn, lastOn, agreedBySite, authorisedBy }: OverNumberAgreed): string {
  const span = lastOn === null ? `from ${dateInWords(firstOn)} until further notice` : spanInWords(firstOn, lastOn);
  return `Within the authorisation of ${places} ${places === 1 ? 'place' : 'places'} over number ${span}, agreed by ${agreedBySite} at the site and ${authorisedBy} in the authority`;
}
