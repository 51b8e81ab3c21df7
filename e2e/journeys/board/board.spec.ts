import { randomBytes } from 'node:crypto';
import { arrive, FairplacePage } from '@/e2e/pages/page';
import { valuesOf } from '@/e2e/support/database';
import { typeDate } from '@/e2e/support/fields';
import { expect, test } from '@/e2e/support/test';

class BoardPage extends FairplacePage {
  protected readonly heading = 'Measures, decisions and risks';
}

class MeasuresPage extends FairplacePage {
  protected readonly heading = 'Measures of the Board';
}

class ItemsPage extends FairplacePage {
  protected readonly heading = 'Decisions and risks';
}

class MeetingsPage extends FairplacePage {
  protected readonly heading = 'Meetings of the Board';
}

class PackPage extends FairplacePage {
  protected readonly heading = /^Spring meeting/;
}

/** The projects have databases of their own, but a test may be repeated in one. */
const mark = (): string => randomBytes(3).toString('hex');

test('a Board member reads each measure with its status in words, and a measure by partnership', { tag: ['@phone', '@no-js'] }, async ({ signedIn }) => {
  const page = await signedIn('board_member');
  await page.goto('/rotherham/board');
  await arrive(BoardPage, page);
  const rows = page.getByRole('table', { name: 'Measures', exact: true }).getByRole('row');
  await expect(rows.filter({ hasText: 'PRU population' })).toContainText('30 January 2026');
  await expect(rows.filter({ hasText: 'Attendance in AP' })).toContainText('Attendance is not recorded in this version.');
  await expect(rows.filter({ hasText: 'Attendance in AP' })).toContainText('Not available');
  await expect(page.getByRole('heading', { name: 'Decisions needed' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Enter or change decisions and risks, or freeze a month' })).toHaveCount(0);
  await page.getByRole('link', { name: 'PRU population by partnership' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'PRU population' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'PRU population, 30 January 2026' }).getByRole('row')).not.toHaveCount(0);
  await expect(page.getByRole('table', { name: 'PRU population over twelve months' }).getByRole('row')).toHaveCount(13);
});

test('an administrator changes a measure, and the Board reads the new version', { tag: ['@no-js'] }, async ({ signedIn }) => {
  const page = await signedIn('administrator');
  await page.goto('/rotherham/admin/measures');
  const measures = await arrive(MeasuresPage, page);
  await page.getByRole('link', { name: 'Change Retained in the learning community' }).click();
  await arrive(MeasuresPage, page);
  const owner = `Head of inclusion ${mark()}`;
  await page.getByLabel('Owner').fill(owner);
  await page.getByRole('textbox', { name: /^Target/ }).fill('a third');
  await page.getByRole('button', { name: 'Save a new version' }).click();
  await expect((await measures.errorSummary()).getByRole('link')).toContainText(['Target must be a number, for example 52 or 62.5, or empty', 'Enter the reason']);
  await page.getByRole('textbox', { name: /^Target/ }).fill('33.5');
  await typeDate(page.getByRole('main'), 'Date of the target', '2026-08-31');
  await page.getByLabel('Reason').fill('The Board asked for it on 19 February');
  await page.getByRole('button', { name: 'Save a new version' }).click();
  await expect(page.getByText('The measure is saved as a new version')).toBeVisible();
  await arrive(MeasuresPage, page);
  await expect(page.getByRole('table', { name: 'Versions on record: Retained in the learning community' })).toContainText('The Board asked for it on 19 February');
  const board = await signedIn('board_member');
  await board.goto('/rotherham/board');
  const row = board.getByRole('table', { name: 'Measures', exact: true }).getByRole('row').filter({ hasText: 'Retained in the learning community' });
  await expect(row).toContainText(owner);
  await expect(row).toContainText('33.5% (31 August 2026)');
});

test('a commissioner enters a decision, settles it, freezes the pack and a correction; what is changed later leaves both as they were', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  test.setTimeout(180_000);
  const own = mark();
  const page = await signedIn('commissioner');
  await page.goto('/rotherham/board');
  await page.getByRole('link', { name: 'Enter or change decisions and risks, or freeze a month' }).click();
  const items = await arrive(ItemsPage, page);
  await page.getByRole('link', { name: 'Enter a decision or a risk' }).click();
  await arrive(ItemsPage, page);
  await page.getByRole('radio', { name: 'Decision', exact: true }).check();
  await page.getByRole('radio', { name: 'Open', exact: true }).check();
  await page.getByLabel('In one line').fill(`A trial at one school ${own}`);
  await page.getByLabel('What the Board must know').fill('One year, with a report after two terms');
  await page.getByLabel('Owner').fill('Commissioner');
  await typeDate(page.getByRole('main'), 'Date due', '2026-03-19');
  await page.getByRole('button', { name: 'Enter it' }).click();
  await expect((await items.errorSummary()).getByRole('link')).toHaveText(['A decision is needed, taken or withdrawn']);
  await page.getByRole('radio', { name: 'Needed', exact: true }).check();
  await page.getByRole('button', { name: 'Enter it' }).click();
  await expect(page.getByText(`Saved: A trial at one school ${own}`)).toBeVisible();
  await page.getByRole('link', { name: `Change A trial at one school ${own}` }).click();
  await arrive(ItemsPage, page);
  await page.getByRole('radio', { name: 'Taken', exact: true }).check();
  await typeDate(page.getByRole('main'), 'Date settled', '2026-03-02');
  await page.getByLabel('How it was settled').fill('Agreed for South');
  await page.getByRole('button', { name: 'Save how it stands' }).click();
  await expect(page.getByText(`Saved: A trial at one school ${own}`)).toBeVisible();

  await page.goto('/rotherham/board/meetings');
  await arrive(MeetingsPage, page);
  await page.getByText('Freeze the pack of a meeting').click();
  await page.getByLabel('Meeting', { exact: true }).fill(`Spring meeting ${own}`);
  await typeDate(page.getByRole('main'), 'Date of the meeting', '2026-03-02');
  await page.getByRole('button', { name: 'Freeze the pack' }).click();
  await expect(page.getByText(/^SHA-256 of the stored data/)).toBeVisible();
  await arrive(PackPage, page);
  await expect(page.getByRole('table', { name: 'Decisions taken' })).toContainText('Agreed for South');
  const address = page.url();
  const hashes = () => valuesOf(world, 'SELECT k.sha256 FROM board_pack k JOIN board_meeting m ON m.authority_id = k.authority_id AND m.id = k.meeting_id WHERE m.title = $1 ORDER BY k.number', [`Spring meeting ${own}`]);
  const [first] = await hashes();
  await expect(page.getByText(first ?? 'no hash')).toBeVisible();

  await page.goto('/rotherham/board/papers');
  await page.getByRole('link', { name: `Change A trial at one school ${own}` }).click();
  await page.getByLabel('How it was settled').fill('Agreed for Central');
  await page.getByRole('button', { name: 'Save how it stands' }).click();
  await expect(page.getByText(`Saved: A trial at one school ${own}`)).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('table', { name: 'Decisions taken' })).toContainText('Agreed for South');
  await page.getByText('Freeze a correction').click();
  await page.getByLabel('What is corrected').fill('The decision was for Central');
  await page.getByRole('button', { name: 'Freeze the correction' }).click();
  await expect(page.getByText('Corrected: The decision was for Central')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Decisions taken' })).toContainText('Agreed for Central');
  await page.goto(address);
  await expect(page.getByText('A later pack corrects this one')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Decisions taken' })).toContainText('Agreed for South');
  const after = await hashes();
  expect(after).toHaveLength(2);
  expect(after[0]).toBe(first);
});
