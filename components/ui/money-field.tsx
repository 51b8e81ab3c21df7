import { TextField } from './text-field';
import type { FieldProps } from './field-frame';

/** Pounds typed as text ("18,000", "457.20"); the input schema parses it, no number box rounds it. */
export function MoneyField({ defaultValue, label, ...field }: FieldProps & { defaultValue?: string }) {
  const named = /£|pound/i.test(label) ? label : `${label}, in pounds`;
  return <TextField {...field} label={named} defaultValue={defaultValue} width={10} inputMode="decimal" autoComplete="off" spellCheck={false} prefix="£" />;
}
