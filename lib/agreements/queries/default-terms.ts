import { agreementYearOf } from '@/lib/calendars/rules/academic-year';
import { loadCalendars } from '@/lib/calendars/store';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { type AgreementRow, agreementRow } from '../agreement-rows';

/** What the form of terms shows before anything is typed. */
export interface DefaultTerms {
  readonly isFirst: boolean;
  readonly partnershipName: string;
  readonly defaults: {
    readonly agreementId: string; readonly partnershipId: string; readonly academicYear: string; readonly reference: string;
    readonly weights: readonly [string, string, string, string]; readonly partTime: string; readonly startRule: string; readonly endRule: string;
    readonly measure: string; readonly allowance: string; readonly censusDays: readonly CalendarDate[]; readonly annualPrice: string; readonly basisDays: string;
    readonly payer: string; readonly fundHolderId: string; readonly fundHolderTrustId: string; readonly chargeClause: string; readonly calendarYearId: string; readonly withholdUnboundShare: boolean;
  };
}

/** The terms of the version that new ones follow; without a version, usual ones for a first agreement. Null when the version is absent. */
export async function defaultTerms(tx: ReadTx, fromId: string | null): Promise<DefaultTerms | null> {
  if (fromId !== null) {
    const row = await agreementRow(tx, fromId);
    return row && { isFirst: false, partnershipName: row.partnership_name, defaults: defaultsOf(row) };
  }
  const academicYear = agreementYearOf(tx.today).label;
  const calendar = (await loadCalendars(tx)).years.find((year) => year.isDefault && year.academicYear === academicYear);
  return {
    isFirst: true, partnershipName: '',
    defaults: {
      agreementId: '', partnershipId: '', academicYear, reference: '', weights: ['10', '10', '0', '0'], partTime: 'tenths', startRule: 'first_day_counts',
      endRule: 'last_day_counts', measure: '', allowance: '', censusDays: [], annualPrice: '', basisDays: '190', payer: '', fundHolderId: '', fundHolderTrustId: '', chargeClause: '',
      calendarYearId: calendar?.id ?? '', withholdUnboundShare: true,
    },
  };
}

function defaultsOf(row: AgreementRow): DefaultTerms['defaults'] {
  const pounds = row.annual_pence / 100n;
  const rest = row.annual_pence % 100n;
  return {
    agreementId: row.id, partnershipId: row.partnership_id, academicYear: row.academic_year, reference: row.reference,
    weights: [row.weight_permanent_exclusion, row.weight_dual_registered, row.weight_authority_placed, row.weight_ehc_named].map(String) as [string, string, string, string],
    partTime: row.part_time, startRule: row.start_rule, endRule: row.end_rule, measure: row.measure, allowance: row.allowance_place_days === null ? '' : String(row.allowance_place_days),
    censusDays: row.census_days, annualPrice: rest === 0n ? String(pounds) : `${pounds}.${String(rest).padStart(2, '0')}`, basisDays: String(row.basis_days),
    payer: row.payer, fundHolderId: row.fund_holder_id ?? '', fundHolderTrustId: row.fund_holder_trust_id ?? '', chargeClause: row.charge_clause, calendarYearId: row.calendar_year_id, withholdUnboundShare: row.withhold_unbound_share,
  };
}
