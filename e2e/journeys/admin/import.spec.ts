import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { arrive, FairplacePage } from '@/e2e/pages/page';
import { valuesOf } from '@/e2e/support/database';
import { expect, test } from '@/e2e/support/test';

class ImportPage extends FairplacePage {
  protected readonly heading = 'Import';
}

class FilePage extends FairplacePage {
  protected readonly heading = /\.csv$/;
}

const PUPILS = 20;

/** Row 1 holds the headings. Three rows cannot be: a day that no month has, a school that nobody knows, a reason that there is not. */
const BAD = [
  { row: 4, key: 'Birth date', value: '31/02/2012' }, { row: 9, key: 'School', value: '999999' }, { row: 17, key: 'Reasons', value: 'QQ' },
] as const;

/** A file under the template's own headings, filled for twenty pupils that no other test has. */
function fileOf(headings: readonly string[], surname: string, bad: typeof BAD | readonly []): string {
  const lines = Array.from({ length: PUPILS }, (_, at) => {
    const row = at + 2;
    const cells: Readonly<Record<string, string>> = {
      'First name': `Pupil${String.fromCharCode(65 + at)}`, 'Last name': surname, 'Birth date': `${String(at + 1).padStart(2, '0')}/03/2012`, 'Year group': '9', Sex: 'F',
      'Home authority': '372', School: '136331', 'Excluded on': '27/02/2026', Time: '10:00', 'Afternoon session had begun': 'No', Reasons: 'PP',
      ...Object.fromEntries(bad.filter((one) => one.row === row).map(({ key, value }) => [key, value])),
    };
    return headings.map((heading) => cells[heading] ?? '').join(',');
  });
  return [headings.join(','), ...lines].join('\r\n');
}

async function check(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('radio', { name: 'Permanent exclusions' }).check();
  await page.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Check the file' }).click();
  await arrive(FilePage, page);
}

test('a file with three bad rows of twenty is reported row by row, mended, imported, seen and undone', { tag: '@no-js' }, async ({ signedIn, world }) => {
  test.setTimeout(120_000);
  const surname = `Lark${randomBytes(5).toString('hex').replace(/\d/g, (digit) => String.fromCharCode(103 + Number(digit)))}`;
  const states = () => valuesOf(world, 'SELECT x.state FROM permanent_exclusion x JOIN pupil p ON p.authority_id = x.authority_id AND p.id = x.pupil_id WHERE p.last_name = $1', [surname]);
  const page = await signedIn('administrator');
  await page.goto('/rotherham/admin/import');
  await arrive(ImportPage, page);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the template: permanent exclusions (CSV)' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('template-exclusions.csv');
  const headings = readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, '').trim().split(',').map((heading) => heading.replaceAll('"', ''));

  await check(page, 'wrong.csv', fileOf(headings, surname, BAD));
  await expect(page.getByText('3 rows of 20 have a problem, so nothing can be imported.')).toBeVisible();
  const problems = page.getByRole('table', { name: '3 problems' });
  for (const { row, key, value } of BAD) {
    await expect(problems.getByRole('row').filter({ has: page.getByRole('rowheader', { name: `Row ${row}`, exact: true }) })).toContainText(new RegExp(`${key}[\\s\\S]*${value}`));
  }
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0);
  expect(await states()).toEqual([]);

  await page.getByRole('link', { name: 'Upload the mended file' }).click();
  await arrive(ImportPage, page);
  await check(page, 'mended.csv', fileOf(headings, surname, []));
  await expect(page.getByText('No row has a problem. 20 rows can be imported.')).toBeVisible();
  expect(await states()).toEqual([]);
  await page.getByRole('button', { name: 'Import 20 rows' }).click();
  await expect(page.getByText('Imported on')).toBeVisible();
  await arrive(FilePage, page);
  const first = page.getByRole('row').filter({ has: page.getByRole('cell', { name: `PupilA ${surname}` }) });
  await expect(first).toContainText('27 February 2026 at 10:00');
  await expect(first).not.toContainText('136331');
  expect(await states()).toHaveLength(PUPILS);

  const officer = await signedIn('placement_officer');
  await officer.goto('/rotherham/officer');
  await expect(officer.getByRole('link', { name: new RegExp(`^Place PupilA ${surname}$`) })).toBeVisible();
  await expect(officer.getByRole('link', { name: new RegExp(`^Place Pupil[A-T] ${surname}$`) })).toHaveCount(PUPILS);

  await page.getByText('Undo this import').click();
  await page.getByLabel('Why the import is undone').fill('The file of last week');
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByText(/^Undone on /)).toBeVisible();
  await arrive(FilePage, page);
  expect(new Set(await states())).toEqual(new Set(['cancelled']));
  await officer.reload();
  await expect(officer.getByRole('link', { name: new RegExp(`${surname}$`) })).toHaveCount(0);
});
