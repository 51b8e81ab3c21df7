import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** What every field takes. The id of its first control is its name, so an error can link to `#name`. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  /** How to mend it; the same words stand in the error summary. */
  error?: string;
  /** "(optional)" is put after the label. */
  optional?: boolean;
  /** Label as large as a heading, for pages that ask one thing. */
  labelSize?: 19 | 24 | 27;
}

export type FieldWidth = 2 | 3 | 4 | 5 | 10 | 20 | 'full';

export function describedBy(name: string, hint: unknown, error: unknown): string | undefined {
  return classNames(Boolean(hint) && `${name}-hint`, Boolean(error) && `${name}-error`) || undefined;
}

function Label({ label, optional }: { label: string; optional?: boolean }) {
  return (
    <>
      {label}
      {optional ? <span className="fp-field__optional"> (optional)</span> : null}
    </>
  );
}

function HintAndError({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  return (
    <>
      {hint ? (
        <div className="fp-field__hint" id={`${name}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <p className="fp-field__error" id={`${name}-error`}>
          <span className="fp-hidden">Error: </span>
          {error}
        </p>
      ) : null}
    </>
  );
}

/** Label, hint and error around one control. */
export function FieldFrame({ children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <div className={classNames('fp-field', field.error && 'fp-field--wrong')}>
      <label className={classNames('fp-field__label', field.labelSize && `fp-field__label--${field.labelSize}`)} htmlFor={field.name}>
        <Label label={field.label} optional={field.optional} />
      </label>
      <HintAndError {...field} />
      {children}
    </div>
  );
}

/** Legend, hint and error around several controls. */
export function FieldsetFrame({ children, role, ...field }: FieldProps & { children: ReactNode; role?: 'radiogroup' | 'group' }) {
  return (
    <div className={classNames('fp-field', field.error && 'fp-field--wrong')}>
      <fieldset role={role} aria-describedby={describedBy(field.name, field.hint, field.error)}>
        <legend className={classNames('fp-field__label', field.labelSize && `fp-field__label--${field.labelSize}`)}>
          <Label label={field.label} optional={field.optional} />
        </legend>
        <HintAndError {...field} />
        {children}
      </fieldset>
    </div>
  );
}
