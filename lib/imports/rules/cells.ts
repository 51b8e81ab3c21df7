import { type CalendarDate, isCalendarDate } from '@/lib/core/calendar-date';
import type { PlaceKind, Route } from '@/lib/placements/types';
import { parsePostcode } from '@/lib/pupils/rules/postcode';
import { SEN_TYPES } from '@/lib/pupils/rules/sen-types';
import { parseUpn } from '@/lib/pupils/rules/upn';

/** A cell read, or what is wrong with it and what to do. */
export type Parsed<T> = { readonly value: T } | { readonly problem: string; readonly toDo: string };

const DAMAGE: readonly (readonly [RegExp, string])[] = [
  [/^\d(\.\d+)?e\+?\d+$/i, 'A spreadsheet has turned the number into powers of ten'],
  [/^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!)$/i, 'A spreadsheet formula failed here'],
  [/^(NULL|N\/A|NA)$/i, 'The cell says that there is no value'],
];

/** What a spreadsheet or a database did to a cell, when it shows. */
export function damageIn(text: string): string | null {
  return DAMAGE.find(([shape]) => shape.test(text))?.[1] ?? null;
}

/** A date as councils write it: 14/05/2011, 14-5-2011, 14.05.2011 or 2011-05-14. The day goes before the month. */
export function parseDate(text: string): Parsed<CalendarDate> {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?$/.exec(text);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [british?.[3], british?.[2], british?.[1]];
  const date = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  if (isCalendarDate(date)) return { value: date };
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    return { problem: 'This is a spreadsheet\u2019s day number, not a date', toDo: 'Format the column as a date in the spreadsheet and save the file again' };
  }
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text)) return { problem: 'The year has two figures', toDo: 'Write the year with four figures, for example 14/05/2011' };
  if (british && Number(british[2]) > 12 && Number(british[1]) <= 12) {
    return { problem: 'The month stands before the day', toDo: 'Write the day first, for example 27/03/2026' };
  }
  return { problem: 'This is not a date in the calendar', toDo: 'Write day, month and year, for example 27/03/2026' };
}

/** Sometimes the seconds come along: 10:00:00. */
export function parseTime(text: string): Parsed<string> {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?::00)?$/.exec(text);
  return match ? { value: `${(match[1] ?? '').padStart(2, '0')}:${match[2]}` } : { problem: 'This is not a time of day', toDo: 'Write hours and minutes, for example 10:00 or 14:30' };
}

export function parseYesNo(text: string): Parsed<boolean> {
  if (/^(y|yes|true|1)$/i.test(text)) return { value: true };
  if (/^(n|no|false|0)$/i.test(text)) return { value: false };
  return { problem: 'This is neither Yes nor No', toDo: 'Write Yes or No' };
}

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): (text: string) => Parsed<number> {
  return (text) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most
      ? { value }
      : { problem: `This is not a whole number from ${least} to ${most}`, toDo: `Write a whole number from ${least} to ${most}` };
  };
}

export function parseYearGroup(text: string): Parsed<number> {
  if (/^(r|reception)$/i.test(text)) return { value: 0 };
  return wholeNumber(0, 13)(text.replace(/^(year|yr|y)\s*/i, ''));
}

export function parseSex(text: string): Parsed<'F' | 'M'> {
  if (/^(f|female|girl)$/i.test(text)) return { value: 'F' };
  if (/^(m|male|boy)$/i.test(text)) return { value: 'M' };
  return { problem: 'This is neither F nor M', toDo: 'Write F or M, as the school\u2019s record has it' };
}

/** R64; what is wrong is said without repeating the number. */
export function parseUpnCell(text: string): Parsed<string> {
  const parsed = parseUpn(text);
  return parsed.kind === 'valid' ? { value: parsed.upn } : { problem: parsed.message.replace(/\.\s.*$/, ''), toDo: 'Check the UPN against the school\u2019s record, or leave the cell empty' };
}

/** A name of a person: some letter, and nothing that cannot be printed. */
export function parseName(text: string): Parsed<string> {
  if (!/\p{L}/u.test(text)) return { problem: 'This is not a name', toDo: 'Write the name in letters' };
  return shortText(100)(text);
}

/** Text up to a length, without control characters. */
export function shortText(most: number): (text: string) => Parsed<string> {
  return (text) => {
    if (text.length > most) return { problem: `This is longer than ${most} characters`, toDo: `Use at most ${most} characters` };
    if (/[\p{Cc}\uFFFD]/u.test(text)) return { problem: 'This holds characters that cannot be shown', toDo: 'Type the value again in the spreadsheet' };
    return { value: text };
  };
}

/** Yes is an EHC plan; the codes of the census are taken too. */
export function parseSenProvision(text: string): Parsed<'N' | 'K' | 'E'> {
  if (/^(y|yes|true|1|e|ehcp|ehc plan)$/i.test(text)) return { value: 'E' };
  if (/^(k|sen support)$/i.test(text)) return { value: 'K' };
  if (/^(n|no|none|false|0)$/i.test(text)) return { value: 'N' };
  return { problem: 'This is none of Yes, No and SEN support', toDo: 'Write Yes, No or SEN support' };
}

const MOST_NEEDS = 5;

/** Codes of the school census (R67), as many as the form takes. */
export function parseNeeds(text: string): Parsed<readonly string[]> {
  const codes = text.toUpperCase().split(/[\s,;/|]+/).filter((code) => code !== '');
  const toDo = `Write one to ${MOST_NEEDS} codes with spaces between: ${SEN_TYPES.map((type) => type.code).join(', ')}`;
  const unknown = codes.find((code) => !SEN_TYPES.some((type) => type.code === code));
  if (unknown !== undefined) return { problem: `${unknown.slice(0, 20)} is not a code of a need`, toDo };
  if (new Set(codes).size !== codes.length) return { problem: 'A need is written twice', toDo };
  return codes.length >= 1 && codes.length <= MOST_NEEDS ? { value: codes } : { problem: `These are ${codes.length} needs`, toDo };
}

export function parsePostcodeCell(text: string): Parsed<string> {
  const postcode = parsePostcode(text);
  return postcode === null ? { problem: 'This is not a postcode', toDo: 'Write the postcode, or its first half, for example S66 2BH or S66' } : { value: postcode };
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

function oneOf<T extends string>(words: Readonly<Record<string, T>>, toDo: string): (text: string) => Parsed<T> {
  return (text) => {
    const found = words[plain(text)];
    return found === undefined ? { problem: 'This is not one of the known values', toDo } : { value: found };
  };
}

export const parseRoute = oneOf<Route>({
  permanentlyexcluded: 'permanent_exclusion', permanentexclusion: 'permanent_exclusion', pex: 'permanent_exclusion', preventative: 'preventative',
  preventive: 'preventative', fairaccess: 'fair_access', fap: 'fair_access', ehcplan: 'ehc_plan', ehcp: 'ehc_plan', medical: 'medical', shortbreak: 'short_break',
  placedbytheauthority: 'authority_placed', authorityplaced: 'authority_placed',
}, 'Write Permanently excluded, Preventative, Fair Access, EHC plan, Medical, Short break or Placed by the authority');

export const parsePlaceKind = oneOf<PlaceKind>({
  day6: 'day6', day6place: 'day6', daysix: 'day6', preventative: 'preventative', preventativeplace: 'preventative', preventive: 'preventative',
  reserve: 'reserve', authorityreserve: 'reserve',
}, 'Write Day-6, Preventative or Reserve');
