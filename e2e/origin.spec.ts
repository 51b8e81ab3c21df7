import { expect, test } from '@playwright/test';
import { addressOf } from '@/scripts/run/worlds';
import { formOf } from './support/html-forms';
import { open } from './support/http';
import { signInOf } from './support/people';

const WORLD = 'http';

/** The real sign-in form with right values, so that only the origin can be the reason for a refusal. */
async function signInForm(): Promise<FormData> {
  const form = formOf((await open({ address: addressOf(WORLD), path: '/sign-in' })).body, 'Sign in');
  const { email, password } = signInOf('auditor');
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...Object.fromEntries(form.fields), email, password })) body.append(name, value);
  return body;
}

const post = async (headers: Record<string, string>): Promise<Response> =>
  fetch(`${addressOf(WORLD)}/sign-in`, { method: 'POST', body: await signInForm(), redirect: 'manual', headers, signal: AbortSignal.timeout(10_000) });

test('a form that does not say where it came from is refused at once', async () => {
  const answer = await post({});
  expect(answer.status).toBe(403);
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(await answer.text()).toContain('did not say where it came from');
});

test('a form from another site signs nobody in', async () => {
  const answer = await post({ origin: 'https://elsewhere.example' });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test('the same form from its own site signs in', async () => {
  const answer = await post({ origin: addressOf(WORLD) });
  expect(answer.status).toBe(303);
  expect(answer.headers.getSetCookie().join()).toContain('next-auth.session-token=');
});
