import { z } from 'zod';
import { agreementYear } from '@/lib/calendars/rules/academic-year';
import { loadCalendars } from '@/lib/calendars/store';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import type { FieldProblem } from '@/lib/core/refusal';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { versionsOf } from './agreement-rows';
import type { saveAgreementInput } from './input';

type Fields = Partial<z.output<typeof saveAgreementInput>>;

const found = z.object({ found: z.boolean() });

/**
 * What the terms name must exist and fit the year; everything that does not is said at once, as far as the fields can
 * be read. Of a box of census days the lines that are dates are judged although others are none.
 */
export async function termsProblems(tx: ReadTx, fields: Fields): Promise<FieldProblem[]> {
  const { academicYear, calendarYearId } = fields;
  const census = fields.measure === 'census_day' ? fields.censusDays : undefined;
  const unread = (census?.unread ?? []).map((line) => ({ field: 'censusDays', message: `"${line}" is not a date. Write one date a line, for example 2 10 2025` }));
  if (academicYear === undefined) return unread;
  const year = agreementYear(academicYear);
  const calendars = await loadCalendars(tx);
  const calendar = calendars.years.find((one) => one.id === calendarYearId);
  const isOfYear = calendar?.academicYear === academicYear;
  const isSchoolDay = (day: CalendarDate): boolean => !calendar || !isOfYear || calendars.forYear(calendar.id).isSchoolDay(day);
  const unfit = (census?.dates ?? []).filter((day) => day < year.firstOn || day > year.lastOn || !isSchoolDay(day));
  return [
    ...(await takenReference(tx, fields, academicYear)),
    ...unread,
    ...(unfit.length === 0 ? [] : [{
      field: 'censusDays', message: `${unfit.map(dateInWords).join(', ')} ${unfit.length === 1 ? 'is no school day' : 'are no school days'} of this calendar. Choose school days of ${academicYear}`,
    }]),
    ...(await strangeFundHolder(tx, fields, year)),
    ...(await strangeTrust(tx, fields, year)),
    ...(calendar && !isOfYear ? [{ field: 'calendarYearId', message: `This calendar is of ${calendar.academicYear}. Choose one of ${academicYear}` }] : []),
  ];
}

async function takenReference(tx: ReadTx, { partnershipId, reference }: Fields, academicYear: string): Promise<FieldProblem[]> {
  if (partnershipId === undefined || reference === undefined) return [];
  const version = ((await versionsOf(tx, partnershipId, academicYear))[0]?.terms_version ?? 0) + 1;
  const taken = await tx.row(found, sql`SELECT EXISTS (SELECT 1 FROM agreement WHERE reference = ${reference} AND terms_version = ${version}) AS found`);
  return taken?.found ? [{ field: 'reference', message: 'Another agreement has this reference. Choose another' }] : [];
}

async function strangeFundHolder(
  tx: ReadTx, { partnershipId, payer, fundHolderId }: Fields, { firstOn, lastOn }: { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate },
): Promise<FieldProblem[]> {
  if (partnershipId === undefined || payer !== 'fund_holder_school' || !fundHolderId) return [];
  const member = await tx.row(found, sql`
    SELECT EXISTS (SELECT 1 FROM partnership_member WHERE partnership_id = ${partnershipId}::uuid AND establishment_id = ${fundHolderId}::uuid
                      AND first_on <= ${lastOn}::date AND (last_on IS NULL OR last_on >= ${firstOn}::date)) AS found`);
  return member?.found ? [] : [{ field: 'fundHolderId', message: 'The fund-holder school must be a member of the partnership in the year' }];
}

/** A trust pays where it runs one of the partnership's schools, on a day of the year on which that school is a member. */
async function strangeTrust(
  tx: ReadTx, { partnershipId, payer, fundHolderTrustId }: Fields, { firstOn, lastOn }: { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate },
): Promise<FieldProblem[]> {
  if (partnershipId === undefined || payer !== 'fund_holder_trust' || !fundHolderTrustId) return [];
  const member = await tx.row(found, sql`
    SELECT EXISTS (SELECT 1 FROM trust_member t JOIN partnership_member m ON m.authority_id = t.authority_id AND m.establishment_id = t.establishment_id
                    WHERE t.trust_id = ${fundHolderTrustId}::uuid AND m.partnership_id = ${partnershipId}::uuid
                      AND daterange(t.first_on, t.last_on, '[]') * daterange(m.first_on, m.last_on, '[]') && daterange(${firstOn}::date, ${lastOn}::date, '[]')) AS found`);
  return member?.found ? [] : [{ field: 'fundHolderTrustId', message: 'The fund-holder trust must have a school that is a member of the partnership in the year' }];
}
