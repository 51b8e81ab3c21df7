import { dateInWords } from '@/lib/core/date-words';
import { checkReasons } from '@/lib/exclusions/rules/reason-codes';
import type { DatedRow, ExclusionFact, FileRow, FromRow, KnownWords, ReadRows, RowProblem } from '../types';
import { parseDate, parseTime, parseYesNo, shortText } from './cells';
import { columnsOf } from './columns';
import { schoolIn } from './directory';
import { pupilCells } from './pupil-cells';
import { readPupil } from './read-pupil';
import { RowReader } from './row-reader';

/** Permanent exclusions out of the rows of a file; a row with any problem gives none. */
export function readExclusions(rows: readonly FileRow[], known: KnownWords): ReadRows<ExclusionFact> {
  const facts: FromRow<ExclusionFact>[] = [];
  const problems: RowProblem[] = [];
  const remarks: RowProblem[] = [];
  const dated: DatedRow[] = [];
  for (const row of rows) {
    const reader = new RowReader('exclusions', row);
    const fact = readExclusion(reader, known);
    if (fact !== null && reader.problems.length === 0) facts.push({ row, fact });
    else dated.push(...datesIn(row, known));
    problems.push(...reader.problems);
    remarks.push(...reader.remarks);
  }
  return { facts, problems, remarks, dated };
}

/** The day that counts in the school days of the school. */
export function exclusionDates({ schoolId, excludedOn }: ExclusionFact): Omit<DatedRow, 'row'> {
  return { whereId: schoolId, dates: { excludedOn } };
}

/** The same of a row with a problem, where school and day can be read. */
function datesIn(row: FileRow, known: KnownWords): DatedRow[] {
  const reader = new RowReader('exclusions', row);
  const school = reader.may('school', schoolIn(known));
  const excludedOn = reader.may('excludedOn', parseDate);
  return school === null || excludedOn === null ? [] : [{ row, whereId: school.id, dates: { excludedOn } }];
}

function readExclusion(reader: RowReader, known: KnownWords): ExclusionFact | null {
  const pupil = readPupil(reader, known);
  const school = reader.need('school', schoolIn(known));
  const excludedOn = reader.need('excludedOn', parseDate);
  const excludedAt = reader.need('time', parseTime);
  const afternoonBegan = reader.need('afternoon', parseYesNo);
  const decidedBy = reader.may('decidedBy', shortText(200)) ?? '';
  if (excludedOn !== null && excludedOn > known.today) reader.refuse('excludedOn', `This is after today, ${dateInWords(known.today)}`, 'Check the date');
  if (afternoonBegan === true && excludedAt !== null && excludedAt < '12:00') {
    reader.refuse('afternoon', 'The time is before noon, so the afternoon session had not begun', 'Correct the time or the answer');
  }
  const reasons = reasonsOf(reader, excludedOn, known);
  if (pupil === null || school === null || excludedOn === null || excludedAt === null || afternoonBegan === null || reasons === null) return null;
  return { pupil, schoolId: school.id, excludedOn, excludedAt, afternoonBegan, ...reasons, decidedBy };
}

/** One to three codes of the set in force on the day (R18). */
function reasonsOf(reader: RowReader, excludedOn: ExclusionFact['excludedOn'] | null, known: KnownWords): Pick<ExclusionFact, 'reasonSet' | 'reasons'> | null {
  const codes = reader.need('reasons', (text) => ({ value: text.toUpperCase().split(/[\s,;/|]+/).filter((code) => code !== '') }));
  if (codes === null || excludedOn === null) return null;
  const check = checkReasons(codes, excludedOn, { setBFrom: known.setBFrom, cyberBullyingCountsAs: 'MT' });
  if (check.kind === 'invalid') {
    reader.refuse('reasons', check.messages.join('. '), 'Write one to three codes in force on the day, the main one first, for example PP DB');
    return null;
  }
  return { reasonSet: check.reasons[0]?.codeSet === 'reasons-b' ? 'B' : 'A', reasons: codes };
}

/** A permanent exclusion as a row of the template. */
export function exclusionCells(fact: ExclusionFact, known: KnownWords): string[] {
  const cells: Readonly<Record<string, string>> = {
    ...pupilCells(fact.pupil), school: known.schools.find((one) => one.id === fact.schoolId)?.urn ?? '', excludedOn: fact.excludedOn, time: fact.excludedAt,
    afternoon: fact.afternoonBegan ? 'Yes' : 'No', reasons: fact.reasons.join(' '), decidedBy: fact.decidedBy,
  };
  return columnsOf('exclusions').map((column) => cells[column.key] ?? '');
}
