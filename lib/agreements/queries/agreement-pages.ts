import { agreementYear, agreementYearOf, nextAcademicYear } from '@/lib/calendars/rules/academic-year';
import { loadCalendars } from '@/lib/calendars/store';
import { type CalendarDate, maxDate, minDate } from '@/lib/core/calendar-date';
import { z } from 'zod';
import { schoolText } from '@/lib/organisations/queries/partnerships';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { type AgreementRow, agreementRow, type SignatureRow, signaturesOf, versionsOf } from '../agreement-rows';
import { isBoundOn, isMemberOn, quotaSentence, quotaTenthsOn } from '../rules/quota';
import { MEASURE_WORDS, PAYER_WORDS, weightInWords } from '../rules/terms-words';
import { loadAgreements } from '../store';

/** One line of the list of agreements. */
export interface AgreementLine {
  readonly id: string;
  readonly partnership: string;
  readonly reference: string;
  readonly termsVersion: number;
  readonly measure: string;
  readonly annualPence: AgreementRow['annual_pence'];
  readonly basisDays: number;
  readonly agreedPlaces: number;
  readonly countedPlaces: number;
  readonly members: number;
  readonly unbound: readonly string[];
}

export interface AgreementList {
  readonly year: string;
  readonly years: readonly string[];
  /** The day the quotas are shown for: today, or the nearest day of the year. */
  readonly on: CalendarDate;
  readonly lines: readonly AgreementLine[];
  readonly withoutAgreement: readonly string[];
}

const yearRow = z.object({ academic_year: textColumn });
const nameRow = z.object({ id: uuidColumn, name: textColumn });
const schoolRow = nameRow.extend({ town: textColumn.nullable(), urn: textColumn.nullable() });

/** The agreements of a year; without a year, of the one that runs. */
export async function agreementList(tx: ReadTx, asked: string | undefined): Promise<AgreementList> {
  const current = agreementYearOf(tx.today).label;
  const known = (await tx.rows(yearRow, sql`SELECT DISTINCT academic_year FROM agreement UNION SELECT academic_year FROM calendar_year WHERE is_default`)).map((row) => row.academic_year);
  const years = [...new Set([...known, current])].sort();
  const year = asked !== undefined && years.includes(asked) ? asked : current;
  const span = agreementYear(year);
  const on = minDate(maxDate(tx.today, span.firstOn), span.lastOn);
  const names = await schoolNames(tx);
  const kept = (await loadAgreements(tx, span.firstOn, span.lastOn)).filter((one) => one.terms.academicYear === year);
  const without = await tx.rows(nameRow, sql`
    SELECT id, name FROM partnership p WHERE first_on <= ${span.lastOn}::date AND (last_on IS NULL OR last_on >= ${span.firstOn}::date)
       AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.authority_id = p.authority_id AND a.partnership_id = p.id AND a.academic_year = ${year}) ORDER BY name`);
  return {
    year, years, on, withoutAgreement: without.map((row) => row.name),
    lines: kept.map(({ terms, partnershipName }) => {
      const quota = quotaTenthsOn(terms, on);
      return {
        id: terms.id, partnership: partnershipName, reference: terms.reference, termsVersion: terms.version, measure: MEASURE_WORDS[terms.measure.kind],
        annualPence: terms.annualPence, basisDays: terms.basisDays, agreedPlaces: quota.agreedPlaces, countedPlaces: quota.countedTenths / 10,
        members: terms.schools.filter((school) => isMemberOn(school, on)).length, unbound: quota.unboundSchoolIds.map((id) => names.get(id) ?? id),
      };
    }),
  };
}

/** The page of one version of an agreement. */
export interface AgreementView {
  readonly row: AgreementRow;
  readonly versions: readonly AgreementRow[];
  readonly isLatest: boolean;
  readonly on: CalendarDate;
  /** The sentence of the quota on that day; only the latest version is in force. */
  readonly sentence: string | null;
  readonly signatures: readonly (SignatureRow & { readonly bindsOn: boolean })[];
  readonly terms: readonly { readonly label: string; readonly value: string }[];
}

export async function agreementView(tx: ReadTx, id: string): Promise<AgreementView | null> {
  const row = await agreementRow(tx, id);
  if (!row) return null;
  const on = minDate(maxDate(tx.today, row.first_on), row.last_on);
  const names = await schoolNames(tx);
  const kept = (await loadAgreements(tx, row.first_on, row.last_on)).find((one) => one.terms.id === row.id);
  const signatures = await signaturesOf(tx, row.id);
  return {
    row, versions: await versionsOf(tx, row.partnership_id, row.academic_year), isLatest: row.terms_version === row.latest_version, on,
    sentence: kept ? quotaSentence(quotaTenthsOn(kept.terms, on), (school) => names.get(school) ?? school) : null,
    signatures: signatures.map((one) => ({ ...one, bindsOn: kept?.terms.schools.some((school) => school.schoolId === one.school_id && isBoundOn(school, on)) ?? false })),
    terms: termsInWords(row),
  };
}

