import { DataTable } from '@/components/ui/data-table';
import { Prose } from '@/components/ui/prose';

interface CellShown {
  readonly printed: string;
  readonly recomputed: number | null;
  readonly difference: number | null;
}

export interface PublishedTableShown {
  readonly slug: string;
  readonly title: string;
  readonly paper: string;
  readonly place: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly CellShown[] }[];
  readonly hasRecords: boolean;
  /** True when sums or averages of its own are recomputed. */
  readonly isChecked: boolean;
  readonly flaws: readonly { readonly where: string; readonly words: string }[];
  readonly notes: readonly { readonly place: string; readonly note: string }[];
}

interface PublishedTableProps {
  table: PublishedTableShown;
  /** Where a recomputed count opens to its records; row and column from 1. */
  recordsHref: (row: number, column: number) => string;
}

/** Thousands get commas; anything else stays exactly as printed. */
function printed(text: string): string {
  return /^\d{4,}$/.test(text) ? Number(text).toLocaleString('en-GB') : text;
}

/** `3 over` the records, `3 under` them, or `none`. */
function differenceWords(difference: number): string {
  if (difference === 0) return 'none';
  return difference > 0 ? `printed ${difference} over` : `printed ${-difference} under`;
}

function Cell({ cell, href }: { cell: CellShown; href: string }) {
  const figure = cell.printed === '' ? 'empty' : printed(cell.printed);
  if (cell.recomputed === null || cell.difference === null) return <>{figure}</>;
  const words = cell.difference === 0 ? <>records {cell.recomputed}</> : <strong>records {cell.recomputed}, {differenceWords(cell.difference)}</strong>;
  return (
    <>
      {figure}
      <br />
      <a href={href}>{words}</a>
    </>
  );
}

/** A printed table: each figure as printed, below it the figure from the records and any difference, then the notes. */
export function PublishedTable({ table, recordsHref }: PublishedTableProps) {
  return (
    <>
      <h2 id={table.slug}>{table.title}</h2>
      <p>
        {table.paper}, {table.place}.{' '}
        {table.hasRecords
          ? 'Under each printed count stands the count of the exclusions recorded, one row each; it opens to them.'
          : 'No records lie behind this table.'}
      </p>
      <DataTable
        caption={table.title}
        captionHidden
        dense
        stack={false}
        rows={table.rows.map((row, index) => ({ ...row, number: index + 1 }))}
        rowKey={(row) => row.label}
        rowTone={(row) => (row.cells.some((cell) => cell.difference !== null && cell.difference !== 0) ? 'due' : undefined)}
        columns={[
          { key: 'label', header: 'Printed row', rowHeader: true, cell: (row) => row.label },
          ...table.columns.map((header, index) => ({
            key: `${index}`, header, numeric: true,
            cell: (row: { readonly number: number; readonly cells: readonly CellShown[] }) => {
              const cell = row.cells[index];
              return cell ? <Cell cell={cell} href={recordsHref(row.number, index + 1)} /> : null;
            },
          })),
        ]}
      />
      {table.flaws.length + table.notes.length > 0 ? (
        <>
          <h3>What differs</h3>
          <Prose>
            <ul>
              {table.flaws.map((flaw) => (
                <li key={flaw.where}>{flaw.words}.</li>
              ))}
              {table.notes.map((note) => (
                <li key={note.note}>{note.note}.</li>
              ))}
            </ul>
          </Prose>
        </>
      ) : table.isChecked ? (
        <p>Its sums and averages agree with what is printed.</p>
      ) : (
        <p>What the text says of it is checked under the tables.</p>
      )}
    </>
  );
}
