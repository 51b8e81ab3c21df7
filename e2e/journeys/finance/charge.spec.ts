import { arrive, FairplacePage } from '@/e2e/pages/page';
import { expect, test } from '@/e2e/support/test';

class ChargesPage extends FairplacePage {
  protected readonly heading = 'Charges for places over the quota';
}
class MonthPage extends FairplacePage {
  protected readonly heading = 'February 2026';
}
class StatementsPage extends FairplacePage {
  protected readonly heading = 'Statements';
}
class StatementPage extends FairplacePage {
  protected readonly heading = 'Statement for February 2026';
}

test("a partnership's lead queries lines of a draft statement, and finance answers", { tag: ['@phone', '@no-js'] }, async ({ signedIn }) => {
  const lead = await signedIn('partnership_lead');
  await lead.goto('/rotherham/school');
  await lead.getByRole('navigation', { name: 'Service' }).getByRole('link', { name: 'Statements' }).click();
  await arrive(StatementsPage, lead);
  await lead.getByRole('link', { name: /^February 2026/ }).click();
  const statement = await arrive(StatementPage, lead);
  await expect(lead.getByRole('main')).toContainText('Draft, open to queries until 16 March 2026. £568.44 for places over the quota.');
  const lines = lead.getByRole('table', { name: /^Placements of/ }).getByRole('row');
  await expect(lines.filter({ hasText: 'Queried' })).toContainText('£284.22');
  await expect(lines.filter({ hasText: 'Draft' })).toContainText('£284.22');
  // The first placement is queried already: the link of the other one is the only one.
  await lead.getByText(/^Day by day: 3 lines/).last().click();
  await expect(lead.getByRole('rowheader', { name: 'Tuesday 10 February 2026' })).toBeVisible();
  await lead.getByRole('link', { name: /^Query this/ }).click();
  await lead.getByRole('button', { name: 'Send the query' }).click();
  await (await statement.errorSummary()).getByRole('link', { name: /^Say what is wrong with these lines/ }).click();
  await lead.getByLabel(/^What is wrong with the lines of/).fill('The pupil left on 9 February');
  await lead.getByRole('button', { name: 'Send the query' }).click();
  await expect(lead.getByText('The query is sent.', { exact: false })).toBeVisible();
  await arrive(StatementPage, lead);
  await expect(lead.getByRole('link', { name: /^Query this/ })).toHaveCount(0);

  const finance = await signedIn('finance_officer');
  await finance.goto('/rotherham/finance');
  await arrive(ChargesPage, finance);
  const row = finance.getByRole('row').filter({ has: finance.getByRole('link', { name: 'February 2026' }) });
  await expect(row).toContainText('£568.44');
  await row.getByRole('link').click();
  await arrive(MonthPage, finance);
  await expect(finance.getByRole('main')).toContainText(/It can be posted from \d+ [A-Z][a-z]+ \d{4}/);
  await expect(finance.getByRole('button', { name: /^Post the lines/ })).toHaveCount(0);
  const mine = finance.getByRole('main').locator('section').filter({ hasText: 'The pupil left on 9 February' }).last();
  await mine.getByRole('link', { name: /^Answer/ }).click();
  await arrive(MonthPage, finance);
  await finance.getByLabel('Refused: the lines stand').check();
  await finance.getByLabel('Reason').fill('The site recorded 11 February as the last day');
  await finance.getByRole('button', { name: 'Answer the query' }).click();
  await expect(finance.getByText('The query is answered')).toBeVisible();
  await lead.reload();
  await expect(lead.getByText('Refused by Ruth Adeyemi', { exact: false })).toBeVisible();
});
