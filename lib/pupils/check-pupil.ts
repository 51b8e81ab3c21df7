import { z } from 'zod';
import { ageOn, type CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import type { FieldProblem } from '@/lib/core/refusal';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import type { PupilEntry } from './input';
import { outOfYear } from './rules/out-of-year';

const YOUNGEST = 3;
const OLDEST = 19;

/** What of a pupil is checked, as far as it was typed in a form that can be read. */
export type CheckedPupil = Partial<Pick<PupilEntry, 'bornOn' | 'yearGroup' | 'yearChecked' | 'yearNote' | 'homeAuthority' | 'lookedAfterBy'>>;

/** All that is wrong with a pupil's details, each at its field: the age on a day, the year group now, the authorities. */
export async function pupilProblems(tx: ReadTx, pupil: CheckedPupil, on: CalendarDate): Promise<FieldProblem[]> {
  const age = pupil.bornOn === undefined ? [] : ageProblems(pupil.bornOn, on);
  return [...age, ...(age.length > 0 ? [] : yearProblems(pupil, tx.today)), ...(await authorityProblems(tx, pupil))];
}

function ageProblems(bornOn: CalendarDate, on: CalendarDate): FieldProblem[] {
  const age = bornOn > on ? -1 : ageOn(bornOn, on);
  if (age >= YOUNGEST && age <= OLDEST) return [];
  return [{ field: 'bornOn', message: `Birth date must make the pupil ${YOUNGEST} to ${OLDEST} years old on ${dateInWords(on)}` }];
}

/** A pupil out of the usual year is let through by a tick at this very question and a note of why (R68). */
function yearProblems({ bornOn, yearGroup, yearChecked, yearNote }: CheckedPupil, today: CalendarDate): FieldProblem[] {
  const odd = bornOn === undefined || yearGroup === undefined ? null : outOfYear(bornOn, yearGroup, today);
  if (odd === null) return [];
  if (yearChecked !== odd.words) return [{ field: 'yearChecked', message: odd.words }];
  return yearNote === '' ? [{ field: 'yearNote', message: 'Say why the pupil is not in the usual year group' }] : [];
}

async function authorityProblems(tx: ReadTx, { homeAuthority, lookedAfterBy }: CheckedPupil): Promise<FieldProblem[]> {
  const asked = [homeAuthority, lookedAfterBy].filter((code): code is string => code !== undefined && code !== '');
  const known = (await tx.rows(z.object({ code: z.string() }), sql`SELECT code FROM local_authority WHERE code = ANY (${asked})`)).map((row) => row.code);
  const isUnknown = (code: string | undefined): boolean => code !== undefined && code !== '' && !known.includes(code);
  return [
    ...(isUnknown(homeAuthority) ? [{ field: 'homeAuthority', message: 'Choose the authority the pupil lives in' }] : []),
    ...(isUnknown(lookedAfterBy) ? [{ field: 'lookedAfterBy', message: 'Choose the authority that looks after the pupil' }] : []),
  ];
}
