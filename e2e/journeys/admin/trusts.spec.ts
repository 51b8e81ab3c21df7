import { arrive, FairplacePage } from '@/e2e/pages/page';
import { typeDate } from '@/e2e/support/fields';
import { expect, test } from '@/e2e/support/test';

class TrustsPage extends FairplacePage {
  protected readonly heading = 'Trusts';
}
class TrustPage extends FairplacePage {
  protected readonly heading = 'Wickersley and Clifton Trust';
}
class TermsPage extends FairplacePage {
  protected readonly heading = 'New terms';
}

test('the administrator adds a trust and its schools, academies only, and finds it as a payer of an agreement', { tag: ['@phone', '@no-js'] }, async ({ signedIn }) => {
  const page = await signedIn('administrator');
  await page.goto('/rotherham/admin');
  await page.getByRole('main').getByRole('link', { name: 'Trusts' }).click();
  const list = await arrive(TrustsPage, page);
  await expect(page.getByRole('table', { name: 'Trusts' })).toContainText('Example Academies Trust');
  await page.getByText('Add a trust', { exact: true }).click();
  await page.getByRole('button', { name: 'Add the trust' }).click();
  await expect((await list.errorSummary()).getByRole('link')).toHaveText([
    'Enter the name of the trust', 'Enter the address that invoices go to', 'Enter the customer number of the trust in the finance system', 'Enter the first day of the trust',
  ]);
  await page.getByLabel('Name', { exact: true }).fill('Wickersley and Clifton Trust');
  await page.getByLabel('Address for invoices').fill('1 Sample Road\nRotherham');
  await page.getByLabel('Customer number').fill('C-77');
  await typeDate(page.getByRole('main'), 'First day of the trust', '2020-09-01');
  await page.getByRole('button', { name: 'Add the trust' }).click();
  await expect(page.getByText('The trust is saved')).toBeVisible();
  const trust = await arrive(TrustPage, page);

  const join = async (school: RegExp, day: string): Promise<void> => {
    const option = await page.getByLabel('School', { exact: true }).locator('option').filter({ hasText: school }).first().getAttribute('value');
    await page.getByLabel('School', { exact: true }).selectOption(option ?? '');
    await typeDate(page.getByRole('main'), 'First day in the trust', day);
    await page.getByRole('button', { name: 'Add the school' }).click();
  };
  // Wickersley became an academy on 1 March 2014, Dinnington is in another trust, and the trust began in 2020.
  await join(/\(140646\)/, '2014-02-28');
  await expect((await trust.errorSummary()).getByRole('link')).toHaveText([/^First day in the trust must be 1 September 2020/]);
  await join(/\(150938\)/, '2025-09-01');
  await expect((await trust.errorSummary()).getByRole('link')).toHaveText([/^A school is in one trust at a time\. .* is in Example Academies Trust from 1 September 2024/]);
  await join(/\(140646\)/, '2020-09-01');
  await expect(page.getByText('The school is added to the trust')).toBeVisible();
  await page.getByRole('link', { name: /^End or correct/ }).click();
  await arrive(TrustPage, page);
  await typeDate(page.getByRole('main').locator('#change'), 'Last day in the trust', '2026-08-31');
  await page.getByRole('button', { name: 'Save the days' }).click();
  await expect(page.getByText('The days of the school in the trust are saved')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Schools' })).toContainText('1 September 2020 to 31 August 2026');

  await page.goto('/rotherham/admin/agreements');
  await page.getByRole('table').getByRole('link', { name: 'Wickersley', exact: true }).click();
  await page.getByRole('link', { name: 'Enter new terms' }).click();
  const terms = await arrive(TermsPage, page);
  await page.getByLabel('The fund-holder trust', { exact: true }).check();
  await expect(page.getByLabel('Fund-holder trust', { exact: true }).locator('option')).toHaveText(['Choose a trust', 'Wickersley and Clifton Trust']);
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await expect((await terms.errorSummary()).getByRole('link')).toHaveText(['Choose the fund-holder trust, which pays']);
});
