import { z } from 'zod';
import { type FieldProblem, invalidAll, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import { uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { createCalendarInput } from '../input';
import { agreementYear } from '../rules/academic-year';
import { loadCalendars } from '../store';

/** Adds a calendar year, empty or as a copy of another of the same year, for a school or site of its own or as the authority's. */
export const createCalendar: Command<typeof createCalendarInput, { calendarId: string }> = {
  name: 'calendar.create',
  input: createCalendarInput,
  check: newCalendarProblems,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const { years } = await loadCalendars(tx);
    const source = input.copyFrom === null ? null : years.find((year) => year.id === input.copyFrom);
    if (source === undefined) throw notFoundRefusal();
    const problems = await newCalendarProblems(tx, input);
    if (problems.length > 0) throw invalidAll(problems);
    const made = await tx.row(z.object({ id: uuidColumn }), sql`
      INSERT INTO calendar_year (authority_id, name, academic_year, label, is_default)
      VALUES (${tx.authorityId}, ${input.name}, ${input.academicYear}, ${source?.label ?? ''}, ${input.isDefault}) RETURNING id`);
    if (!made) throw notFoundRefusal();
    if (source) {
      await tx.execute(sql`
        INSERT INTO calendar_term (authority_id, calendar_year_id, name, part_of, first_on, last_on)
        SELECT authority_id, ${made.id}::uuid, name, part_of, first_on, last_on FROM calendar_term WHERE calendar_year_id = ${source.id}::uuid`);
      await tx.execute(sql`
        INSERT INTO calendar_closed_days (authority_id, calendar_year_id, kind, first_on, last_on, reason)
        SELECT authority_id, ${made.id}::uuid, kind, first_on, last_on, reason FROM calendar_closed_days WHERE calendar_year_id = ${source.id}::uuid`);
    }
    return { outcome: { calendarId: made.id }, audit: { subjectKind: 'calendar', subjectId: made.id, after: { year: input.academicYear, copyFrom: source?.id ?? null } } };
  },
};

/** Everything that does not fit the calendars there are. */
async function newCalendarProblems(tx: ReadTx, { name, academicYear, copyFrom, isDefault }: Partial<z.output<typeof createCalendarInput>>): Promise<FieldProblem[]> {
  const { years } = await loadCalendars(tx);
  const source = years.find((year) => year.id === copyFrom);
  const ofYear = academicYear === undefined ? [] : years.filter((year) => year.academicYear === academicYear);
  return [
    ...(years.some((year) => year.name === name) ? [{ field: 'name', message: 'Another calendar has this name' }] : []),
    ...(academicYear !== undefined && !isYear(academicYear) ? [{ field: 'academicYear', message: 'Choose an academic year, for example 2026/27' }] : []),
    ...(source && academicYear !== undefined && source.academicYear !== academicYear
      ? [{ field: 'copyFrom', message: `This calendar is of ${source.academicYear}. Choose one of ${academicYear}, or begin without dates` }] : []),
    ...(isDefault && ofYear.some((year) => year.isDefault)
      ? [{ field: 'isDefault', message: `The authority has a calendar for ${academicYear} already. Change that one, or leave this empty` }] : []),
  ];
}

function isYear(label: string): boolean {
  try {
    return agreementYear(label).label === label;
  } catch {
    return false;
  }
}
