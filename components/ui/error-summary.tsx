export interface FormError {
  /** Name of the field, which is also its id; none for an error of the whole form. */
  readonly field?: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  errors: readonly FormError[];
  /** Days and records in the way, or what can be had instead: lines people can act on. */
  details?: readonly string[];
  id?: string;
}

/** Stands first in the page after a refused form; the form component moves focus to it. */
export function ErrorSummary({ errors, details = [], id = 'error-summary' }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="fp-error-summary" id={id} role="alert" tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 className="fp-error-summary__title" id={`${id}-title`}>
        There is a problem
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field ?? ''} ${error.message}`}>
            {error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}
          </li>
        ))}
      </ul>
      {details.length > 0 ? (
        <ul className="fp-error-summary__details">
          {details.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
