import type { ReactNode } from 'react';

interface ChartFigureProps {
  /** An active title that says what the chart shows: "South used every place from January". */
  title: string;
  /** The finding in a sentence or two, with day and source. */
  summary: ReactNode;
  /** The chart itself, one of this folder. */
  chart: ReactNode;
  /** A DataTable with the same figures: the accessible version. */
  table: ReactNode;
  /** Fold a long table away; it prints open. */
  foldTable?: boolean;
  download?: { readonly href: string; readonly text: string };
}

/** Every chart: title, summary, picture, table with the same figures. */
export function ChartFigure({ title, summary, chart, table, foldTable = false, download }: ChartFigureProps) {
  return (
    <figure className="fp-chart">
      <figcaption>
        <h3 className="fp-chart__title">{title}</h3>
        <div className="fp-chart__summary">{summary}</div>
      </figcaption>
      {chart}
      {foldTable ? (
        <details className="fp-details">
          <summary className="fp-details__summary">
            <span>
              Figures as a table<span className="fp-hidden">: {title}</span>
            </span>
          </summary>
          <div className="fp-details__body">{table}</div>
        </details>
      ) : (
        <div className="fp-chart__table">{table}</div>
      )}
      {download ? (
        <p className="fp-chart__download">
          <a href={download.href}>{download.text}</a>
        </p>
      ) : null}
    </figure>
  );
}
