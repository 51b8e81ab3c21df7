import { arrive, FairplacePage } from '@/e2e/pages/page';
import { expect, test } from '@/e2e/support/test';

class SpendPage extends FairplacePage {
  protected readonly heading = 'Spend on high-needs places';
}
class LinePage extends FairplacePage {
  protected readonly heading = /^(Top-ups|Transport|PRU and AP places)$/;
}
class EnterPage extends FairplacePage {
  protected readonly heading = 'Enter budget, prices or spend';
}
class MonthsPage extends FairplacePage {
  protected readonly heading = 'Monthly budget monitor';
}
class MonitorPage extends FairplacePage {
  protected readonly heading = 'February 2026';
}

test('finance reads the spend of a month and opens a line to its placements, without a name', { tag: ['@phone', '@no-js'] }, async ({ signedIn }) => {
  const finance = await signedIn('finance_officer');
  await finance.goto('/rotherham/finance/spend');
  await arrive(SpendPage, finance);
  const month = finance.locator('select#month');
  // On a phone the choice of the month is folded.
  if (!(await month.isVisible())) await finance.getByRole('search').locator('summary').click();
  await month.selectOption('2026-01');
  await finance.getByRole('button', { name: 'Show the month' }).click();
  await arrive(SpendPage, finance);
  await expect(finance.getByRole('main')).toContainText('2025-26, at the end of January 2026');
  const places = finance.getByRole('row').filter({ hasText: 'PRU and AP places' }).first();
  // 59 and 20 places at £10,000, ten twelfths of each by the end of January.
  await expect(places).toContainText('£790,000');
  await expect(places).toContainText('£658,333.34');
  await expect(places).toContainText('On budget');
  await finance.getByRole('link', { name: 'Top-ups', exact: true }).click();
  await arrive(LinePage, finance);
  await expect(finance.getByRole('table', { name: 'Placements', exact: true }).getByRole('rowheader').first()).toContainText(/^RL\d+/);
  await expect(finance.getByText('£8,000 a year for each pupil, on 190 school days').first()).toBeVisible();
});

test('finance enters a bill, sees its problems first, and finds it behind the line', { tag: ['@no-js'] }, async ({ signedIn }) => {
  const finance = await signedIn('finance_officer');
  await finance.goto('/rotherham/finance/spend');
  await (await arrive(SpendPage, finance)).page.getByRole('link', { name: 'Enter budget, prices or spend' }).click();
  const form = await arrive(EnterPage, finance);
  await finance.getByRole('button', { name: 'Enter the amount' }).click();
  await expect(await form.errorSummary()).toContainText('Choose a line');
  await finance.getByLabel('Line', { exact: true }).selectOption('transport');
  await finance.getByLabel('Month', { exact: true }).selectOption('2026-02');
  await finance.getByLabel('Spent in the month').check();
  await finance.getByLabel('Adds to the spend').check();
  await finance.getByLabel('Amount, in pounds').fill('18,420.50');
  await finance.getByLabel('Source', { exact: true }).fill('Ledger, period 11');
  await finance.getByLabel('What it is for').fill('Taxis and passes');
  await finance.getByRole('button', { name: 'Enter the amount' }).click();
  await expect(finance.getByText('The amount is entered')).toBeVisible();
  await arrive(EnterPage, finance);
  await finance.goto('/rotherham/finance/spend/transport?month=2026-02');
  await arrive(LinePage, finance);
  const entered = finance.getByRole('table', { name: 'Amounts entered' }).getByRole('row').filter({ hasText: 'Taxis and passes' });
  await expect(entered.last()).toContainText('£18,420.50');
  await expect(entered.last()).toContainText('Ledger, period 11');
});

test('an officer reads the restricted monitor and records what the group decided', { tag: ['@phone', '@no-js'] }, async ({ signedIn }) => {
  const officer = await signedIn('placement_officer');
  await officer.goto('/rotherham/officer/partnerships');
  await officer.getByRole('link', { name: 'Monthly budget monitor' }).click();
  await arrive(MonthsPage, officer);
  await officer.getByRole('link', { name: 'February 2026' }).click();
  await arrive(MonitorPage, officer);
  await expect(officer.getByRole('main')).toContainText('not for publication');
  await officer.getByRole('link', { name: 'Record a decision' }).click();
  const monitor = await arrive(MonitorPage, officer);
  await officer.getByRole('button', { name: 'Record the decision' }).click();
  await expect(await monitor.errorSummary()).toContainText('Enter who decided or says so');
  await officer.getByLabel('What was decided').fill('Review the taxi routes before April');
  await officer.getByLabel('Who decided').fill('High-needs budget monitoring group');
  await officer.getByRole('button', { name: 'Record the decision' }).click();
  await expect(officer.getByText('The decision is recorded')).toBeVisible();
  await arrive(MonitorPage, officer);
  await expect(officer.getByText('2 March 2026, High-needs budget monitoring group: Review the taxi routes before April').first()).toBeVisible();
});
