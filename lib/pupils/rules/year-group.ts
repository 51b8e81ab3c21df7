import { type CalendarDate, addDays, ageOn } from '@/lib/core/calendar-date';
import { agreementYearOf } from '@/lib/calendars/rules/academic-year';
import type { KeyStage } from '../types';

/**
 * The usual National Curriculum year group in the academic year a date lies in (R68): by the age at
 * 31 August before the year, 11 giving Year 7. 0 is Reception, below 0 not yet in school. A pupil's
 * actual year group may differ: it is stored, and this never writes over it.
 */
export function usualYearGroup(bornOn: CalendarDate, on: CalendarDate): number {
  return ageOn(bornOn, addDays(agreementYearOf(on).firstOn, -1)) - 4;
}

/** R68: Years 1-2, 3-6, 7-9, 10-11; Reception is early years, Year 12 and up key stage 5. */
export function keyStageOf(yearGroup: number): KeyStage {
  if (yearGroup <= 0) return 'EYFS';
  if (yearGroup <= 2) return 'KS1';
  if (yearGroup <= 6) return 'KS2';
  if (yearGroup <= 9) return 'KS3';
  return yearGroup <= 11 ? 'KS4' : 'KS5';
}

/** `Year 9`; for somebody past Year 13, whose record is of an earlier year, `Year 1 in 2010/11`: then the birth date fits. */
export function yearGroupOnRecord(yearGroup: number, bornOn: CalendarDate, on: CalendarDate): string {
  const usual = usualYearGroup(bornOn, on);
  if (usual <= 13) return yearGroupInWords(yearGroup);
  const start = Number(agreementYearOf(on).firstOn.slice(0, 4)) - (usual - yearGroup);
  return `${yearGroupInWords(yearGroup)} in ${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}

/** `Year 9`, `Reception`. */
export function yearGroupInWords(yearGroup: number): string {
  if (yearGroup === 0) return 'Reception';
  return yearGroup < 0 ? 'Below school age' : `Year ${yearGroup}`;
}
