'use client';

import type { ComponentProps } from 'react';
import type { FormState } from '@/lib/core/form-state';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { DateField } from '@/components/ui/date-field';
import { MoneyField } from '@/components/ui/money-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import { TimeField } from '@/components/ui/time-field';
import { useFormState } from './action-form';

/** The shared fields, bound to the enclosing form: each shows its own problem and keeps what was typed. */
function problemOf(state: FormState, name: string): string | undefined {
  const own = state.problems.filter((problem) => problem.field === name);
  return own.length === 0 ? undefined : own.map((problem) => problem.message).join('. ');
}

function typedIn(state: FormState, name: string, before: string | undefined): string | undefined {
  return state.problems.length > 0 ? (state.values[name]?.[0] ?? '') : before;
}

export function FormText({ defaultValue, ...field }: ComponentProps<typeof TextField>) {
  const state = useFormState();
  return <TextField {...field} error={problemOf(state, field.name)} defaultValue={typedIn(state, field.name, defaultValue)} />;
}

export function FormTextArea({ defaultValue, ...field }: ComponentProps<typeof TextAreaField>) {
  const state = useFormState();
  return <TextAreaField {...field} error={problemOf(state, field.name)} defaultValue={typedIn(state, field.name, defaultValue)} />;
}

export function FormTime({ defaultValue, ...field }: ComponentProps<typeof TimeField>) {
  const state = useFormState();
  return <TimeField {...field} error={problemOf(state, field.name)} defaultValue={typedIn(state, field.name, defaultValue)} />;
}

export function FormMoney({ defaultValue, ...field }: ComponentProps<typeof MoneyField>) {
  const state = useFormState();
  return <MoneyField {...field} error={problemOf(state, field.name)} defaultValue={typedIn(state, field.name, defaultValue)} />;
}

export function FormSelect({ defaultValue, ...field }: ComponentProps<typeof SelectField>) {
  const state = useFormState();
  return <SelectField {...field} error={problemOf(state, field.name)} defaultValue={typedIn(state, field.name, defaultValue)} />;
}

export function FormRadios({ defaultValue, ...field }: ComponentProps<typeof RadioGroup>) {
  const state = useFormState();
  const chosen = typedIn(state, field.name, defaultValue);
  return <RadioGroup key={chosen} {...field} error={problemOf(state, field.name)} defaultValue={chosen} />;
}

export function FormCheckboxes({ defaultValue, ...field }: ComponentProps<typeof CheckboxGroup>) {
  const state = useFormState();
  const chosen = state.problems.length > 0 ? (state.values[field.name] ?? []) : (defaultValue ?? []);
  return <CheckboxGroup key={chosen.join()} {...field} error={problemOf(state, field.name)} defaultValue={chosen} />;
}

export function FormDate({ defaultValue, ...field }: ComponentProps<typeof DateField>) {
  const state = useFormState();
  const part = (name: 'day' | 'month' | 'year') => typedIn(state, `${field.name}-${name}`, defaultValue?.[name]) ?? '';
  return <DateField {...field} error={problemOf(state, field.name)} defaultValue={{ day: part('day'), month: part('month'), year: part('year') }} />;
}
