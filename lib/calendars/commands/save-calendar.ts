import type { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { changedMeanwhile, type Standing } from '@/lib/core/changed-meanwhile';
import { dateInWords } from '@/lib/core/date-words';
import { invalid, invalidAll, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { calendarProblems } from '../check-calendar';
import { SHIPPED_BANK_HOLIDAYS } from '../data/shipped-bank-holidays';
import { saveCalendarInput } from '../input';
import { isUsualNumber, pupilDays, USUAL_PUPIL_DAYS } from '../rules/check-year';
import { type KeptCalendarYear, loadCalendars } from '../store';

type Input = z.output<typeof saveCalendarInput>;

/**
 * Saves the whole of a calendar year. The version is raised, and every clock that counts on it is recomputed when it is
 * next shown. A change in the number of pupil days is said first and must be accepted.
 */
export const saveCalendar: Command<typeof saveCalendarInput, { calendarId: string }> = {
  name: 'calendar.save',
  input: saveCalendarInput,
  check: calendarProblems,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    await tx.execute(sql`SELECT 1 FROM calendar_year WHERE id = ${input.calendarId}::uuid FOR UPDATE`);
    const before = (await loadCalendars(tx)).years.find((year) => year.id === input.calendarId);
    if (!before) throw notFoundRefusal();
    if (before.version !== input.version) throw changedMeanwhile('calendar', standing(before, input));
    const problems = await calendarProblems(tx, input, input);
    if (problems.length > 0) throw invalidAll(problems);
    const terms = input.terms.filter((term) => term !== null).sort((a, b) => (a.firstOn < b.firstOn ? -1 : 1));
    const closedDays = input.closedDays.filter((days) => days !== null);
    refuseUnseenDays(before, { academicYear: before.academicYear, terms, closedDays }, input.acceptDays);
    await replaceDays(tx, before.id, terms, closedDays);
    await replaceUsers(tx, before, input);
    const touched = await tx.execute(sql`
      UPDATE calendar_year SET name = ${input.name}, label = ${input.label}, version = version + 1 WHERE id = ${before.id}::uuid AND version = ${before.version}
         AND NOT EXISTS (SELECT 1 FROM calendar_year o WHERE o.name = ${input.name} AND o.id <> ${before.id}::uuid)`);
    if (touched === 0) throw invalid('name', 'Another calendar has this name');
    return {
      outcome: { calendarId: before.id },
      audit: {
        subjectKind: 'calendar', subjectId: before.id, before: { version: before.version, terms: before.terms, closedDays: before.closedDays },
        after: { version: before.version + 1, terms, closedDays },
      },
    };
  },
};

function standing(now: KeptCalendarYear, yours: Input): Standing[] {
  const termLines = (terms: Input['terms']) => terms.flatMap((term) => (term === null ? [] : [`${term.name} ${daysInWords(term)}`]));
  const closedLines = (days: Input['closedDays']) => days.flatMap((one) => (one === null ? [] : [`${one.reason} ${daysInWords(one)}`])).sort();
  return [
    ['Name', now.name, yours.name], ['Note', now.label, yours.label], ['Terms', termLines([...now.terms]), termLines(yours.terms)],
    ['INSET and closed days', closedLines([...now.closedDays]), closedLines(yours.closedDays)],
  ];
}

function daysInWords({ firstOn, lastOn }: { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate }): string {
  return firstOn === lastOn ? dateInWords(firstOn) : `${dateInWords(firstOn)} to ${dateInWords(lastOn)}`;
}

type Days = Pick<KeptCalendarYear, 'academicYear' | 'terms' | 'closedDays'>;

function refuseUnseenDays(before: KeptCalendarYear, after: Days, accepted: boolean): void {
  const was = pupilDays(before, SHIPPED_BANK_HOLIDAYS).total;
  const { byTerm, total } = pupilDays(after, SHIPPED_BANK_HOLIDAYS);
  if (accepted || total === was) return;
  const parts = after.terms.map((term, index) => `${term.name} ${byTerm[index] ?? 0}`).join(', ');
  const unusual = isUsualNumber(total) ? '' : ` About ${USUAL_PUPIL_DAYS} are usual: check the dates.`;
  throw invalid('acceptDays', `Nothing is saved yet. The year would have ${total} pupil days instead of ${was}: ${parts}.${unusual} Tick to accept ${total} days, then save`);
}

async function replaceDays(tx: WriteTx, id: string, terms: Days['terms'], closedDays: Days['closedDays']): Promise<void> {
  await tx.execute(sql`DELETE FROM calendar_term WHERE calendar_year_id = ${id}::uuid`);
  await tx.execute(sql`DELETE FROM calendar_closed_days WHERE calendar_year_id = ${id}::uuid`);
  await tx.execute(sql`
    INSERT INTO calendar_term (authority_id, calendar_year_id, name, part_of, first_on, last_on)
    SELECT ${tx.authorityId}, ${id}::uuid, t.name, t."partOf", t."firstOn", t."lastOn"
      FROM jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) AS t(name text, "partOf" text, "firstOn" date, "lastOn" date)`);
  await tx.execute(sql`
    INSERT INTO calendar_closed_days (authority_id, calendar_year_id, kind, first_on, last_on, reason)
    SELECT ${tx.authorityId}, ${id}::uuid, c.kind, c."firstOn", c."lastOn", c.reason
      FROM jsonb_to_recordset(${JSON.stringify(closedDays)}::jsonb) AS c(kind text, "firstOn" date, "lastOn" date, reason text)`);
}

/** Those that were unticked fall back to the authority's calendar. */
async function replaceUsers(tx: WriteTx, before: KeptCalendarYear, input: Input): Promise<void> {
  const kept = new Set(input.users);
  const gone = [...before.establishments.map((id) => `school:${id}`), ...before.sites.map((id) => `site:${id}`)].filter((user) => !kept.has(user)).map((user) => user.split(':')[1] ?? '');
  await tx.execute(sql`DELETE FROM calendar_use WHERE calendar_year_id = ${before.id}::uuid AND coalesce(establishment_id, site_id) = ANY(${gone}::uuid[])`);
  for (const [field, id] of [['addSchool', input.addSchool], ['addSite', input.addSite]] as const) {
    if (id === null) continue;
    const made = await tx.execute(field === 'addSchool'
      ? sql`INSERT INTO calendar_use (authority_id, calendar_year_id, establishment_id) SELECT authority_id, ${before.id}::uuid, id FROM establishment WHERE id = ${id}::uuid`
      : sql`INSERT INTO calendar_use (authority_id, calendar_year_id, site_id) SELECT authority_id, ${before.id}::uuid, id FROM site WHERE id = ${id}::uuid`);
    if (made === 0) throw notFoundRefusal();
  }
}
