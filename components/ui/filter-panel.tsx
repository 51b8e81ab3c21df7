import type { ReactNode } from 'react';
import { Button } from './button';

export interface ChosenFilter {
  /** Which filter: "School". */
  readonly label: string;
  readonly value: string;
  /** The same list without this filter. */
  readonly removeHref: string;
}

interface FilterPanelProps {
  /** Where the list lives; the form is a GET, so every view has an address. */
  action: string;
  legend?: string;
  children: ReactNode;
  chosen?: readonly ChosenFilter[];
  clearHref?: string;
  /** What the address must keep, such as the sort order. */
  keep?: Readonly<Record<string, string>>;
  submit?: string;
  /** Stands open on a phone too, for a field with a problem. */
  open?: boolean;
}

/** Filters of a list, kept in the address. On a phone it stands above the list, folded; a wide window always shows it. */
export function FilterPanel({ action, legend = 'Filter', children, chosen = [], clearHref, keep = {}, submit = 'Apply filters', open = false }: FilterPanelProps) {
  return (
    <form className="fp-filter" action={action} method="get" role="search" aria-label={legend}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {chosen.length > 0 ? (
        <div className="fp-filter__chosen">
          <h2 className="fp-filter__heading">Chosen filters</h2>
          <ul>
            {chosen.map((filter) => (
              <li key={`${filter.label} ${filter.value}`}>
                <a href={filter.removeHref}>
                  <svg aria-hidden="true" width="10" height="10" viewBox="0 0 10 10">
                    <path d="m1 1 8 8M9 1 1 9" stroke="currentColor" strokeWidth="2" />
                  </svg>
                  <span className="fp-hidden">Remove filter </span>
                  {filter.label}: {filter.value}
                </a>
              </li>
            ))}
          </ul>
          {clearHref ? <a href={clearHref}>Clear all filters</a> : null}
        </div>
      ) : null}
      <details className="fp-filter__fold" open={open}>
        <summary className="fp-filter__heading">{legend}</summary>
        <div className="fp-filter__fields">
          {children}
          <Button kind="secondary">{submit}</Button>
        </div>
      </details>
    </form>
  );
}
