import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned tabular figures. */
  readonly numeric?: boolean;
  /** The cell that names the row. */
  readonly rowHeader?: boolean;
  /** Sorting by link: where it leads, and how the table is sorted by this column now. */
  readonly sort?: { readonly href: string; readonly now: 'ascending' | 'descending' | 'none' };
  /** The header is for assistive technology only (a column of links). */
  readonly headerHidden?: boolean;
  readonly width?: 'narrow' | 'wide';
}

interface DataTableProps<Row> {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** 16px text and tight rows, for many columns. */
  dense?: boolean;
  /** On a phone each row becomes a card. False keeps a table that scrolls sideways. */
  stack?: boolean;
  /** Shown in place of the table when there are no rows. */
  empty?: ReactNode;
  /** Totals: cells by column key. */
  foot?: Readonly<Record<string, ReactNode>>;
  /** Marks rows that need attention. */
  rowTone?: (row: Row) => 'late' | 'due' | 'over' | undefined;
}

const ARROWS = { ascending: 'M1 7 5 1l4 6z', descending: 'M1 1h8L5 7z', none: 'M1 4.5 5 .5l4 4zM1 7.5h8l-4 4z' };

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  return (
    <th
      scope="col"
      role="columnheader"
      className={classNames(column.numeric && 'fp-table__number', sort && 'fp-table__sortable', column.width && `fp-table__${column.width}`)}
      aria-sort={sort ? sort.now : undefined}
    >
      {sort ? (
        <a href={sort.href}>
          {column.header}
          <svg aria-hidden="true" width="10" height="12" viewBox="0 0 10 12">
            <path d={ARROWS[sort.now]} fill="currentColor" />
          </svg>
        </a>
      ) : (
        <span className={column.headerHidden ? 'fp-hidden' : undefined}>{column.header}</span>
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.numeric ? 'fp-table__number' : undefined;
  const content = <div className="fp-table__value">{column.cell(row)}</div>;
  if (column.rowHeader) {
    return (
      <th scope="row" role="rowheader" className={className}>
        {content}
      </th>
    );
  }
  return (
    <td role="cell" className={className} data-label={column.headerHidden ? undefined : column.header}>
      {content}
    </td>
  );
}

/** Every table of the product. The roles are explicit because cards on a phone lose the native ones. */
export function DataTable<Row>({ caption, captionHidden = false, columns, rows, rowKey, dense = false, stack = true, empty, foot, rowTone }: DataTableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const table = (
    <table role="table" className={classNames('fp-table', dense && 'fp-table--dense', stack && 'fp-table--stack')}>
      <caption className={captionHidden ? 'fp-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => {
          const tone = rowTone?.(row);
          return (
            <tr key={rowKey(row)} role="row" className={tone ? `fp-table__row--${tone}` : undefined}>
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          );
        })}
      </tbody>
      {foot ? (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <td key={column.key} role="cell" className={column.numeric ? 'fp-table__number' : undefined} data-label={column.rowHeader ? undefined : column.header}>
                <div className="fp-table__value">{foot[column.key]}</div>
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
  if (stack) return table;
  return (
    <div className="fp-table-scroll" tabIndex={0} role="region" aria-label={typeof caption === 'string' ? caption : 'Table'}>
      {table}
    </div>
  );
}
