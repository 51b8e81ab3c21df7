import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/support/test';

const EVERYWHERE = { tag: ['@phone', '@no-js'] };
const FIRST = 'correct horse 1';
const GIVEN = 'battery staple 2';
const CHOSEN = 'quiet river bank 3';

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function changePassword(page: Page, old: string, chosen: string): Promise<void> {
  await page.getByLabel(/^(Present password|Password you were given)$/).fill(old);
  await page.getByLabel('New password', { exact: true }).fill(chosen);
  await page.getByLabel('New password again').fill(chosen);
  await page.getByRole('button', { name: 'Change the password' }).click();
}

test('an administrator gives a new password, and its owner must choose another before anything else', EVERYWHERE, async ({ signedIn, page }) => {
  const email = `new-password-${Date.now()}@rotherham.example`;
  const admin = await signedIn('administrator');
  await admin.goto('/rotherham/admin/users');
  await admin.getByText('Add a person', { exact: true }).click();
  await admin.getByLabel('Name', { exact: true }).fill('Nell Porter');
  await admin.getByLabel('E-mail address').fill(email);
  await admin.getByLabel(/^First password/).fill(FIRST);
  await admin.getByRole('button', { name: 'Add the person' }).click();
  await expect(admin.getByText('The person is saved')).toBeVisible();
  await admin.getByLabel('Role', { exact: true }).selectOption('Auditor');
  await admin.getByRole('button', { name: 'Give the role' }).click();
  await expect(admin.getByText('The role is given')).toBeVisible();
  // The first password of a sign-in is to be changed too.
  await signIn(page, email, FIRST);
  await expect(page).toHaveURL(/\/password$/);
  await page.goto('/rotherham/audit');
  await expect(page.getByLabel('Password you were given')).toBeVisible();

  await admin.getByLabel('New password', { exact: true }).fill('short');
  await admin.getByRole('button', { name: 'Give the new password' }).click();
  await expect(admin.getByRole('alert').getByRole('link', { name: 'Use at least 12 characters' })).toBeVisible();
  await admin.getByLabel('New password', { exact: true }).fill(GIVEN);
  await admin.getByRole('button', { name: 'Give the new password' }).click();
  await expect(admin.getByText('The new password is set, and every session with the old one has ended')).toBeVisible();

  await signIn(page, email, GIVEN);
  await expect(page).toHaveURL(/\/password$/);
  for (const address of ['/rotherham', '/rotherham/audit', '/rotherham/nowhere', '/choose-authority', '/sign-in']) {
    await page.goto(address);
    await expect(page, address).toHaveURL(/\/password$/);
    await expect(page.getByLabel('Password you were given')).toBeVisible();
  }
  await changePassword(page, GIVEN, CHOSEN);
  await expect(page).toHaveURL(/\/rotherham\/audit$/);
  await page.goto('/password');
  await changePassword(page, GIVEN, FIRST);
  await expect(page.getByRole('alert').getByRole('link')).toHaveText('The present password is not right. Check it and type it again');
  await changePassword(page, CHOSEN, FIRST);
  await expect(page.getByText('Your password is changed')).toBeVisible();
});

test('somebody who is signed in finds the way to their own pages', EVERYWHERE, async ({ signedIn }) => {
  const page = await signedIn('auditor');
  await page.goto('/');
  await page.getByRole('link', { name: 'Your pages' }).click();
  await expect(page).toHaveURL(/\/rotherham\/audit$/);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Your pages' }).click();
  await expect(page).toHaveURL(/\/rotherham\/audit$/);
});