function termsInWords(row: AgreementRow): AgreementView['terms'] {
  return [
    { label: 'Permanently excluded pupils', value: weightInWords(row.weight_permanent_exclusion) },
    { label: 'Dual-registered pupils', value: weightInWords(row.weight_dual_registered) },
    { label: 'Pupils placed by the authority', value: weightInWords(row.weight_authority_placed) },
    { label: 'Pupils whose EHC plan names the place', value: weightInWords(row.weight_ehc_named) },
    { label: 'Part-time pupils', value: row.part_time === 'tenths' ? 'by their share in tenths' : 'as a whole place' },
    { label: 'First and last day', value: `${row.start_rule === 'first_day_counts' ? 'the first day counts' : 'counting starts the day after'}, ${row.end_rule === 'last_day_counts' ? 'the last day counts' : 'the last day is free'}` },
    { label: 'Payer', value: row.fund_holder_name === null ? PAYER_WORDS[row.payer] : `${PAYER_WORDS[row.payer]}, ${row.fund_holder_name}` },
    { label: 'Clause', value: row.charge_clause },
    { label: 'Calendar', value: row.calendar_name },
    { label: 'Schools without a binding signature', value: row.withhold_unbound_share ? 'their share of the quota is withheld' : 'their share of the quota counts all the same' },
  ];
}

export function measureWords(kind: AgreementRow['measure']): string {
  return MEASURE_WORDS[kind];
}

async function schoolNames(tx: ReadTx): Promise<Map<string, string>> {
  return new Map((await tx.rows(nameRow, sql`SELECT id, name FROM establishment`)).map((row) => [row.id, row.name]));
}

/** What the form of terms chooses from: partnerships without an agreement, years, calendars, members and the trusts that run members. */
export interface TermsChoices {
  readonly partnerships: readonly { readonly value: string; readonly text: string }[];
  readonly years: readonly string[];
  readonly calendars: readonly { readonly value: string; readonly text: string }[];
  readonly fundHolders: readonly { readonly value: string; readonly text: string }[];
  readonly trusts: readonly { readonly value: string; readonly text: string }[];
}

/** With a partnership and a year, only its members and that year's calendars. */
export async function termsChoices(tx: ReadTx, partnershipId: string | null, academicYear: string | null): Promise<TermsChoices> {
  const current = agreementYearOf(tx.today).label;
  const partnerships = await tx.rows(nameRow, sql`SELECT id, name FROM partnership WHERE last_on IS NULL OR last_on >= ${tx.today}::date ORDER BY display_order, name`);
  // A school that is closed, or is no member any more, holds no funds.
  const members = await tx.rows(schoolRow, sql`
    SELECT DISTINCT e.id, e.name, e.town, e.urn FROM partnership_member m JOIN establishment e ON e.authority_id = m.authority_id AND e.id = m.establishment_id
     WHERE (${partnershipId}::uuid IS NULL OR m.partnership_id = ${partnershipId}::uuid) AND (m.last_on IS NULL OR m.last_on >= ${tx.today}::date)
       AND (e.opened_on IS NULL OR e.opened_on <= ${tx.today}::date) AND (e.closed_on IS NULL OR e.closed_on >= ${tx.today}::date) ORDER BY e.name, e.town, e.id`);
  const trusts = await tx.rows(nameRow, sql`
    SELECT t.id, t.name FROM trust t
     WHERE (t.last_on IS NULL OR t.last_on >= ${tx.today}::date)
       AND EXISTS (SELECT 1 FROM trust_member s JOIN partnership_member m ON m.authority_id = s.authority_id AND m.establishment_id = s.establishment_id
                    WHERE s.authority_id = t.authority_id AND s.trust_id = t.id AND (${partnershipId}::uuid IS NULL OR m.partnership_id = ${partnershipId}::uuid)
                      AND (s.last_on IS NULL OR s.last_on >= ${tx.today}::date) AND (m.last_on IS NULL OR m.last_on >= ${tx.today}::date)) ORDER BY t.name`);
  const { years } = await loadCalendars(tx);
  return {
    partnerships: partnerships.map((row) => ({ value: row.id, text: row.name })),
    years: [current, nextAcademicYear(current)],
    calendars: years.filter((year) => academicYear === null || year.academicYear === academicYear).map((year) => ({ value: year.id, text: `${year.name}, ${year.academicYear}` })),
    fundHolders: members.map((row) => ({ value: row.id, text: schoolText(row) })),
    trusts: trusts.map((row) => ({ value: row.id, text: row.name })),
  };
}
