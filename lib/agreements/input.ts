import { z } from 'zod';
import { isCalendarDate, type CalendarDate } from '@/lib/core/calendar-date';
import { alongside, choiceInput, dateInput, idInput, inOrder, moneyInput, optionalDateInput, optionalText, requiredText, versionInput, wholeNumberInput, optionalIdInput } from '@/lib/core/input';

export const MEASURES = ['daily', 'yearly_allowance', 'census_day', 'annual_average'] as const;
export const PAYERS = ['fund_holder_school', 'fund_holder_trust', 'excluding_school', 'devolved_pot'] as const;

const optionalId = optionalIdInput('Choose one from the list');
const WHOLE = /^\d{1,6}$/;
const tenths = (what: string) => wholeNumberInput(what, 0, 10);

/** Dates one a line, day first, as people type them in a box: those that can be read, in order and each once, and the lines that cannot. */
function readDateLines(text: string): { readonly dates: CalendarDate[]; readonly unread: readonly string[] } {
  const [dates, unread]: [CalendarDate[], string[]] = [[], []];
  for (const line of text.split(/[\n,;]+/).map((one) => one.trim()).filter((one) => one !== '')) {
    const parts = /^(\d{1,2})[ /.-](\d{1,2})[ /.-](\d{4})$/.exec(line);
    const date = parts ? `${parts[3]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}` : line;
    if (isCalendarDate(date)) dates.push(date);
    else unread.push(line);
  }
  return { dates: [...new Set(dates)].sort(), unread };
}

const dateLines = z.string().default('').transform(readDateLines);

export const saveAgreementInput = z.object({
  /** The version these terms follow; empty for the first version of a year. */
  agreementId: optionalId,
  partnershipId: z.uuid({ error: 'Choose the partnership' }),
  academicYear: z.string().regex(/^20\d{2}\/\d{2}$/, 'Choose the academic year'),
  reference: requiredText('Enter the reference', 60),
  /** Places from 1 September; for the first version only, later ones keep the dated quotas. */
  quota: z.string().trim().default(''),
  weightPermanentExclusion: tenths('Permanently excluded pupils'),
  weightDualRegistered: tenths('Dual-registered pupils'),
  weightAuthorityPlaced: tenths('Pupils placed by the authority'),
  weightEhcNamed: tenths('Pupils whose EHC plan names the place'),
  partTime: choiceInput(['tenths', 'heads'], 'Choose how part-time pupils count'),
  startRule: choiceInput(['first_day_counts', 'day_after_counts'], 'Choose whether the first day counts'),
  endRule: choiceInput(['last_day_counts', 'last_day_free'], 'Choose whether the last day counts'),
  measure: choiceInput(MEASURES, 'Choose the measure'),
  allowance: z.string().trim().default(''),
  censusDays: dateLines,
  annualPrice: moneyInput('Price a year'),
  basisDays: wholeNumberInput('Basis days', 1, 366),
  payer: choiceInput(PAYERS, 'Choose who pays'),
  fundHolderId: optionalId,
  fundHolderTrustId: optionalId,
  chargeClause: requiredText('Enter the clause that sets the charge, for example clause 4', 100),
  calendarYearId: z.uuid({ error: 'Choose the calendar' }),
  withholdUnboundShare: z.boolean(),
})
  .refine((input) => input.agreementId !== null || WHOLE.test(input.quota), { path: ['quota'], message: 'Enter the quota: a whole number of places from 1 September', when: alongside })
  .refine((input) => input.measure !== 'yearly_allowance' || WHOLE.test(input.allowance), { path: ['allowance'], message: 'The yearly allowance needs a whole number of place-days', when: alongside })
  .refine((input) => input.measure !== 'census_day' || input.censusDays.dates.length + input.censusDays.unread.length !== 0, { path: ['censusDays'], message: 'Census days need at least one date', when: alongside })
  .refine((input) => input.payer !== 'fund_holder_school' || input.fundHolderId !== null, { path: ['fundHolderId'], message: 'Choose the fund-holder school, which pays', when: alongside })
  .refine((input) => input.payer !== 'fund_holder_trust' || input.fundHolderTrustId !== null, { path: ['fundHolderTrustId'], message: 'Choose the fund-holder trust, which pays', when: alongside });

export const setQuotaInput = z.object({
  agreementId: idInput,
  version: versionInput,
  places: wholeNumberInput('Places', 0, 9999),
  firstOn: dateInput('First day with the new quota'),
  reason: requiredText('Say why the quota changes'),
});

export const signAgreementInput = z.object({
  agreementId: idInput,
  establishmentId: idInput,
  version: versionInput,
  binding: choiceInput(['yes', 'no'], 'Say whether the signature is legally binding'),
  party: optionalText(200),
  signatory: optionalText(200),
  executedOn: optionalDateInput('Date executed'),
  inForceFrom: optionalDateInput('In force from'),
  inForceTo: optionalDateInput('In force to'),
  document: optionalText(300),
  shareWeight: wholeNumberInput('Weight for the school\u2019s share', 0, 99_999),
})
  .refine((input) => inOrder(input.inForceFrom, input.inForceTo), { path: ['inForceTo'], message: 'In force to must be the first day in force or later', when: alongside });
