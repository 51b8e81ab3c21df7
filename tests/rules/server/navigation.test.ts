import { describe, expect, it } from 'vitest';
import { type Actor, ROLES } from '@/lib/core/roles';
import { type Access, PAGE_ACCESS } from '@/lib/server/access';
import { landingPath, navigationFor } from '@/lib/server/landing';

const actorWith = (role: Actor['roles'][number]['role']): Actor => ({
  personId: 'a', name: 'A', email: 'a@council.test', roles: [{ role, establishmentId: null, partnershipId: null, providerId: null }],
});
const accessTo = (path: string): Access | undefined => (PAGE_ACCESS as Readonly<Record<string, Access>>)[`/[authority]${path}`];

describe('navigation', () => {
  it.each(ROLES.filter((role) => role !== 'public'))('leads a %s to pages that are theirs, their first page among them', (role) => {
    const hrefs = navigationFor(actorWith(role), 'x', '/x').map((item) => item.href.slice(2));
    expect(hrefs.filter((href) => { const access = accessTo(href); return !Array.isArray(access) || !access.includes(role); })).toEqual([]);
    expect(hrefs.length).toBeLessThanOrEqual(6);
    if (role !== 'provider') expect(hrefs).toContain(landingPath(actorWith(role)));
  });

  it('leads a commissioner to the partnerships, and marks the list while one of them is open', () => {
    const items = navigationFor(actorWith('commissioner'), 'x', '/x/partnership/rotherham-south');
    expect(items.find((item) => item.current)).toMatchObject({ text: 'Partnerships', href: '/x/partnership' });
  });

  it('leads a finance officer to the charges first, and marks the budget monitor while it is open', () => {
    expect(landingPath(actorWith('finance_officer'))).toBe('/finance');
    const current = (path: string): readonly string[] => navigationFor(actorWith('finance_officer'), 'x', path).filter((item) => item.current).map((item) => item.text);
    expect(current('/x/finance/monitor/2026-02')).toEqual(['Budget monitor']);
    expect(current('/x/finance/charges/2026-02')).toEqual(['Charges']);
  });
});
