'use client';

import { useFormState } from '@/components/forms/action-form';
import { FormRadios } from '@/components/forms/bound-fields';

/** Asked only once the server has found a pupil of this name and birth date, or with this UPN, on record. */
export function KnownPupilChoice() {
  const { problems, values } = useFormState();
  const isAsked = problems.some((problem) => problem.field === 'samePupil') || Boolean(values.samePupil?.[0]);
  if (!isAsked) return null;
  return (
    <FormRadios
      name="samePupil"
      label="Is this the pupil on record?"
      options={[
        { value: 'yes', text: 'Yes, the same pupil', hint: 'What you typed is added to the record' },
        { value: 'no', text: 'No, another pupil of the same name' },
      ]}
    />
  );
}
