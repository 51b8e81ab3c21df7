import { DataTable } from '@/components/ui/data-table';
import { Prose } from '@/components/ui/prose';

interface CellShown {
  readonly printed: string;
  readonly readAs: string | null;
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
  readonly statements: { readonly all: number; readonly flawed: number };
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
  const figure = cell.printed === '' ? 'none printed' : cell.readAs === null ? printed(cell.printed) : <>{cell.printed}<br />read as {printed(cell.readAs)}</>;
  if (cell.recomputed === null || cell.difference === null || (cell.printed === '' && cell.recomputed === 0)) return <>{figure}</>;
  const records = cell.recomputed === 0 ? 'no records' : `records ${cell.recomputed}`;
  const words = cell.difference === 0 ? records : <strong>{records}, {differenceWords(cell.difference)}</strong>;
  return (
    <>
      {figure}
      <br />
      <a href={href}>{words}</a>
    </>
  );
}

/** Of a table without sums of its own: whether the text that rests on it agrees with it. */
function Statements({ all, flawed }: PublishedTableShown['statements']) {
  if (all === 0) return <p>It has no sums or averages to recompute.</p>;
  const those = all === 1 ? 'The statement of the paper that rests on it' : `The ${all} statements of the paper that rest on it`;
  if (flawed === 0) return <p>{those} {all === 1 ? 'agrees' : 'agree'} with it.</p>;
  return <p>{those}: {flawed} {flawed === 1 ? 'does' : 'do'} not follow, <a href="#statements">listed under the tables</a>.</p>;
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
      {table.columns.length > 2 ? <p className="fp-sideways">Scroll the table sideways to see every column.</p> : null}
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
        <Statements {...table.statements} />
      )}
    </>
  );
}
