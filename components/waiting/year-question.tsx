'use client';

import { AskedTick, useQuestion } from '@/components/forms/asked-tick';
import { FormText } from '@/components/forms/bound-fields';

/** Asked only when the year group is not the usual one of the birth date: a tick and the reason. */
export function YearQuestion({ note }: { note?: string }) {
  const isAsked = useQuestion('yearChecked') !== undefined;
  if (!isAsked) return null;
  return (
    <>
      <AskedTick name="yearChecked" label="Is the year group right?" yes="Yes, the pupil is taught out of the usual year" />
      <FormText name="yearNote" label="Why the pupil is not in the usual year" defaultValue={note} width="full" autoComplete="off" />
    </>
  );
}
