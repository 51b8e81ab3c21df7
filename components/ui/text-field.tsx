import type { HTMLInputAutoCompleteAttribute } from 'react';
import { describedBy, FieldFrame, type FieldProps, type FieldWidth } from './field-frame';

interface TextFieldProps extends FieldProps {
  defaultValue?: string;
  width?: FieldWidth;
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'url';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  spellCheck?: boolean;
  maxLength?: number;
  /** A unit before or after the box: "km", "hours a week". */
  prefix?: string;
  suffix?: string;
}

/** One line of text. Pasting is always allowed. */
export function TextField({ defaultValue, width = 20, type = 'text', inputMode, autoComplete, spellCheck, maxLength, prefix, suffix, ...field }: TextFieldProps) {
  return (
    <FieldFrame {...field}>
      <div className="fp-input-row">
        {prefix ? (
          <span className="fp-input-row__unit" aria-hidden="true">
            {prefix}
          </span>
        ) : null}
        <input
          className={`fp-input fp-width--${width}`}
          id={field.name}
          name={field.name}
          type={type}
          inputMode={inputMode}
          autoComplete={autoComplete}
          spellCheck={spellCheck}
          maxLength={maxLength}
          defaultValue={defaultValue}
          aria-describedby={describedBy(field.name, field.hint, field.error)}
          aria-invalid={field.error ? true : undefined}
        />
        {suffix ? <span className="fp-input-row__unit fp-input-row__unit--after">{suffix}</span> : null}
      </div>
    </FieldFrame>
  );
}
