import { ageOn, type CalendarDate } from '@/lib/core/calendar-date';
import { outOfYear } from '@/lib/pupils/rules/out-of-year';
import { unknownDistrictWords } from '@/lib/pupils/rules/home-point';
import type { KnownWords, PupilCare, PupilFact } from '../types';
import { parseDate, parseName, parseNeeds, parsePostcodeCell, parseSenProvision, parseSex, parseUpnCell, parseYearGroup, parseYesNo, shortText } from './cells';
import { authorityIn } from './directory';
import type { RowReader } from './row-reader';

const YOUNGEST = 3;
const OLDEST = 19;

/** The pupil of a row, or null when a cell is wrong. */
export function readPupil(reader: RowReader, known: KnownWords): PupilFact | null {
  const firstName = reader.need('firstName', parseName);
  const lastName = reader.need('lastName', parseName);
  const bornOn = reader.need('bornOn', parseDate);
  const upn = reader.may('upn', parseUpnCell);
  const yearGroup = reader.need('yearGroup', parseYearGroup);
  const sex = reader.need('sex', parseSex);
  const homeAuthority = reader.need('homeAuthority', authorityIn(known));
  const care = readCare(reader, known);
  if (bornOn !== null) checkAge(reader, bornOn, yearGroup, known.today);
  if (firstName === null || lastName === null || bornOn === null || yearGroup === null || sex === null || homeAuthority === null) return null;
  return { firstName, lastName, bornOn, upn, yearGroup, sex, homeAuthority, ...care };
}

function readCare(reader: RowReader, known: KnownWords): PupilCare {
  const homePostcode = reader.may('homePostcode', parsePostcodeCell);
  const unknown = homePostcode === null ? null : unknownDistrictWords(homePostcode);
  if (unknown !== null) reader.remark('homePostcode', unknown, 'Leave it if the postcode is right');
  return {
    lookedAfterBy: reader.may('lookedAfterBy', authorityIn(known)), hasSocialWorker: reader.may('hasSocialWorker', parseYesNo),
    senProvision: reader.may('senProvision', parseSenProvision), needs: reader.may('needs', parseNeeds), language: reader.may('language', shortText(60)),
    homePostcode,
  };
}

/** Some pupils are taught with the year above or below theirs (R68), so one year out is only odd; more is a slip in one of the two cells. */
function checkAge(reader: RowReader, bornOn: CalendarDate, yearGroup: number | null, today: CalendarDate): void {
  const age = bornOn > today ? -1 : ageOn(bornOn, today);
  if (age < YOUNGEST || age > OLDEST) {
    reader.refuse('bornOn', `This makes the pupil younger than ${YOUNGEST} or older than ${OLDEST} today`, 'Check the birth date against the school\u2019s record');
    return;
  }
  if (yearGroup === null) return;
  const odd = outOfYear(bornOn, yearGroup, today);
  if (odd === null) return;
  if (Math.abs(odd.years) > 1) reader.refuse('yearGroup', odd.words, 'Check the year group and the birth date against the school\u2019s record');
  else reader.remark('yearGroup', odd.words, 'Leave it if the pupil is taught out of year, else correct the year group or the birth date');
}
