import { TextField } from './text-field';
import type { FieldProps } from './field-frame';

/** A time of day as text; the input schema takes "9:05", "09.05" and "2pm". */
export function TimeField({ hint = 'For example, 10:00 or 2:15pm', defaultValue, ...field }: FieldProps & { defaultValue?: string }) {
  return <TextField {...field} hint={hint} defaultValue={defaultValue} width={5} autoComplete="off" spellCheck={false} />;
}
