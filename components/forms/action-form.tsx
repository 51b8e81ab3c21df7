'use client';

import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from 'react';
import { FRESH_FORM, type FormState } from '@/lib/core/form-state';
import { Button, type ButtonKind } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { ErrorSummary } from '@/components/ui/error-summary';

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
  fold?: { readonly summary: string; readonly open?: boolean };
  children?: ReactNode;
}

/** A form that is whole without JavaScript: it posts, and comes back with its problems and everything that was typed. */
export function ActionForm({ action, authority, formKey, hidden = {}, submit, submitKind, beside, fold, children }: ActionFormProps) {
  const [state, dispatch, pending] = useActionState(action, FRESH_FORM);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.problems.length === 0) return;
    top.current?.querySelector<HTMLElement>('[role=alert]')?.focus();
    if (!document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`;
  }, [state]);
  const form = (
    <FormContext.Provider value={state}>
      <div ref={top}>
        <ErrorSummary errors={state.problems.map((one) => ({ field: one.field ?? undefined, message: one.message }))} />
        {state.details.length > 0 ? (
          <ul className="fp-form-details">
            {state.details.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <form action={dispatch} noValidate>
        <input type="hidden" name="authority" value={authority} />
        <input type="hidden" name="form-key" value={formKey} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div className="fp-actions">
          <Button kind={submitKind} aria-disabled={pending || undefined}>
            {submit}
          </Button>
          {beside}
        </div>
      </form>
    </FormContext.Provider>
  );
  return fold ? <Details summary={fold.summary} open={fold.open === true || state.problems.length > 0}>{form}</Details> : form;
}
