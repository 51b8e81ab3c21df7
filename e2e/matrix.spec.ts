import { expect, test } from '@playwright/test';
import type { Role } from '@/lib/core/roles';
import { type Access, PAGE_ACCESS, type PagePath } from '@/lib/server/access';
import { addressOf } from '@/scripts/run/worlds';
import { each, open } from './support/http';
import { filledIn, type Ids, idsOf, placeholdersOf, RANDOM_IDS } from './support/ids';
import { difference, type Seen, seen } from './support/masking';
import { cookieOf, keepSignedIn, SIGN_IN_ROLES, type SignInRole } from './support/people';

/**
 * Every role, and somebody who is not signed in, opens every page: with records of their own, of a neighbour, of
 * another authority and of nobody. What is not for them must look exactly like what is not there.
 */
const WORLD = 'http';
const AT_ONCE = 6;
const NOWHERE = 'nowhere-at-all';

/** Roles that see the records of their own school, partnership or provider only. */
const SCOPED: readonly Role[] = ['headteacher', 'partnership_lead', 'pru_head'];

/** Pages that answer everybody who may come in by sending them on. */
const LEADS_ON: Readonly<Partial<Record<PagePath, string>>> = { '/choose-authority': '/rotherham', '/[authority]': '/rotherham/' };

/** Pages that send on one role and answer the others. */
const LEADS_ON_ROLE: Readonly<Partial<Record<PagePath, Readonly<Partial<Record<Role, string>>>>>> = { '/[authority]/partnership': { partnership_lead: '/rotherham/partnership/' } };

type Caller = SignInRole | null;
interface Asked { readonly path: PagePath; readonly authority: string; readonly ids: Ids }

// A page for every address that no other page has (`[...rest]`) is there to be not found.
const PAGES = (Object.entries(PAGE_ACCESS) as [PagePath, Access][]).filter(([path]) => !path.includes('[...'));
const isOfAuthority = (path: string): boolean => path.startsWith('/[authority]/');
const hasRecords = (path: string): boolean => placeholdersOf(path).some((name) => name !== 'day' && name !== 'month' && name !== 'line' && name !== 'version');
const mayOpen = (access: Access, caller: Caller): boolean =>
  access === 'public' || (caller !== null && (access === 'signed_in' || access.includes(caller)));

async function look(caller: Caller, { path, authority, ids }: Asked): Promise<Seen> {
  const address = filledIn(path, authority, ids);
  const query = path.endsWith('/place/check') ? `?site=${ids.site}` : '';
  const answer = await open({ address: addressOf(WORLD), path: `${address}${query}`, cookie: caller === null ? undefined : cookieOf(WORLD, caller) });
  return seen(answer, [authority, ...Object.values(ids)]);
}

test.beforeEach(() => keepSignedIn(WORLD));

for (const caller of [null, ...SIGN_IN_ROLES]) {
  test(`pages for ${caller ?? 'somebody who is not signed in'}`, async () => {
    test.setTimeout(180_000);
    const [own, neighbour, foreign] = await Promise.all([idsOf(WORLD, 'rotherham'), idsOf(WORLD, 'rotherham', 'neighbour'), idsOf(WORLD, 'lancashire')]);
    const page = (path: PagePath, authority: string, ids: Ids): Promise<Seen> => look(caller, { path, authority, ids });
    const nobodys = await look(caller, { path: '/[authority]/no-such-page' as PagePath, authority: 'rotherham', ids: RANDOM_IDS });

    const problems = (await each(PAGES, AT_ONCE, async ([path, access]): Promise<string[]> => {
      const found: string[] = [];
      const same = (what: string, given: Seen, absent: Seen): void => {
        const words = difference(given, absent);
        if (words !== '') found.push(`${path}, ${what}: ${words}`);
      };
      const answered = (what: string, given: Seen): void => {
        const onward = LEADS_ON[path] ?? (caller === null ? undefined : LEADS_ON_ROLE[path]?.[caller]);
        const fits = onward !== undefined && caller !== null
          ? given.status === 307 && given.location?.startsWith(onward) === true
          : given.status === 200;
        if (!fits) found.push(`${path}, ${what}: status ${given.status}${given.location === null ? '' : ` to ${given.location}`}`);
      };

      const mine = await page(path, 'rotherham', own);
      if (caller === null && !mayOpen(access, caller)) {
        if (mine.status !== 307 || mine.location !== '/sign-in') found.push(`${path}: status ${mine.status} to ${mine.location} instead of the sign-in`);
        if (!isOfAuthority(path)) return found;
        same('records of nobody', await page(path, 'rotherham', RANDOM_IDS), mine);
        same('another authority', await page(path, 'lancashire', foreign), mine);
        same('an authority that is not there', await page(path, NOWHERE, RANDOM_IDS), mine);
        return found;
      }
      if (mayOpen(access, caller)) answered('own', mine);
      if (!path.startsWith('/[authority]')) return found;
      // What is published is for everybody, whichever authority they belong to.
      if (path.startsWith('/[authority]/reports')) return found;
      if (caller !== null) same('another authority', await page(path, 'lancashire', foreign), await page(path, NOWHERE, RANDOM_IDS));
      if (!hasRecords(path)) {
        // A page without records has no other address to compare with but one that no page has; their bodies name their routes.
        if (!mayOpen(access, caller)) same('another role', { ...mine, body: '' }, { ...nobodys, body: '' });
        return found;
      }
      const absent = await page(path, 'rotherham', RANDOM_IDS);
      if (absent.status !== 404) found.push(`${path}, records of nobody: status ${absent.status}`);
      same('records of another authority', await page(path, 'rotherham', foreign), absent);
      const neighbours = await page(path, 'rotherham', neighbour);
      if (!mayOpen(access, caller)) same('own records, another role', mine, absent);
      if (mayOpen(access, caller) && caller !== null && !SCOPED.includes(caller)) answered('of a neighbour', neighbours);
      else same('records of a neighbour', neighbours, absent);
      return found;
    })).flat();
    expect(problems).toEqual([]);
  });
}
