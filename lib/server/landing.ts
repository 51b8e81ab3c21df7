import type { Actor, Role } from '@/lib/core/roles';

/** Where a role comes to first, below the authority's address; and the navigation it sees (at most six). */
const LANDINGS: readonly (readonly [Role, string])[] = [
  ['placement_officer', '/officer'], ['pru_head', '/site'], ['headteacher', '/school'], ['partnership_lead', '/school'],
  ['administrator', '/admin'], ['board_member', '/board'], ['forum_member', '/forum'], ['auditor', '/audit'],
  ['commissioner', '/board'], ['finance_officer', '/finance'], ['provider', '/no-pages-yet'],
];

export function landingPath(actor: Actor): string | null {
  return LANDINGS.find(([role]) => actor.roles.some((held) => held.role === role))?.[1] ?? null;
}

interface NavItem { readonly text: string; readonly path: string; readonly roles: readonly Role[] }

const NAVIGATION: readonly NavItem[] = [
  { text: 'Pupils waiting', path: '/officer', roles: ['placement_officer'] },
  { text: 'Pupils', path: '/officer/pupils', roles: ['placement_officer'] },
  { text: 'Sites', path: '/officer/sites', roles: ['placement_officer'] },
  { text: 'Partnerships', path: '/officer/partnerships', roles: ['placement_officer'] },
  { text: 'Tasks', path: '/officer/tasks', roles: ['placement_officer'] },
  { text: 'My sites', path: '/site', roles: ['pru_head'] },
  { text: 'My places', path: '/school', roles: ['headteacher', 'partnership_lead'] },
  { text: 'Record an exclusion', path: '/school/exclusions/new', roles: ['headteacher'] },
  { text: 'Tasks', path: '/tasks', roles: ['headteacher', 'partnership_lead', 'pru_head'] },
  { text: 'Statements', path: '/statements', roles: ['headteacher', 'partnership_lead'] },
  { text: 'Charges', path: '/finance', roles: ['finance_officer'] },
  { text: 'Invoices', path: '/finance/invoices', roles: ['finance_officer'] },
  { text: 'Spend', path: '/finance/spend', roles: ['finance_officer'] },
  { text: 'Administration', path: '/admin', roles: ['administrator'] },
  { text: 'Users', path: '/admin/users', roles: ['administrator'] },
  { text: 'Agreements', path: '/admin/agreements', roles: ['administrator'] },
  { text: 'Import', path: '/admin/import', roles: ['administrator'] },
  { text: 'Settings', path: '/admin/settings', roles: ['administrator'] },
  { text: 'Governance Board', path: '/board', roles: ['board_member', 'commissioner'] },
  { text: 'Partnerships', path: '/partnership', roles: ['commissioner'] },
  { text: 'Budget monitor', path: '/finance/monitor', roles: ['finance_officer', 'commissioner'] },
  { text: 'Schools Forum', path: '/forum', roles: ['forum_member', 'finance_officer', 'commissioner'] },
  { text: 'Access log', path: '/audit', roles: ['auditor'] },
  { text: 'Published tables', path: '/published-tables', roles: ['auditor', 'placement_officer', 'commissioner', 'finance_officer', 'administrator'] },
];

/** The navigation of a person: the items of their roles, at most six, the current one marked. */
export function navigationFor(actor: Actor | null, slug: string, pathname: string): { text: string; href: string; current: boolean }[] {
  if (!actor) return [];
  const items = NAVIGATION.filter((item) => actor.roles.some((held) => item.roles.includes(held.role))).slice(0, 6);
  const best = items
    .map((item) => `/${slug}${item.path}`)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
  return items.map((item) => ({ text: item.text, href: `/${slug}${item.path}`, current: `/${slug}${item.path}` === best }));
}
