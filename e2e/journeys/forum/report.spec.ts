import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { arrive, FairplacePage } from '@/e2e/pages/page';
import { excludeInOnePartnership } from '@/e2e/support/arrange-exclusions';
import { explainEveryLine } from '@/e2e/support/arrange-reasons';
import { type SignInRole, signInOf } from '@/e2e/support/people';
import { expect, test } from '@/e2e/support/test';
import { withheldAmounts } from '@/e2e/support/withheld-amounts';

class WorkPage extends FairplacePage {
  protected readonly heading = 'December 2025';
}
class PublicPage extends FairplacePage {
  protected readonly heading = 'Monthly spend report to the Schools Forum';
}
class ListPage extends FairplacePage {
  protected readonly heading = 'Published reports';
}

/** Lancashire's people: the other journeys walk through Rotherham, whose exclusions stay as they are. */
async function signInTo(browser: Browser, role: SignInRole): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const { email, password } = signInOf(role, 'lancashire');
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/lancashire/);
  return page;
}

const WORDS = {
  'Meeting': 'Schools Forum, 12 March 2026', 'Agenda item': 'Item 6', 'Author': 'Head of inclusion', 'Who may vote': 'Nobody: the item is for information',
  'Recommendations': 'The Forum notes the spend', 'Background': 'A report on each closed month', 'Headline and what has changed': 'Spend is close to the budget', 'Risks': 'The forecast assumes that nobody leaves early',
  'Next steps': 'The report on January follows',
} as const;

