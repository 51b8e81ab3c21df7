'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { FormState } from '@/lib/core/form-state';

/**
 * After an act that was done, opens the page it leads to; after one that found the page outdated, shows the page anew
 * around what was typed.
 * @param formKey new each time the server shows the form
 * @returns whether the page is being left
 */
export function useGoOn(state: FormState, formKey: string): boolean {
  const router = useRouter();
  const [answered, setAnswered] = useState({ state, formKey });
  if (answered.state !== state) setAnswered({ state, formKey });
  useEffect(() => {
    if (state.leadsTo !== undefined) router.push(state.leadsTo);
    else if (state.isOutdated === true) router.refresh();
  }, [state, router]);
  return state.leadsTo !== undefined && answered.formKey === formKey;
}
