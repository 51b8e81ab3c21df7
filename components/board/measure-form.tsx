import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormRadios, FormSelect, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import type { SelectOption } from '@/components/ui/select-field';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Measure } from '@/lib/board/types';

interface MeasureFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  cancelHref: string;
  today: CalendarDate;
  calculations: readonly SelectOption[];
  /** Null for a new measure. */
  measure: Measure | null;
}

const DIRECTIONS = [{ value: 'lower', text: 'Lower is better' }, { value: 'higher', text: 'Higher is better' }];

/** A measure of the Governance Board: its words, its calculation, and what it is held against. */
export function MeasureForm({ action, authority, formKey, cancelHref, today, calculations, measure }: MeasureFormProps) {
  const number = (held: Measure['target'] | undefined): string => (held ? String(held.value) : '');
  return (
    <ActionForm
      action={action} authority={authority} formKey={formKey} hidden={{ measureId: measure?.measureId ?? '', version: measure?.version ?? 0 }}
      submit={measure ? 'Save a new version' : 'Add the measure'} beside={<a href={cancelHref}>Cancel</a>}
    >
      <FormText name="name" label="Name" defaultValue={measure?.name} />
      <FormTextArea name="definition" label="Definition" hint="What the Board judges by it, in a sentence" rows={2} defaultValue={measure?.definition} />
      <FormSelect name="calculation" label="Calculation" hint="Where the figure comes from" emptyText="Choose a calculation" options={calculations} defaultValue={measure?.calculation} />
      <FormTextArea name="numerator" label="What is counted" rows={2} defaultValue={measure?.numerator} />
      <FormTextArea name="denominator" label="Out of" rows={2} defaultValue={measure?.denominator} />
      <FormRadios name="direction" label="Better is" options={DIRECTIONS} defaultValue={measure?.direction} inline />
      <FormText name="baseline" label="Baseline" hint="A number in the calculation's unit, or empty" width={10} autoComplete="off" optional defaultValue={number(measure?.baseline)} />
      <FormDate name="baselineOn" label="Date of the baseline" optional defaultValue={datePartsOf(measure?.baseline?.on)} />
      <FormText name="baselineSource" label="Where the baseline is from, or why there is none" defaultValue={measure?.baselineSource} />
      <FormText name="target" label="Target" hint="A number in the calculation's unit, or empty" width={10} autoComplete="off" optional defaultValue={number(measure?.target)} />
      <FormDate name="targetOn" label="Date of the target" optional defaultValue={datePartsOf(measure?.target?.on)} />
      <FormText name="owner" label="Owner" hint="A role, or a person" defaultValue={measure?.owner} />
      <FormText name="displayOrder" label="Place in the list" width={3} inputMode="numeric" defaultValue={measure ? String(measure.order) : ''} />
      <FormDate name="shownFrom" label="First day shown" defaultValue={datePartsOf(measure?.shownFrom ?? today)} />
      <FormDate name="shownTo" label="Last day shown" optional defaultValue={datePartsOf(measure?.shownTo)} />
      <FormTextArea name="reason" label="Reason" hint="Who decided it, and where it is written" rows={2} />
    </ActionForm>
  );
}
