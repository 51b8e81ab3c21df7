'use client';

import { useCallback, useEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import type { FormState } from '@/lib/core/form-state';
import { useDraftOwner } from './draft-owner';
import { draftKey, dropDraft, dropSent, endedDraft, keepDraft, markSent } from './drafts';
import { putBack, valuesOf } from './form-values';

const NEVER_CHANGES = (): (() => void) => () => undefined;

interface FormDraft {
  /** Something typed before the session ended waits to be put back. */
  readonly isOffered: boolean;
  readonly putBack: () => void;
  readonly discard: () => void;
  readonly keep: () => void;
  readonly markSent: () => void;
}

/**
 * The draft of a form.
 * @param name tells the forms of a page apart
 * @param formKey new each time the server shows the form
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, name: string, formKey: string, state: FormState): FormDraft {
  const owner = useDraftOwner();
  const key = owner && draftKey(owner.personId, owner.address, name);
  const [isSettled, setIsSettled] = useState(false);
  const waits = useSyncExternalStore(NEVER_CHANGES, () => key !== null && endedDraft(sessionStorage, key) !== null, () => false);
  const keep = useCallback(() => {
    if (key !== null && form.current) keepDraft(sessionStorage, key, valuesOf(form.current));
  }, [form, key]);
  useEffect(() => {
    if (state.problems.length > 0) keep();
    else if (key !== null) dropSent(sessionStorage, key);
  }, [formKey, state, key, keep]);
  return {
    isOffered: waits && !isSettled,
    putBack: () => {
      const values = key === null ? null : endedDraft(sessionStorage, key);
      if (values && form.current) putBack(form.current, values);
      keep();
      setIsSettled(true);
    },
    discard: () => {
      if (key !== null) dropDraft(sessionStorage, key);
      setIsSettled(true);
    },
    keep: () => {
      if (!waits || isSettled) keep();
    },
    markSent: () => {
      if (key !== null) markSent(sessionStorage, key);
    },
  };
}
