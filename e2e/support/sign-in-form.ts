import type { Browser, Page } from '@playwright/test';
import { expect } from './test';
import { signInsOf } from '@/scripts/run/world-record';

/** A new window in which a person of the demonstration has signed in by the form: for people of whom no session is kept. */
export async function signInByForm(browser: Browser, email: string): Promise<Page> {
  const person = signInsOf().find((one) => one.email === email);
  if (person === undefined) throw new Error(`The demonstration has nobody with ${email}.`);
  const page = await (await browser.newContext()).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  return page;
}
