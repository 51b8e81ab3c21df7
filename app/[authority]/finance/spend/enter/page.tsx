import type { ReactNode } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormMoney, FormRadios, FormSelect, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { Flow } from '@/components/reports/flow';
import { BackLink } from '@/components/ui/back-link';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { TabsAsLinks } from '@/components/ui/tabs-as-links';
import { oneValue, type Params } from '@/components/waiting/address';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { type EntryChoices, entryChoices } from '@/lib/spend/queries/entry-choices';
import { amount, budget, places, price, reserve, target } from './actions';

export const generateMetadata = titled('/[authority]/finance/spend/enter', 'Enter budget, prices or spend');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Params> };

const PAYERS = [
  { value: 'authority', text: 'The authority' }, { value: 'department', text: 'The department, which takes it off the grant' }, { value: 'schools', text: 'Schools' },
];
const KINDS = [
  { what: 'amount', text: 'Spend or estimate', submit: 'Enter the amount', action: amount, done: 'The amount is entered' },
  { what: 'budget', text: 'Budget', submit: 'Enter the budget', action: budget, done: 'The budget is entered' },
  { what: 'price', text: 'Price', submit: 'Enter the price', action: price, done: 'The price is entered' },
  { what: 'places', text: 'Places bought', submit: 'Enter the places', action: places, done: 'The places are entered' },
  { what: 'reserve', text: 'Reserve', submit: 'Enter the reserve', action: reserve, done: 'The reserve is entered' },
  { what: 'target', text: 'Target', submit: 'Set the target', action: target, done: 'The target is set' },
] as const;
type What = (typeof KINDS)[number]['what'];

/** Forms of finance, one at a time. Nothing is changed: each entry stands beside those before, and what counts is said. */
export default async function EnterSpendPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/finance/spend/enter', (await params).authority);
  const query = await searchParams;
  const choices = await page.read(entryChoices);
  const [first] = KINDS;
  const kind = KINDS.find((one) => one.what === oneValue(query, 'what')) ?? first;
  const here = `/${page.authority.slug}/finance/spend/enter`;
  return (
    <>
      <BackLink href={`/${page.authority.slug}/finance/spend`}>Spend</BackLink>
      <PageHeading caption={page.authority.councilName} lead="What was entered before stays on record. Of budgets, prices, reserves and targets the last entry counts; amounts and places add up.">
        Enter budget, prices or spend
      </PageHeading>
      <Flow>
        <TabsAsLinks label="What to enter" items={KINDS.map((one) => ({ text: one.text, href: `${here}?what=${one.what}`, current: one === kind }))} />
        {oneValue(query, 'done') === 'yes' ? <Notice kind="success" title={kind.done} /> : null}
        <ActionForm key={kind.what} action={kind.action} authority={page.authority.slug} formKey={newFormKey()} submit={kind.submit}>
          {FIELDS[kind.what](choices)}
          <FormText name="source" label="Source" hint="Where the figure comes from, for example the budget book or an invoice number" />
          {kind.what === 'amount' ? <FormTextArea name="reason" label="What it is for" hint="No names of pupils" rows={2} /> : null}
          {kind.what === 'budget' ? <FormTextArea name="reason" label="Why it changes" optional rows={2} /> : null}
        </ActionForm>
      </Flow>
    </>
  );
}

const FIELDS: Readonly<Record<What, (choices: EntryChoices) => ReactNode>> = {
  amount: ({ enteredLines, months }) => (
    <>
      <FormSelect name="line" label="Line" emptyText="Choose a line" options={enteredLines} />
      <FormSelect name="month" label="Month" emptyText="Choose a month" options={months} />
      <FormRadios name="entryKind" label="Spent or estimated" options={[{ value: 'actual', text: 'Spent in the month' }, { value: 'estimate', text: 'Estimate', hint: 'It counts in the forecast until its month is over' }]} />
      <FormRadios name="direction" label="Direction" options={[{ value: 'spend', text: 'Adds to the spend' }, { value: 'credit', text: 'Takes from the spend', hint: 'A credit, or an earlier entry taken back' }]} />
      <FormMoney name="amount" label="Amount" />
    </>
  ),
  budget: ({ lines, years, thisYear }) => (
    <>
      <FormSelect name="line" label="Line" emptyText="Choose a line" options={lines} />
      <FormSelect name="year" label="Financial year" defaultValue={thisYear} options={years} />
      <FormMoney name="amount" label="Budget" hint="Of the whole year. For income enter what is to come in" />
      <FormText name="profile" label="Months from April" optional hint="Twelve whole numbers that say how the months share in it, for example 1 1 1 1 0 1 1 1 1 1 1 1. Empty for even months" />
    </>
  ),
  price: ({ providers }) => (
    <>
      <FormSelect name="providerId" label="Provider" emptyText="Choose a provider" options={providers} />
      <FormRadios name="priceKind" label="Price of" options={[{ value: 'place', text: 'A place, whoever is in it' }, { value: 'pupil', text: 'A pupil in a place', hint: 'A top-up, or the whole price where no place is bought' }]} />
      <FormRadios name="paidBy" label="Paid by" options={PAYERS} />
      <FormMoney name="amount" label="Price" />
      <FormSelect
        name="basis" label="For" emptyText="Choose what the price is for"
        options={[
          { value: 'year_190', text: 'A year of 190 school days' }, { value: 'year_195', text: 'A year of 195 school days' }, { value: 'year_365', text: 'A year of 365 days' },
          { value: 'week', text: 'A week of five school days' }, { value: 'day', text: 'A school day' },
        ]}
      />
      <FormDate name="firstOn" label="First day" />
    </>
  ),
  places: ({ providers }) => (
    <>
      <FormSelect name="providerId" label="Provider" emptyText="Choose a provider" options={providers} />
      <FormRadios name="boughtBy" label="Bought by" options={PAYERS} />
      <FormRadios name="change" label="Change" options={[{ value: 'more', text: 'Places added' }, { value: 'fewer', text: 'Places given up' }]} />
      <FormText name="places" label="Places" width={3} inputMode="numeric" />
      <FormDate name="firstOn" label="First day" />
    </>
  ),
  reserve: ({ years, thisYear }) => (
    <>
      <FormText name="name" label="Name of the reserve" />
      <FormSelect name="year" label="Financial year" defaultValue={thisYear} options={years} />
      <FormRadios name="reserveEnd" label="Which end of the year" options={[{ value: 'brought_forward', text: 'Brought forward on 1 April' }, { value: 'carried_forward', text: 'Carried forward on 31 March' }]} />
      <FormRadios name="sign" label="In hand or overdrawn" options={[{ value: 'surplus', text: 'In hand' }, { value: 'deficit', text: 'Overdrawn' }]} />
      <FormMoney name="amount" label="Amount" />
    </>
  ),
  target: ({ lines, years, thisYear }) => (
    <>
      <FormSelect name="line" label="Line" emptyText="Choose a line" options={lines} />
      <FormText name="name" label="Name of the target" />
      <FormMoney name="baseline" label="Baseline" hint="The spend of a year before the first step" />
      <FormMoney name="target" label="Target" />
      <FormSelect name="year" label="Year of the first step" defaultValue={thisYear} options={years} />
      <FormSelect name="lastYear" label="Year of the target" emptyText="Choose a year" options={years} />
    </>
  ),
};
