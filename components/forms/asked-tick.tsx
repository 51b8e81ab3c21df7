'use client';

import { useFormState } from './action-form';
import { FormCheckboxes } from './bound-fields';

interface AskedTickProps {
  /** The field at which the command asks: its tick sends the very question back. */
  name: string;
  label: string;
  /** The answer: "Yes, I have checked: the date is right". */
  yes: string;
}

/** A question that the command asks only when the answers call for one; ticking it answers that question and no other. */
export function AskedTick({ name, label, yes }: AskedTickProps) {
  const question = useQuestion(name);
  const isOpen = useFormState().problems.some((problem) => problem.field === name);
  if (question === undefined) return null;
  return <FormCheckboxes name={name} label={label} hint={isOpen ? undefined : question} options={[{ value: question, text: yes }]} />;
}

/** The question that is open or answered at a field; undefined while none was asked. */
export function useQuestion(name: string): string | undefined {
  const { problems, values } = useFormState();
  return problems.find((problem) => problem.field === name)?.message ?? (values[name]?.[0] || undefined);
}
