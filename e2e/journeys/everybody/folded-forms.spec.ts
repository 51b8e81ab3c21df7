import { expect, test } from '@/e2e/support/test';

/** Forms of administration that stand folded below a list: sent empty, each comes back open with its problems in sight. */
const FOLDED = [
  { path: 'users', fold: 'Add a person', submit: 'Add the person', problem: 'Enter the name' },
  { path: 'partnerships', fold: 'Add a partnership', submit: 'Add the partnership', problem: 'Enter the name' },
  { path: 'sites', fold: 'Add a site', submit: 'Add the site', problem: 'Enter the name of the site' },
  { path: 'calendars', fold: 'Add a calendar', submit: 'Add the calendar', problem: 'Enter the name' },
] as const;

for (const { path, fold, submit, problem } of FOLDED) {
  test(`${fold}: sent empty, it stands open with its problems`, { tag: ['@phone', '@no-js'] }, async ({ signedIn }) => {
    const page = await signedIn('administrator');
    await page.goto(`/rotherham/admin/${path}`);
    await expect(page.getByRole('button', { name: submit })).toBeHidden();
    await page.getByText(fold, { exact: true }).click();
    await page.getByRole('button', { name: submit }).click();
    await expect(page.getByRole('alert').getByRole('link', { name: problem, exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: submit })).toBeVisible();
  });
}
