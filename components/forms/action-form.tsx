'use client';

import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from 'react';
import { FRESH_FORM, type FormState } from '@/lib/core/form-state';
import { DraftOffer } from '@/components/session/draft-offer';
import { useDraft } from '@/components/session/use-draft';
import { Button, type ButtonKind } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { ErrorSummary } from '@/components/ui/error-summary';
import { useErrorTitle } from './use-error-title';
import { useGoOn } from './use-go-on';

export type FormActionFunction = (state: FormState, data: FormData) => Promise<FormState>;

const FormContext = createContext<FormState>(FRESH_FORM);

/** What the enclosing form came back with; empty before it was sent. */
export function useFormState(): FormState {
  return useContext(FormContext);
}

interface ActionFormProps {
  action: FormActionFunction;
  /** Slug of the authority of the address. */
  authority: string;
  /** A fresh key from the server: the form acts once however often it is sent. */
  formKey: string;
  /** Ids and versions that the command checks. */
  hidden?: Readonly<Record<string, string | number>>;
  submit: string;
  submitKind?: ButtonKind;
  /** Beside the button: a Cancel link. */
  beside?: ReactNode;
  /** Folds the form away under a line; it stands open when asked to, and whenever it comes back with a problem. */
  fold?: { readonly summary: string; readonly open?: boolean; readonly id?: string };
  /** What the form does cannot be done any more: only the answer to one sent before is shown. */
  isClosed?: boolean;
  children?: ReactNode;
}

/** Tells the forms of a page apart: what they do, and to which records. */
function nameOf(submit: string, hidden: Readonly<Record<string, string | number>>): string {
  return [submit, ...Object.entries(hidden).filter(([name]) => name.endsWith('Id')).map(([, id]) => id)].join(' ');
}

/** A form that is whole without JavaScript: it posts, and comes back with its problems and everything that was typed. */
export function ActionForm({ action, authority, formKey, hidden = {}, submit, submitKind, beside, fold, isClosed = false, children }: ActionFormProps) {
  const [state, dispatch, pending] = useActionState(action, FRESH_FORM);
  const top = useRef<HTMLDivElement>(null);
  const own = useRef<HTMLFormElement>(null);
  const isLeaving = useGoOn(state, formKey);
  const draft = useDraft(own, nameOf(submit, hidden), formKey, state);
  useEffect(() => {
    if (state.problems.length > 0) top.current?.querySelector<HTMLElement>('[role=alert]')?.focus();
  }, [state]);
  useErrorTitle(state.problems.length > 0);
  const answer = (
    <div ref={top}>
      <ErrorSummary errors={state.problems.map((one) => ({ field: one.field ?? undefined, message: one.message }))} details={state.details} />
    </div>
  );
  if (isClosed) return answer;
  const form = (
    <FormContext.Provider value={state}>
      {answer}
      {draft.isOffered ? <DraftOffer onPutBack={draft.putBack} onDiscard={draft.discard} /> : null}
      <form ref={own} action={dispatch} onInput={draft.keep} onSubmit={draft.markSent} noValidate>
        <input type="hidden" name="authority" value={authority} />
        <input type="hidden" name="form-key" value={formKey} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div className="fp-actions">
          <Button kind={submitKind} aria-disabled={pending || isLeaving || undefined}>
            {submit}
          </Button>
          {beside}
        </div>
      </form>
    </FormContext.Provider>
  );
  return fold ? <Details summary={fold.summary} id={fold.id} open={fold.open === true || state.problems.length > 0 || draft.isOffered}>{form}</Details> : form;
}
