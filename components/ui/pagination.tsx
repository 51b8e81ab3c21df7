export interface PaginationProps {
  /** 1 for the first page. */
  page: number;
  pages: number;
  /** Address of each page, first page first; `pages` entries. */
  hrefs: readonly string[];
  label?: string;
}

/** The pages to show: first, last, and those beside the current one; null stands for a gap. */
export function pagesToShow(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const shown: (number | null)[] = [];
  let last = 0;
  for (const n of [...new Set(wanted)].sort((a, b) => a - b)) {
    if (n - last === 2) shown.push(n - 1);
    else if (n - last > 2) shown.push(null);
    shown.push(n);
    last = n;
  }
  return shown;
}

/** Nothing is shown when there is one page. */
export function Pagination({ page, pages, hrefs, label = 'Pages of results' }: PaginationProps) {
  if (pages < 2) return null;
  const previous = hrefs[page - 2];
  const next = hrefs[page];
  return (
    <nav className="fp-pagination" aria-label={label}>
      {previous ? (
        <a href={previous} rel="prev">
          Previous<span className="fp-hidden"> page</span>
        </a>
      ) : null}
      <ol>
        {pagesToShow(page, pages).map((n, index) => (
          <li key={n ?? `gap-${index}`}>
            {n === null ? (
              <span className="fp-pagination__gap">...</span>
            ) : (
              <a href={hrefs[n - 1]} aria-label={`Page ${n}`} aria-current={n === page ? 'page' : undefined}>
                {n}
              </a>
            )}
          </li>
        ))}
      </ol>
      {next ? (
        <a href={next} rel="next">
          Next<span className="fp-hidden"> page</span>
        </a>
      ) : null}
    </nav>
  );
}
