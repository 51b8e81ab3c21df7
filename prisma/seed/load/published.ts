/** Figures as the councils printed them, and the notes entered by hand. Flaws of arithmetic are recomputed, never entered. */
import type { PrintedTable } from '@/lib/publishing/rules/arithmetic-flaws';
import { PRINTED_WORDS } from '../demonstration/printed-tables';
import { cell, dataRows } from '../demonstration/read-data';
import { ASSUMPTION_NOTES } from './assumption-notes';
import type { AuthorityLoad } from './authority-load';
import type { Row } from './rows';

/** The table that a note of wording is about, where it is about one. */
const TABLE_OF_NOTE: Readonly<Record<string, string>> = {
  'pru-cost-963-6158': 'lancashire-pru-commissioned-places', 'two-districts-one-row': 'lancashire-permanent-exclusions-2017-18',
  'two-series': 'rotherham-permanent-exclusions',
};

/** Tables are named after their council. */
function isOf(load: AuthorityLoad, table: Pick<PrintedTable, 'id'>): boolean {
  return table.id.startsWith(`${load.authority.slug}-`);
}

function columnLabel({ key, label, unit }: PrintedTable['columns'][number]): string {
  if (unit !== 'pounds') return label;
  return key.includes('million') ? `${label} (£ million)` : `${label} (£)`;
}

export async function loadPublished(load: AuthorityLoad): Promise<void> {
  const tables = load.facts.printedTables.filter((each) => isOf(load, each));
  await load.insert('published_table', tables.map((table, index) => ({
    id: load.id('published_table', table.id), slug: table.id, title: table.title, paper: table.paper, place_in_paper: table.place, display_order: index + 1,
  })));
  await load.insert('published_figure', tables.flatMap((table) => figures(load, table)));
  await load.insert('published_note', [...wording(load, tables), ...assumptions(load)].map((note, index) => ({ ...note, display_order: index + 1 })));
}

/** Each cell as typed from the paper, an empty one included. */
function figures(load: AuthorityLoad, table: PrintedTable): Row[] {
  const raw = dataRows(`published/${table.id}.csv`);
  return table.rows.flatMap((row, rowIndex) => table.columns.map((column, columnIndex) => {
    const typed = raw[rowIndex];
    if (!typed) throw new RangeError(`The file of ${table.id} has no row ${rowIndex + 1}`);
    const words = PRINTED_WORDS.find((each) => each.table === table.id && each.row === row.label && each.column === column.key);
    return {
      id: load.id('published_figure', table.id, rowIndex, columnIndex), table_id: load.id('published_table', table.id), row_order: rowIndex + 1,
      column_order: columnIndex + 1, row_label: row.label, column_label: columnLabel(column), printed: words?.printed ?? cell(typed, column.key),
      read_as: words ? cell(typed, column.key) : null,
    };
  }));
}

function wording(load: AuthorityLoad, tables: readonly PrintedTable[]): Row[] {
  const papers = new Set(tables.map((each) => each.paper));
  return load.facts.enteredNotes.filter((each) => papers.has(each.paper)).map((note) => {
    const table = TABLE_OF_NOTE[note.id];
    return {
      id: load.id('published_note', note.id), table_id: table === undefined ? null : load.id('published_table', table), paper: note.paper,
      place_in_paper: note.place, note: `Printed: ${note.printed}. ${note.note}`, kind: 'wording',
    };
  });
}

function assumptions(load: AuthorityLoad): Row[] {
  return ASSUMPTION_NOTES.filter((each) => each.authority === load.authority.slug).map((note) => ({
    id: load.id('published_note', note.id), table_id: null, paper: note.paper, place_in_paper: note.place, note: note.note, kind: 'assumption',
  }));
}
