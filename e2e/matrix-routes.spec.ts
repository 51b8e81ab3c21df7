import { expect, test } from '@playwright/test';
import { type Access, ROUTE_ACCESS, type RoutePath } from '@/lib/server/access';
import { addressOf } from '@/scripts/run/worlds';
import type { Answer } from './support/http';
import { filledIn, type Ids, idsOf, placeholdersOf, RANDOM_IDS } from './support/ids';
import { difference, type Seen, seen } from './support/masking';
import { cookieOf, keepSignedIn, SIGN_IN_ROLES, type SignInRole } from './support/people';

/** Every route handler, called by every role and by somebody who is not signed in. */
const WORLD = 'http';
const NOWHERE = 'nowhere-at-all';

interface Sample { readonly method: 'GET' | 'POST'; readonly query?: string; readonly is?: string; readonly status: number }

/** How each is called, and what it answers to who may. A handler without a row does not compile. */
const SAMPLES: Readonly<Record<RoutePath, Sample>> = {
  '/api/auth/[...nextauth]': { method: 'GET', is: '/api/auth/csrf', status: 200 },
  '/api/health': { method: 'GET', status: 200 },
  '/[authority]/session': { method: 'POST', status: 204 },
  '/[authority]/reports/forum-spend/[month]/[version]/[format]': { method: 'GET', status: 200 },
  '/[authority]/finance/files/[file]': { method: 'GET', status: 200 },
  '/[authority]/finance/payments/check': { method: 'POST', status: 303 },
  '/[authority]/finance/payments/template': { method: 'GET', status: 200 },
  '/[authority]/admin/import/check': { method: 'POST', status: 303 },
  '/[authority]/admin/import/template': { method: 'GET', query: '?kind=places', status: 200 },
  '/[authority]/admin/import/[batch]/report': { method: 'GET', status: 200 },
};

async function call(caller: SignInRole | null, path: RoutePath, authority: string, ids: Ids): Promise<Seen> {
  const { method, query = '', is } = SAMPLES[path];
  const address = addressOf(WORLD);
  const headers = { origin: address, ...(caller === null ? {} : { cookie: cookieOf(WORLD, caller) }) };
  const response = await fetch(`${address}${is ?? filledIn(path, authority, ids)}${query}`, { method, headers, redirect: 'manual', body: method === 'POST' ? new FormData() : undefined });
  const answer: Answer = { status: response.status, headers: response.headers, body: await response.text() };
  return seen(answer, [authority, ...Object.values(ids)]);
}

test.beforeEach(() => keepSignedIn(WORLD));

for (const [path, access] of Object.entries(ROUTE_ACCESS) as [RoutePath, Access][]) {
  test(`${path} for every role`, async () => {
    const [own, foreign] = await Promise.all([idsOf(WORLD, 'rotherham'), idsOf(WORLD, 'lancashire')]);
    const problems: string[] = [];
    const same = (what: string, given: Seen, absent: Seen): void => {
      const words = difference(given, absent);
      if (words !== '') problems.push(`${what}: ${words}`);
    };
    for (const caller of [null, ...SIGN_IN_ROLES]) {
      const may = access === 'public' || (caller !== null && (access === 'signed_in' || access.includes(caller)));
      const mine = await call(caller, path, 'rotherham', own);
      if (may && mine.status !== SAMPLES[path].status) problems.push(`${caller}: status ${mine.status}`);
      if (access === 'public') continue;
      const absent = await call(caller, path, NOWHERE, RANDOM_IDS);
      if (caller !== null && absent.status !== 404) problems.push(`${caller}, an authority that is not there: status ${absent.status}`);
      if (!may) same(`${caller}`, mine, absent);
      same(`${caller}, another authority`, await call(caller, path, 'lancashire', foreign), absent);
      if (placeholdersOf(path).length > 0) same(`${caller}, records of another authority`, await call(caller, path, 'rotherham', foreign), absent);
    }
    expect(problems).toEqual([]);
  });
}
