import { FairplacePage, arrive } from '@/e2e/pages/page';
import { signInOf } from '@/e2e/support/people';
import { expect, test } from '@/e2e/support/test';

class SignInPage extends FairplacePage {
  protected readonly heading = 'Sign in';
}

const EVERYWHERE = { tag: ['@phone', '@no-js'] };
const WRONG = 'The e-mail address or the password is not right. Check both, or ask your administrator for a new password';

test('a wrong password is told, the address stays, and the right one leads to the first page of the role', EVERYWHERE, async ({ page }) => {
  // The forum member: no other test needs this account while it counts wrong tries.
  const { email, password } = signInOf('forum_member');
  await page.goto('/sign-in');
  const signIn = await arrive(SignInPage, page);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(`${password}x`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect((await signIn.errorSummary()).getByRole('link')).toHaveText(WRONG);
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(new RegExp(WRONG.slice(0, 40)));
  await expect(page.getByLabel('Password')).toHaveValue('');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/rotherham\/forum$/);
});

test('an address that nobody has looks like a wrong password', EVERYWHERE, async ({ page }) => {
  await page.goto('/sign-in');
  const signIn = await arrive(SignInPage, page);
  await page.getByLabel('E-mail address').fill('nobody@rotherham.example');
  await page.getByLabel('Password').fill('Anything-2026');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect((await signIn.errorSummary()).getByRole('link')).toHaveText(WRONG);
});

test('nothing typed is told at both fields', EVERYWHERE, async ({ page }) => {
  await page.goto('/sign-in');
  const signIn = await arrive(SignInPage, page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect((await signIn.errorSummary()).getByRole('link')).toHaveText(['Enter your e-mail address', 'Enter your password']);
});

test('who signs out does not come back by the address', EVERYWHERE, async ({ browser, baseURL }) => {
  const { email, password } = signInOf('board_member');
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${baseURL}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/rotherham\/board$/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'You are signed out' })).toBeVisible();
  await page.goto(`${baseURL}/rotherham/board`);
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.context().close();
});
