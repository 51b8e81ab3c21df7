import { arrive, FairplacePage } from '@/e2e/pages/page';
import { ownerOf } from '@/e2e/support/database';
import { signInByForm } from '@/e2e/support/sign-in-form';
import { expect, test } from '@/e2e/support/test';

class MonthPage extends FairplacePage {
  protected readonly heading = 'February 2026';
}
class StatementPage extends FairplacePage {
  protected readonly heading = 'Statement for February 2026';
}
class InvoicesPage extends FairplacePage {
  protected readonly heading = 'Invoices and aged debt';
}
class InvoicePage extends FairplacePage {
  protected readonly heading = /^FP-2026-02-\d{4}$/;
}
class ImportPage extends FairplacePage {
  protected readonly heading = 'Import payments';
}

const MONTH = '/lancashire/finance/charges/2026-02';
const STATEMENT = '/lancashire/partnership/pendle/statements/2026-02';

test('a month from its exceptions over queries and two people to payment and aged debt', { tag: ['@no-js'] }, async ({ browser, world }) => {
  test.setTimeout(300_000);
  const owner = ownerOf(world);
  // A fact that comes late: a pupil of a closed month left earlier than was known when it was charged.
  const { rows: [late] } = await owner.query<{ reference: string }>(`UPDATE placement SET left_on = '2025-12-04', version = version + 1
     WHERE authority_id = '888' AND id = (SELECT l.placement_id FROM charge_line l JOIN placement p ON p.authority_id = l.authority_id AND p.id = l.placement_id
       WHERE l.authority_id = '888' AND l.concerns_month = '2025-12' AND l.kind = 'charge' AND p.left_on > '2025-12-08' AND p.started_on < '2025-12-01' ORDER BY p.reference LIMIT 1) RETURNING reference`);
  expect(late?.reference).toBeTruthy();

  const first = await signInByForm(browser, 'finance@lancashire.example');
  await first.goto('/lancashire/finance');
  const row = first.getByRole('row').filter({ has: first.getByRole('link', { name: 'February 2026' }) });
  await expect(row).toContainText('Not drawn up');
  await row.getByRole('link').click();
  await arrive(MonthPage, first);
  await expect(first.getByRole('main')).toContainText('This is a preview');
  await expect(first.getByRole('main')).toContainText(/Carr Hill High School, Fylde: \d+ placements are not charged, because no legally binding agreement covers the school/);
  await first.getByRole('button', { name: 'Draw up and send the draft statements' }).click();
  await expect(first.getByText('The month is drawn up', { exact: false })).toBeVisible();
  await expect(first.getByRole('main')).toContainText('Correction of December 2025: the record changed after that month was posted');

  const lead = await signInByForm(browser, 'chair@lancashire.example');
  await lead.goto(STATEMENT);
  await arrive(StatementPage, lead);
  for (const words of ['The pupil was not there in February', 'The school was closed that week']) {
    // The link of lines that are queried already is gone, so the first is always another.
    await lead.getByRole('link', { name: /^Query this/ }).first().click();
    await lead.getByLabel(/^What is wrong with the lines of/).fill(words);
    await lead.getByRole('button', { name: 'Send the query' }).click();
    await expect(lead.getByText('The query is sent.', { exact: false })).toBeVisible();
  }

  for (const [answer, reason] of [['Upheld: the lines are withdrawn', 'The site agrees'], ['Refused: the lines stand', 'The site was open']] as const) {
    await first.goto(MONTH);
    await first.getByRole('link', { name: /^Answer/ }).first().click();
    await first.getByLabel(answer).check();
    await first.getByLabel('Reason').fill(reason);
    await first.getByRole('button', { name: 'Answer the query' }).click();
    await expect(first.getByText('The query is answered')).toBeVisible();
  }
  await expect(first.getByRole('main')).toContainText(/It can be posted from \d+ [A-Z][a-z]+ \d{4}/);
  // The school days of the draft go by.
  await owner.query("UPDATE charge_run SET draft_until = '2026-03-01' WHERE authority_id = '888' AND state = 'draft'");
  await first.goto(MONTH);
  await expect(first.getByRole('main')).toContainText('You drew this charge up, and its sum is at or above the limit for two people');
  await expect(first.getByRole('button', { name: /^Post the lines/ })).toHaveCount(0);

  const second = await signInByForm(browser, 'finance.second@lancashire.example');
  await second.goto(MONTH);
  await second.getByRole('button', { name: 'Post the lines that nobody queries' }).click();
  await expect(second.getByText('The charge is posted', { exact: true })).toBeVisible();
  await arrive(MonthPage, second);
  await second.getByLabel('Invoices (academies and trusts)').check();
  await second.getByRole('button', { name: 'Make the file' }).click();
  await expect(second.getByText('The file is made')).toBeVisible();
  const file = await second.getByRole('link', { name: /^Invoices \(academies and trusts\), file 1/ }).getAttribute('href') ?? '';
  const [bytes, again] = [await (await second.request.get(file)).body(), await (await second.request.get(file)).body()];
  expect(bytes.toString()).toMatch(/^\uFEFFOur reference,/);
  expect(again.equals(bytes)).toBe(true);

  await first.goto('/lancashire/finance/invoices');
  await arrive(InvoicesPage, first);
  await expect(first.getByRole('table', { name: /^Aged debt by payer/ })).toContainText('All payers');
  const invoice = first.getByRole('link', { name: /^FP-2026-02-/ }).first();
  const reference = (await invoice.textContent()) ?? '';
  await invoice.click();
  await arrive(InvoicePage, first);
  await first.getByRole('link', { name: 'Record a payment' }).click();
  await first.getByRole('button', { name: 'Record the payment' }).click();
  await (await new InvoicePage(first).errorSummary()).getByRole('link', { name: /^Amount must be/ }).click();
  await first.getByLabel('Amount').fill('1.00');
  await first.getByLabel('Bank reference').fill('BACS 7');
  await first.getByRole('button', { name: 'Record the payment' }).click();
  await expect(first.getByText('The payment is recorded')).toBeVisible();
  await arrive(InvoicePage, first);
  await expect(first.getByRole('main')).toContainText('Part paid.');

  await first.goto('/lancashire/finance/payments/import');
  await arrive(ImportPage, first);
  const send = async (line: string): Promise<void> => {
    await first.getByLabel('CSV file').setInputFiles({ name: 'receipts.csv', mimeType: 'text/csv', buffer: Buffer.from(`Our reference,Date received,Amount,Bank reference\r\n${line}\r\n`) });
    await first.getByRole('button', { name: 'Check the file' }).click();
  };
  await send(`${reference},02/03/2026,x,B9`);
  await expect(first.getByText('1 problem, so nothing can be recorded')).toBeVisible();
  await arrive(ImportPage, first);
  await first.getByRole('link', { name: 'Choose another file' }).click();
  await send(`${reference},02/03/2026,2.00,B9`);
  await first.getByRole('button', { name: 'Record the payment' }).click();
  await expect(first.getByText('The payments of this file are recorded')).toBeVisible();
  await first.goto(`/lancashire/finance/invoices/${reference}`);
  await expect(first.getByRole('main')).toContainText('£3.00');

  await lead.goto(STATEMENT);
  await expect(lead.getByRole('table', { name: 'Invoices and journals' })).toContainText(reference);
  await arrive(StatementPage, lead);
});
