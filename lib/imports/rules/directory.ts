import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import type { KnownSchool, KnownSite, KnownWords } from '../types';
import type { Parsed } from './cells';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('&', 'and').replace(/[^a-z0-9]/g, '');
/** Longest a place is held for in one row; beyond it a year is mistyped. */
const LONGEST_DAYS = 366 * 4;

/** An authority by its DfE number, or by its name exactly. */
export function authorityIn(known: KnownWords): (text: string) => Parsed<string> {
  const byCode = new Map(known.authorities.map((one) => [one.code, one.code]));
  const byName = new Map(known.authorities.map((one) => [plain(one.name), one.code]));
  return (text) => {
    const code = byCode.get(text) ?? byName.get(plain(text));
    return code === undefined ? { problem: 'No authority of England has this number or name', toDo: 'Write its three-figure number, for example 372' } : { value: code };
  };
}

/** A school of the authority by URN or LAESTAB. Names are not unique, so they are not taken. */
export function schoolIn(known: KnownWords): (text: string) => Parsed<KnownSchool> {
  return (text) => {
    const number = text.replace(/[\s/]/g, '');
    if (!/^\d{6,7}$/.test(number)) {
      return { problem: 'This is neither a URN (six figures) nor a DfE number (seven figures)', toDo: 'Write the URN of the school; its name is not enough' };
    }
    const found = known.schools.filter((one) => (number.length === 6 ? one.urn : one.laestab) === number);
    const open = found.filter((one) => one.closedOn === null);
    const [only, another] = open.length > 0 ? open : found;
    if (only === undefined) return { problem: 'No school of this authority has this number', toDo: 'Check the number against the register of schools, or leave the pupil to be held by the authority' };
    if (another !== undefined) return { problem: 'Two schools have had this DfE number', toDo: 'Write the URN instead' };
    return { value: only };
  };
}

/** A site by its name. */
export function siteIn(known: KnownWords): (text: string) => Parsed<KnownSite> {
  const sites = new Map(known.sites.flatMap((site) => [[plain(site.slug), site], [plain(site.name), site]]));
  return (text) => {
    const site = sites.get(plain(text));
    return site === undefined ? { problem: 'No site has this name', toDo: 'Write the name as it stands in Sites and places, or add the site there first' } : { value: site };
  };
}

/** True when a period is so long that a year must be mistyped. */
export function isTooLong(firstOn: CalendarDate, lastOn: CalendarDate): boolean {
  return firstOn < lastOn && firstOn < '2195-01-01' && lastOn > addDays(firstOn, LONGEST_DAYS);
}
