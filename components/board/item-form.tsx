import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormRadios, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import type { BoardItem } from '@/lib/board/types';

interface ItemFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  cancelHref: string;
  /** Null for a new one. */
  item: BoardItem | null;
}

const STATES = {
  decision: [{ value: 'needed', text: 'Needed' }, { value: 'taken', text: 'Taken' }, { value: 'withdrawn', text: 'Withdrawn' }],
  risk: [{ value: 'open', text: 'Open' }, { value: 'closed', text: 'Closed' }],
} as const;

/** A decision or risk for the Board. What kind it is stays as it was entered. */
export function ItemForm({ action, authority, formKey, cancelHref, item }: ItemFormProps) {
  return (
    <ActionForm
      action={action} authority={authority} formKey={formKey} hidden={{ itemId: item?.itemId ?? '', version: item?.version ?? 0, ...(item ? { itemKind: item.kind } : {}) }}
      submit={item ? 'Save how it stands' : 'Enter it'} beside={<a href={cancelHref}>Cancel</a>}
    >
      {item ? null : <FormRadios name="itemKind" label="Decision or risk" options={[{ value: 'decision', text: 'Decision' }, { value: 'risk', text: 'Risk' }]} inline />}
      <FormText name="title" label="In one line" hint="No pupil's name or initials: the Board sees no single pupil" defaultValue={item?.title} />
      <FormTextArea name="words" label="What the Board must know" hint="For a risk, also what is done about it" rows={4} defaultValue={item?.words} />
      <FormText name="owner" label="Owner" hint="A role, or a person" defaultValue={item?.owner} />
      <FormDate name="dueOn" label="Date due" defaultValue={datePartsOf(item?.dueOn)} />
      <FormRadios name="itemState" label="How it stands" options={item ? [...STATES[item.kind]] : [...STATES.decision, ...STATES.risk]} defaultValue={item?.state} inline />
      <FormDate name="settledOn" label="Date settled" hint="When it was taken, withdrawn or closed; else empty" optional defaultValue={datePartsOf(item?.settledOn)} />
      <FormTextArea name="outcome" label="How it was settled" rows={2} optional defaultValue={item?.outcome} />
    </ActionForm>
  );
}
