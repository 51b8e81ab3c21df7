import { expect, test } from '@playwright/test';
import { type Access, ACTION_ACCESS, type ActionName } from '@/lib/server/access';
import { addressOf } from '@/scripts/run/worlds';
import { NAME_NO_RECORD, sampleFields } from './support/action-samples';
import { type BuiltAction, builtActions } from './support/actions';
import { put } from './support/flight';
import { act, type Answer, each, ledTo } from './support/http';
import { filledIn, type Ids, idsOf } from './support/ids';
import { difference, seen } from './support/masking';
import { cookieOf, keepSignedIn, SIGN_IN_ROLES, type SignInRole } from './support/people';
import { nobodysIds, type RecordIds, recordIdsOf } from './support/record-ids';

/** Every server action of the build, called by its id as a script calls it: by roles that may not, and on records of another authority. */
const WORLD = 'http';
const AT_ONCE = 6;

const accessTo = (action: ActionName): Access => ACTION_ACCESS[action];
const mayTry = (action: ActionName, caller: SignInRole | null): boolean => {
  const access = accessTo(action);
  return access === 'public' || (caller !== null && (access === 'signed_in' || access.includes(caller)));
};

function call(caller: SignInRole | null, { id, action, path }: BuiltAction, page: Ids, authority: string, records: RecordIds): Promise<Answer> {
  const sent = { address: addressOf(WORLD), path: filledIn(path, 'rotherham', page), cookie: caller === null ? undefined : cookieOf(WORLD, caller) };
  return act(sent, id, { ...sampleFields(action, records), authority });
}

function compared(what: string, given: Answer, absent: Answer, records: RecordIds): string[] {
  const words = difference(seen(given, Object.values(records)), seen(absent, ['nowhere-at-all']));
  return [...(given.status === 404 ? [] : [`${what}: status ${given.status}`]), ...(words === '' ? [] : [`${what}: ${words}`])];
}

test('every act has a row, and every row an act', () => {
  const built = new Set<string>(builtActions().map(({ action }) => action));
  expect(Object.keys(ACTION_ACCESS).filter((action) => !built.has(action)), 'rows that no server action of the build bears').toEqual([]);
});

test.beforeEach(() => keepSignedIn(WORLD));

for (const caller of [null, ...SIGN_IN_ROLES]) {
  test(`acts that ${caller ?? 'somebody who is not signed in'} may not try look like acts on nothing`, async () => {
    test.setTimeout(180_000);
    const [page, records] = await Promise.all([idsOf(WORLD, 'rotherham'), recordIdsOf(WORLD, 'rotherham')]);
    const forbidden = builtActions().filter(({ action }) => !mayTry(action, caller));
    const problems = await each(forbidden, AT_ONCE, async (action) => {
      const given = await call(caller, action, page, 'rotherham', records);
      return compared(`${action.where} (${action.action})`, given, await call(caller, action, page, 'nowhere-at-all', nobodysIds()), records);
    });
    expect(problems.flat()).toEqual([]);
  });
}

/** Fields at which an act was refused: those that name records say as much as "not found", others say that the sample is not well formed. */
const fieldsOf = ({ body }: Answer): string[] => [...put(body).matchAll(/"field":("[^"]*"|null),"message":"([^"]*)"/g)].map(([, field = '', message = '']) => `${field} ${message}`);

test('acts on the records of another authority are refused as acts on nothing are, to everybody who may try them', async () => {
  test.setTimeout(180_000);
  const [page, foreign] = await Promise.all([idsOf(WORLD, 'rotherham'), recordIdsOf(WORLD, 'lancashire')]);
  const tries = builtActions().filter(({ action, where }) => !NAME_NO_RECORD.includes(action) && !NAME_NO_RECORD.includes(where))
    .flatMap((action) => SIGN_IN_ROLES.filter((role) => mayTry(action.action, role)).map((role) => ({ action, role })));
  const problems = await each(tries, AT_ONCE, async ({ action, role }) => {
    const what = `${action.where} (${action.action}) by ${role}`;
    const [given, absent] = [await call(role, action, page, 'rotherham', foreign), await call(role, action, page, 'rotherham', nobodysIds())];
    const words = difference(seen(given, Object.values(foreign)), seen(absent, []));
    if (words !== '') return [`${what}: ${words}`];
    if (given.status === 404) return [];
    const malformed = fieldsOf(given).filter((one) => !/^"\w+Id" /.test(one));
    if (ledTo(given) !== null) return [`${what}: it was done`];
    return malformed.length > 0 || fieldsOf(given).length === 0 ? [`${what}: status ${given.status}, ${malformed.join('; ')}`] : [];
  });
  expect(problems.flat()).toEqual([]);
});
