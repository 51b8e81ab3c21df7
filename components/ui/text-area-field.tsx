import { describedBy, FieldFrame, type FieldProps } from './field-frame';

interface TextAreaFieldProps extends FieldProps {
  defaultValue?: string;
  rows?: number;
  maxLength?: number;
}

export function TextAreaField({ defaultValue, rows = 4, maxLength, ...field }: TextAreaFieldProps) {
  return (
    <FieldFrame {...field}>
      <textarea
        className="fp-input fp-textarea"
        id={field.name}
        name={field.name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={defaultValue}
        aria-describedby={describedBy(field.name, field.hint, field.error)}
        aria-invalid={field.error ? true : undefined}
      />
    </FieldFrame>
  );
}
