export interface FormError {
  /** Name of the field, which is also its id; none for an error of the whole form. */
  readonly field?: string;
  readonly message: string;
}

/** Stands first in the page after a refused form; the form component moves focus to it. */
export function ErrorSummary({ errors, id = 'error-summary' }: { errors: readonly FormError[]; id?: string }) {
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
    </div>
  );
}
