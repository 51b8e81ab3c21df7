import { FieldsetFrame, type FieldProps } from './field-frame';

/** What was typed, kept as text so that a wrong date comes back as it was. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

interface DateFieldProps extends FieldProps {
  defaultValue?: DateParts;
  /** The parts that are wrong; all three when an error names none. */
  wrongParts?: readonly (keyof DateParts)[];
  /** For a person's own birth date only. */
  birthDate?: boolean;
}

const PARTS = [
  { part: 'day', text: 'Day', width: 2, autoComplete: 'bday-day' },
  { part: 'month', text: 'Month', width: 2, autoComplete: 'bday-month' },
  { part: 'year', text: 'Year', width: 4, autoComplete: 'bday-year' },
] as const;

/** Parts for a date field from an ISO date, or empty. */
export function datePartsOf(date: string | null | undefined): DateParts {
  if (!date) return { day: '', month: '', year: '' };
  return { day: String(+date.slice(8, 10)), month: String(+date.slice(5, 7)), year: date.slice(0, 4) };
}

/** Three inputs, `name-day`, `name-month` and `name-year`; the first has the id `name`. */
export function DateField({ defaultValue, wrongParts, birthDate = false, hint = 'For example, 27 3 2026', ...field }: DateFieldProps) {
  const wrong = field.error ? (wrongParts ?? ['day', 'month', 'year']) : [];
  return (
    <FieldsetFrame {...field} hint={hint} role="group">
      <div className="fp-date">
        {PARTS.map(({ part, text, width, autoComplete }) => {
          const id = part === 'day' ? field.name : `${field.name}-${part}`;
          return (
            <div key={part} className="fp-date__part">
              <label htmlFor={id}>{text}</label>
              <input
                className={`fp-input fp-width--${width}`}
                id={id}
                name={`${field.name}-${part}`}
                type="text"
                inputMode="numeric"
                defaultValue={defaultValue?.[part]}
                autoComplete={birthDate ? autoComplete : 'off'}
                aria-invalid={wrong.includes(part) ? true : undefined}
                aria-describedby={wrong.includes(part) ? `${field.name}-error` : undefined}
              />
            </div>
          );
        })}
      </div>
    </FieldsetFrame>
  );
}
