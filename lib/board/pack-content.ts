import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { boardMonth, boardRows } from './measure-rows';
import { isOpen } from './rules/item-problems';
import { partsInWords } from './rules/part-words';
import { loadItems } from './store';
import type { PackContent } from './types';

/** What the Board may read at this moment, to be frozen for a meeting: figures as at the last close that is frozen. */
export async function boardContent(
  tx: ReadTx, meeting: { readonly title: string; readonly meetsOn: CalendarDate; readonly number: number; readonly note: string },
): Promise<PackContent> {
  const council = await tx.row(z.object({ council_name: textColumn }), sql`SELECT council_name FROM authority WHERE id = ${tx.authorityId}`);
  const items = await loadItems(tx);
  const month = await boardMonth(tx, null);
  return {
    ...meeting, council: council?.council_name ?? '', frozenOn: tx.today,
    rows: (month ? await boardRows(tx, month) : []).map((row) => ({ row, parts: partsInWords(row) })),
    needed: items.filter((item) => item.state === 'needed'),
    taken: items.filter((item) => item.state === 'taken' && item.settledOn === meeting.meetsOn),
    risks: items.filter((item) => item.kind === 'risk' && isOpen(item.state)),
  };
}
