import type { CalendarDate } from '@/lib/core/calendar-date';
import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormCheckboxes, FormMoney, FormRadios, FormSelect, FormText, FormTextArea } from '@/components/forms/bound-fields';
import type { SelectOption } from '@/components/ui/select-field';

/** Terms as they stand in the form before anything is typed. */
export interface TermsDefaults {
  readonly agreementId: string;
  readonly partnershipId: string;
  readonly academicYear: string;
  readonly reference: string;
  readonly weights: readonly [string, string, string, string];
  readonly partTime: string;
  readonly startRule: string;
  readonly endRule: string;
  readonly measure: string;
  readonly allowance: string;
  readonly censusDays: readonly CalendarDate[];
  readonly annualPrice: string;
  readonly basisDays: string;
  readonly payer: string;
  readonly fundHolderId: string;
  readonly fundHolderTrustId: string;
  readonly chargeClause: string;
  readonly calendarYearId: string;
  readonly withholdUnboundShare: boolean;
}

interface TermsFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  defaults: TermsDefaults;
  /** A first version chooses partnership, year and quota; a later one keeps them. */
  isFirst: boolean;
  partnerships: readonly SelectOption[];
  years: readonly string[];
  calendars: readonly SelectOption[];
  fundHolders: readonly SelectOption[];
  trusts: readonly SelectOption[];
  cancelHref: string;
}

const WEIGHTS = [
  ['weightPermanentExclusion', 'Permanently excluded pupils'], ['weightDualRegistered', 'Dual-registered pupils'],
  ['weightAuthorityPlaced', 'Pupils placed by the authority'], ['weightEhcNamed', 'Pupils whose EHC plan names the place'],
] as const;

const asTyped = (day: CalendarDate): string => `${+day.slice(8)} ${+day.slice(5, 7)} ${day.slice(0, 4)}`;

/** Every term of an agreement. Saving makes a new version; the one before stays as it was. */
export function TermsForm({ action, authority, formKey, defaults, isFirst, partnerships, years, calendars, fundHolders, trusts, cancelHref }: TermsFormProps) {
  const kept: Record<string, string> = isFirst ? { agreementId: '' } : { agreementId: defaults.agreementId, partnershipId: defaults.partnershipId, academicYear: defaults.academicYear };
  return (
    <ActionForm action={action} authority={authority} formKey={formKey} hidden={kept} submit={isFirst ? 'Add the agreement' : 'Save as a new version'} beside={<a href={cancelHref}>Cancel</a>}>
      {isFirst ? (
        <>
          <FormSelect name="partnershipId" label="Partnership" emptyText="Choose a partnership" options={partnerships} defaultValue={defaults.partnershipId} />
          <FormSelect name="academicYear" label="Academic year" hint="1 September to 31 August" options={years.map((year) => ({ value: year, text: year }))} defaultValue={defaults.academicYear} />
          <FormText name="quota" label="Quota from 1 September" width={3} inputMode="numeric" suffix="places" />
        </>
      ) : null}
      <FormText name="reference" label="Reference" defaultValue={defaults.reference} hint="As it stands on the signed paper" />
      <h2>What counts as use</h2>
      {WEIGHTS.map(([name, label], index) => (
        <FormText key={name} name={name} label={label} width={2} inputMode="numeric" suffix="tenths of a place" defaultValue={defaults.weights[index]} />
      ))}
      <FormRadios name="partTime" label="Part-time pupils count" defaultValue={defaults.partTime} options={[{ value: 'tenths', text: 'By their share in tenths' }, { value: 'heads', text: 'As a whole place' }]} />
      <FormRadios name="startRule" label="First day" defaultValue={defaults.startRule} inline options={[{ value: 'first_day_counts', text: 'Counts' }, { value: 'day_after_counts', text: 'Counting starts the day after' }]} />
      <FormRadios name="endRule" label="Last day" defaultValue={defaults.endRule} inline options={[{ value: 'last_day_counts', text: 'Counts' }, { value: 'last_day_free', text: 'Is free' }]} />
      <h2>How use over the quota is measured</h2>
      <FormRadios
        name="measure" label="Measure" defaultValue={defaults.measure}
        options={[
          { value: 'daily', text: 'Daily', hint: 'Use over the quota on each school day' },
          {
            value: 'yearly_allowance', text: 'Yearly allowance of place-days', hint: 'Place-days since 1 September over the allowance',
            more: <FormText name="allowance" label="Allowance, place-days a year" width={5} inputMode="numeric" defaultValue={defaults.allowance} />,
          },
          {
            value: 'census_day', text: 'Census days', hint: 'Use over the quota on a named day counts until the next one',
            more: <FormTextArea name="censusDays" label="Census days, one date a line" rows={3} hint="For example, 2 10 2025" defaultValue={defaults.censusDays.map(asTyped).join('\n')} />,
          },
          { value: 'annual_average', text: 'Annual average', hint: 'The year\u2019s use over the year\u2019s quota, known at its end' },
        ]}
      />
      <h2>Price and payer</h2>
      <FormMoney name="annualPrice" label="Price a year" defaultValue={defaults.annualPrice} />
      <FormText name="basisDays" label="Basis days" width={3} inputMode="numeric" suffix="days a year" hint="The number of days that the price is for, for example 190" defaultValue={defaults.basisDays} />
      <FormRadios
        name="payer" label="Payer" defaultValue={defaults.payer}
        options={[
          {
            value: 'fund_holder_school', text: 'The fund-holder school',
            more: <FormSelect name="fundHolderId" label="Fund-holder school" emptyText="Choose a school" options={fundHolders} defaultValue={defaults.fundHolderId} width="full" />,
          },
          {
            value: 'fund_holder_trust', text: 'The fund-holder trust', hint: 'An academy trust that runs a member school. It is charged by invoice',
            more: (
              <FormSelect
                name="fundHolderTrustId" label="Fund-holder trust" emptyText="Choose a trust" options={trusts} defaultValue={defaults.fundHolderTrustId} width="full"
                hint={trusts.length === 0 ? 'No trust on record runs a member school. Add it under Trusts, with its schools' : undefined}
              />
            ),
          },
          { value: 'excluding_school', text: 'The excluding school' },
          { value: 'devolved_pot', text: 'Taken from the devolved funding' },
        ]}
      />
      <FormText name="chargeClause" label="Clause that sets the charge" defaultValue={defaults.chargeClause} hint="As people cite it, for example clause 4" />
      <FormSelect name="calendarYearId" label="Calendar whose school days count" emptyText="Choose a calendar" options={calendars} defaultValue={defaults.calendarYearId} />
      <FormCheckboxes
        name="withholdUnboundShare" label="Schools without a binding signature" defaultValue={defaults.withholdUnboundShare ? ['yes'] : []}
        options={[{ value: 'yes', text: 'Withhold their share of the quota', hint: 'Their pupils do not count to the quota either way' }]}
      />
    </ActionForm>
  );
}
