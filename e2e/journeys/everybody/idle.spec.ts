import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/axe';
import { ownerOf } from '@/e2e/support/database';
import { idsOf } from '@/e2e/support/ids';
import { signInOf } from '@/e2e/support/people';
import { expect, test } from '@/e2e/support/test';
import type { World } from '@/scripts/run/worlds';

/** These tests end sessions, so each signs in for itself. */
async function signIn(page: Page): Promise<void> {
  const { email, password } = signInOf('placement_officer');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

async function leaveIdle(world: World, minutes: number): Promise<void> {
  await ownerOf(world).query(
    `UPDATE account_session SET last_seen_at = now() - make_interval(mins => $1)
      WHERE id = (SELECT s.id FROM account_session s JOIN account a ON a.id = s.account_id WHERE a.email = $2 ORDER BY s.created_at DESC LIMIT 1)`,
    [minutes, signInOf('placement_officer').email]);
}

const MINUTE = 60_000;
test.describe.configure({ mode: 'serial' });

test('a warning two minutes before the end, "Stay signed in", and what was typed is offered back after signing in again', async ({ page, world }) => {
  const { referral } = await idsOf(world, 'rotherham');
  const address = `/rotherham/officer/waiting/${referral}/talk`;
  await page.clock.install();
  await page.goto('/sign-in');
  await signIn(page);
  await page.goto(address);
  await page.getByLabel('Who was spoken to').fill('Mr Quill, head of year');
  await page.getByLabel('The school reconsiders').check();
  const warning = page.getByRole('dialog', { name: 'You will be signed out soon' });
  await page.clock.fastForward(12.5 * MINUTE);
  await expect(warning).toBeHidden();
  await page.clock.fastForward(0.6 * MINUTE);
  await expect(warning).toBeVisible();
  await expect(warning).toContainText('It closes in 2 minutes');
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(warning).toBeHidden();
  await expect(page.getByLabel('Who was spoken to')).toHaveValue('Mr Quill, head of year');

  await page.clock.fastForward(13.1 * MINUTE);
  await expect(warning).toBeVisible();
  await page.clock.fastForward(2 * MINUTE);
  await expect(page).toHaveURL(/\/sign-in\?ended=idle&back=/);
  await expect(page.getByText('You were signed out')).toBeVisible();
  await signIn(page);
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.getByLabel('Who was spoken to')).toHaveValue('');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Put back what I typed' }).click();
  await expect(page.getByLabel('Who was spoken to')).toHaveValue('Mr Quill, head of year');
  await expect(page.getByLabel('The school reconsiders')).toBeChecked();
  await expect(page.getByText('You were signed out before you finished this form')).toHaveCount(0);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('fairplace')))).toEqual([]);
});

test('a form sent after its session was left idle goes to the sign-in, back, and what was typed is offered', async ({ page, world }) => {
  const { referral } = await idsOf(world, 'rotherham');
  const address = `/rotherham/officer/waiting/${referral}/talk`;
  await page.goto('/sign-in');
  await signIn(page);
  await page.goto(address);
  await page.getByLabel('Who was spoken to').fill('Ms Quill, deputy head');
  await leaveIdle(world, 16);
  await page.getByRole('button', { name: 'Record the talk' }).click();
  await expect(page).toHaveURL(/\/sign-in\?ended=idle&back=/);
  await signIn(page);
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(page.getByLabel('Who was spoken to')).toHaveValue('');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Put back what I typed' })).toHaveCount(0);
});

test('a page opened after its session was left idle asks to sign in, and comes back', { tag: '@no-js' }, async ({ page, world }) => {
  await page.goto('/sign-in');
  await signIn(page);
  await expect(page).toHaveURL(/\/rotherham\/officer$/);
  await leaveIdle(world, 16);
  // The front door has no names, but it does not make an idle session fresh.
  await page.goto('/rotherham');
  await expect(page).toHaveURL(/\/sign-in\?ended=idle&back=%2Frotherham%2Fofficer$/);
  await page.goto('/rotherham/officer/pupils?q=ann');
  await expect(page).toHaveURL(/\/sign-in$/);
  await signIn(page);
  await leaveIdle(world, 16);
  await page.goto('/rotherham/officer/pupils?q=ann');
  await signIn(page);
  await expect(page).toHaveURL(/\/rotherham\/officer\/pupils\?q=ann$/);
});