test('a report is drafted, refused because it would tell of pupils, mended, published, corrected, and read by everybody', { tag: ['@phone', '@no-js'] }, async ({ browser, page: visitor, world }, info) => {
  test.setTimeout(240_000);
  await excludeInOnePartnership(world, 'lancashire', '2025-08-01', '2025-12-31');
  await explainEveryLine(world, 'lancashire', '2025-12');
  const finance = await signInTo(browser, 'finance_officer');
  await finance.goto('/lancashire/forum/reports');
  await finance.getByRole('link', { name: 'December 2025' }).click();
  await finance.getByRole('button', { name: 'Draw up the report' }).click();
  await arrive(WorkPage, finance);
  await expect(finance.getByText('This report would tell of single pupils. It cannot be signed off as it is')).toBeVisible();
  await finance.getByLabel('For information').check();
  for (const [label, text] of Object.entries(WORDS)) await finance.getByLabel(label, { exact: true }).fill(text);
  await finance.getByRole('button', { name: 'Save the words' }).click();
  await expect(finance.getByText('The words are saved')).toBeVisible();
  await expect(finance.getByText('You changed this report last, so somebody else signs it off.')).toBeVisible();

  // The second person is refused, with the cell named.
  const commissioner = await signInTo(browser, 'commissioner');
  await commissioner.goto('/lancashire/forum/reports/2025-12');
  await commissioner.getByRole('button', { name: 'Sign off the report' }).click();
  const summary = await new WorkPage(commissioner).errorSummary();
  await expect(summary).toContainText('This report would tell of single pupils. Nothing is published.');
  await expect(commissioner.getByText(/^permanent exclusions recorded, .*can be worked out as \d+/).first()).toBeVisible();

  // Mended: the table of the term's exclusions is left out.
  await finance.getByLabel(/^Whole table: Permanent exclusions/).check();
  await finance.getByRole('button', { name: 'Save what is left out' }).click();
  await expect(finance.getByText('What is left out is saved')).toBeVisible();
  await expect(finance.getByText('No figure of few pupils can be worked out from this report together with all that are published')).toBeVisible();
  await commissioner.goto('/lancashire/forum/reports/2025-12');
  await commissioner.getByRole('button', { name: 'Sign off the report' }).click();
  await expect(commissioner.getByText('The report is signed off', { exact: true })).toBeVisible();
  await commissioner.getByRole('button', { name: 'Publish version 1 for good' }).click();
  await expect(commissioner.getByText('The report is published', { exact: true })).toBeVisible();

  // Corrected: a further version with a note.
  await finance.goto('/lancashire/forum/reports/2025-12');
  await finance.getByRole('button', { name: 'Draw up a correction, version 2' }).click();
  await arrive(WorkPage, finance);
  await finance.getByLabel('What is corrected').fill('The risks were left out');
  await finance.getByRole('button', { name: 'Save the words' }).click();
  await expect(finance.getByText('The words are saved')).toBeVisible();
  await commissioner.goto('/lancashire/forum/reports/2025-12');
  await commissioner.getByRole('button', { name: 'Sign off the report' }).click();
  await expect(commissioner.getByText('The report is signed off', { exact: true })).toBeVisible();
  await commissioner.getByRole('button', { name: 'Publish version 2 for good' }).click();
  await expect(commissioner.getByText('The report is published', { exact: true })).toBeVisible();
  await finance.context().close();
  await commissioner.context().close();

  // Everybody reads it, without signing in.
  await visitor.goto('/lancashire/reports');
  await arrive(ListPage, visitor);
  await visitor.getByRole('link', { name: 'December 2025, version 1' }).click();
  await arrive(PublicPage, visitor);
  await expect(visitor.getByText('A later version corrects this one')).toBeVisible();
  await visitor.getByRole('link', { name: 'Version 2', exact: true }).first().click();
  await arrive(PublicPage, visitor);
  await expect(visitor.getByText('The risks were left out').first()).toBeVisible();
  await expect(visitor.getByText('For information', { exact: true })).toBeVisible();
  await expect(visitor.getByRole('table', { name: /^Permanent exclusions/ })).toHaveCount(0);
  const shown = (await visitor.getByRole('table', { name: /^High needs spend by line/ }).getByRole('cell').allInnerTexts()).map((text) => text.trim()).filter((text) => text !== '');

  // The file has the numbers of the page, and the fingerprint that the page shows.
  const files = visitor.getByRole('table', { name: 'Files of this version' });
  const row = files.getByRole('row').filter({ hasText: 'CSV' });
  const fingerprint = await row.locator('code').innerText();
  const [download] = await Promise.all([visitor.waitForEvent('download'), row.getByRole('link').click()]);
  expect(download.suggestedFilename()).toBe('lancashire-forum-spend-2025-12-version-2.csv');
  const path = info.outputPath('report.csv');
  await download.saveAs(path);
  expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(fingerprint);
  const values = (parse(readFileSync(path), { bom: true, from: 2 }) as string[][]).filter((cells) => cells[1]?.startsWith('High needs spend by line')).map((cells) => cells[5] ?? '');
  const plain = (text: string): string => (text.startsWith('[') ? text : String(Number(text.replace(/[\u00a3,%]/g, '').replace('\u2212', '-'))));
  expect(values.map(plain)).toEqual(shown.map(plain));
  expect(values.length).toBeGreaterThan(20);
  const withheld = await withheldAmounts(world, 'lancashire', '2025-12', 2);
  for (const text of [await visitor.content(), readFileSync(path, 'utf8')]) expect(withheld.filter((amount) => text.includes(amount))).toEqual([]);
  for (const format of ['Excel workbook', 'OpenDocument spreadsheet', 'PDF']) await expect(files.getByRole('link', { name: format })).toBeVisible();
});

test('the Forum\u2019s members find the published reports from their page', async ({ signedIn }) => {
  const member = await signedIn('forum_member');
  await member.goto('/rotherham/forum');
  await expect(member.getByText('Figures as at the close of January 2026, in totals. They do not change.')).toBeVisible();
  await expect(member.getByRole('link', { name: 'Draw up a monthly spend report' })).toHaveCount(0);
  await member.getByRole('link', { name: /^monthly spend report of/ }).click();
  await arrive(PublicPage, member);
});
