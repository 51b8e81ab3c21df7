import { describedBy, FieldFrame, type FieldProps, type FieldWidth } from './field-frame';

export interface SelectOption {
  readonly value: string;
  readonly text: string;
}

interface SelectFieldProps extends FieldProps {
  options: readonly SelectOption[];
  defaultValue?: string;
  /** First row without a value: "Choose a school". */
  emptyText?: string;
  width?: FieldWidth;
}

/** The key makes React keep what was chosen: it resets a select after an action (architecture, Forms). */
export function SelectField({ options, defaultValue = '', emptyText, width, ...field }: SelectFieldProps) {
  return (
    <FieldFrame {...field}>
      <select
        key={defaultValue}
        className={width ? `fp-input fp-select fp-width--${width}` : 'fp-input fp-select'}
        id={field.name}
        name={field.name}
        defaultValue={defaultValue}
        aria-describedby={describedBy(field.name, field.hint, field.error)}
        aria-invalid={field.error ? true : undefined}
      >
        {emptyText === undefined ? null : <option value="">{emptyText}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
