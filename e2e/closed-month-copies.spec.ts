/** Must hold: the page of a published report carries no figure that is left out: not in its cells, its attributes, its scripts or its texts in place of pictures. */
import { expect, test } from '@playwright/test';
import { addressOf } from '@/scripts/run/worlds';
import { cellOf, tableOf } from './support/html-tables';
import { open } from './support/http';
import { withheldAmounts, withheldCells } from './support/withheld-amounts';

const WORLD = 'http';
/** What a cell of a published table may say besides its words: how it is laid out and read aloud, never a figure. */
const ATTRIBUTES = ['class', 'data-label', 'role', 'scope'];

for (const authority of ['rotherham', 'lancashire']) {
  test(`the pages of ${authority}\u2019s published reports keep what is left out to themselves`, async () => {
    const versions = await withheldCells(WORLD, authority);
    expect(versions.length).toBeGreaterThan(1);
    for (const { month, number, cells } of versions) {
      const { status, body } = await open({ address: addressOf(WORLD), path: `/${authority}/reports/forum-spend/${month}/${number}` });
      expect(status).toBe(200);
      expect(cells.length, month).toBeGreaterThan(0);
      for (const [table, row, column] of cells) expect(cellOf(tableOf(body, table), row, column), `${month}: ${table}, ${row}, ${column}`).toBe('[c]');
      const amounts = await withheldAmounts(WORLD, authority, month, number);
      expect(amounts.filter((amount) => body.includes(amount)), month).toEqual([]);
      for (const title of new Set(cells.map(([table]) => table))) {
        const found = [...tableOf(body, title).html.matchAll(/<(?:td|th|tr|div|span)\b([^>]*)>/g)].flatMap(([, tag = '']) => [...tag.matchAll(/([\w-]+)=/g)].map(([, name = '']) => name));
        expect([...new Set(found)].filter((name) => !ATTRIBUTES.includes(name)), title).toEqual([]);
      }
    }
  });
}
