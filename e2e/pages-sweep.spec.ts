import { type Access, PAGE_ACCESS, type PagePath } from '@/lib/server/access';
import { expectAccessibleAnew } from './support/axe';
import { type Ids, filledIn, idsOf } from './support/ids';
import { SIGN_IN_ROLES, type SignInRole } from './support/people';
import { expect, test } from './support/test';
import { expectUniqueIds } from './support/unique-ids';
import { expectNoSidewaysScroll } from './support/widths';

/** What follows the address, for pages that ask a question of it. */
const QUERIES: Readonly<Partial<Record<PagePath, (ids: Ids) => string>>> = {
  '/[authority]/officer/waiting/[referral]/place/check': ({ site }) => `?site=${site}`,
};

/** A desk's window and a phone's. Journeys tagged @phone are walked on a phone besides. */
const WIDTHS = [{ width: 1280, height: 900 }, { width: 390, height: 844 }] as const;

/** Addresses that lead a signed-in person on to their first page. */
const LEAD_ON: readonly PagePath[] = ['/choose-authority'];

/** The first role that may open a page; null for pages that are for everybody. */
function openerOf(access: Access): SignInRole | null {
  if (access === 'public') return null;
  if (access === 'signed_in') return 'auditor';
  const role = SIGN_IN_ROLES.find((one) => access.includes(one));
  if (role === undefined) throw new Error(`No sign-in may open this page: ${access.join(', ')}.`);
  return role;
}

// A page for every address that no other page has (`[...rest]`) is there to be not found.
const PAGES = (Object.entries(PAGE_ACCESS) as [PagePath, Access][]).filter(([path]) => !path.includes('[...'));

for (const [path, access] of PAGES) {
  test(`${path} stands`, async ({ page: visitor, signedIn, world }) => {
    const opener = openerOf(access);
    const page = opener === null ? visitor : await signedIn(opener);
    const ids = await idsOf(world, 'rotherham');
    const address = filledIn(path, 'rotherham', ids);
    const answer = await page.goto(`${address}${QUERIES[path]?.(ids) ?? ''}`);
    expect(answer?.status(), `${address} for ${opener ?? 'everybody'}`).toBe(200);
    if (!LEAD_ON.includes(path)) expect(new URL(page.url()).pathname).toBe(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/\S/);
    await expectUniqueIds(page);
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      await expectAccessibleAnew(page);
      await expectNoSidewaysScroll(page);
    }
  });
}
