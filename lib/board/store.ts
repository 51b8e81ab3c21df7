import { z } from 'zod';
import { boolColumn, countColumn, dateColumn, instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { isCalculation } from './rules/catalogue';
import type { BoardItem, Measure } from './types';

const measureRow = z.object({
  measure_id: uuidColumn, version: z.number(), name: textColumn, definition: textColumn, numerator: textColumn, denominator: textColumn,
  calculation: z.string().refine(isCalculation), direction: z.enum(['lower', 'higher']), baseline_thousandths: countColumn.nullable(), baseline_on: dateColumn.nullable(),
  baseline_source: textColumn, target_thousandths: countColumn.nullable(), target_on: dateColumn.nullable(), owner: textColumn, display_order: z.number(),
  shown_from: dateColumn, shown_to: dateColumn.nullable(), reason: textColumn, recorded_at: instantColumn, recorded_by_name: textColumn.nullable(),
});

/** A version of a measure with who recorded it; null for what came with the data. */
export interface MeasureVersion extends Measure {
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

const SELECT_MEASURE = sql`SELECT m.*, p.name AS recorded_by_name FROM board_measure m LEFT JOIN person p ON p.authority_id = m.authority_id AND p.id = m.recorded_by`;

/** Every measure as its last version has it, in the order of display. */
export async function loadMeasures(tx: ReadTx): Promise<MeasureVersion[]> {
  return (await tx.rows(measureRow, sql`${SELECT_MEASURE}
    WHERE m.version = (SELECT max(n.version) FROM board_measure n WHERE n.authority_id = m.authority_id AND n.measure_id = m.measure_id)
    ORDER BY m.display_order, m.name`)).map(measureOf);
}

/** Every version of one measure, the last first; empty for an id that is no measure's. */
export async function measureVersions(tx: ReadTx, measureId: string): Promise<MeasureVersion[]> {
  return (await tx.rows(measureRow, sql`${SELECT_MEASURE} WHERE m.measure_id = ${measureId}::uuid ORDER BY m.version DESC`)).map(measureOf);
}

function measureOf(row: z.output<typeof measureRow>): MeasureVersion {
  const held = (thousandths: number | null, on: MeasureVersion['shownTo']): Measure['target'] => (thousandths === null || on === null ? null : { value: thousandths / 1000, on });
  return {
    measureId: row.measure_id, version: row.version, name: row.name, definition: row.definition, numerator: row.numerator, denominator: row.denominator,
    calculation: row.calculation, direction: row.direction, baseline: held(row.baseline_thousandths, row.baseline_on), baselineSource: row.baseline_source,
    target: held(row.target_thousandths, row.target_on), owner: row.owner, order: row.display_order, shownFrom: row.shown_from, shownTo: row.shown_to,
    reason: row.reason, recordedAt: row.recorded_at, recordedBy: row.recorded_by_name,
  };
}

const itemRow = z.object({
  item_id: uuidColumn, version: z.number(), kind: z.enum(['decision', 'risk']), state: z.enum(['needed', 'taken', 'withdrawn', 'open', 'closed']),
  title: textColumn, words: textColumn, owner: textColumn, entered_on: dateColumn, due_on: dateColumn, settled_on: dateColumn.nullable(), outcome: textColumn,
  is_last: boolColumn,
});

const SELECT_ITEM = sql`SELECT i.*, i.version = max(i.version) OVER (PARTITION BY i.item_id) AS is_last FROM board_item i`;

/** Every decision and risk as its last version has it, the one that is due first at the top. */
export async function loadItems(tx: ReadTx): Promise<BoardItem[]> {
  return (await tx.rows(itemRow, sql`${SELECT_ITEM} ORDER BY i.due_on, i.title`)).filter((row) => row.is_last).map(itemOf);
}

/** A decision or risk as it stands; null for an id that is none's. */
export async function itemById(tx: ReadTx, itemId: string): Promise<BoardItem | null> {
  const row = await tx.row(itemRow, sql`${SELECT_ITEM} WHERE i.item_id = ${itemId}::uuid ORDER BY i.version DESC LIMIT 1`);
  return row && itemOf(row);
}

function itemOf(row: z.output<typeof itemRow>): BoardItem {
  return {
    itemId: row.item_id, version: row.version, kind: row.kind, state: row.state, title: row.title, words: row.words, owner: row.owner, enteredOn: row.entered_on,
    dueOn: row.due_on, settledOn: row.settled_on, outcome: row.outcome,
  };
}
