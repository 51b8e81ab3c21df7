import type { Role } from '@/lib/core/roles';

/** `public`: everybody. `signed_in`: anybody with a session. Else the roles that may come in; the query or command then looks at the record. */
export type Access = 'public' | 'signed_in' | readonly Role[];

const OFFICERS = ['placement_officer'] as const;
const SITES = ['pru_head'] as const;
const SCHOOLS = ['headteacher'] as const;
const PARTNERSHIP = ['headteacher', 'partnership_lead'] as const;

/** Every page of the tree and who may open it. A page without a row fails the contract test. */
export const PAGE_ACCESS = {
  '/': 'public',
  '/sign-in': 'public',
  '/sign-out': 'public',
  '/choose-authority': 'signed_in',
  '/accessibility': 'public',
  '/privacy': 'public',
  '/cookies': 'public',
  '/[authority]': 'public',
  '/[authority]/no-pages-yet': ['commissioner', 'finance_officer', 'provider'],
  '/[authority]/officer': OFFICERS,
  '/[authority]/officer/exclusions/new': OFFICERS,
  '/[authority]/officer/referrals/new': OFFICERS,
  '/[authority]/officer/waiting/[referral]': OFFICERS,
  '/[authority]/officer/waiting/[referral]/talk': OFFICERS,
  '/[authority]/officer/waiting/[referral]/decision': OFFICERS,
  '/[authority]/officer/waiting/[referral]/interim': OFFICERS,
  '/[authority]/officer/waiting/[referral]/no-place': OFFICERS,
  '/[authority]/officer/waiting/[referral]/place': OFFICERS,
  '/[authority]/officer/waiting/[referral]/place/check': OFFICERS,
  '/[authority]/officer/waiting/[referral]/over-number': OFFICERS,
  '/[authority]/officer/placements/[placement]': OFFICERS,
  '/[authority]/officer/placements/[placement]/extend': OFFICERS,
  '/[authority]/officer/placements/[placement]/end': OFFICERS,
  '/[authority]/officer/placements/[placement]/change-site': OFFICERS,
  '/[authority]/officer/placements/[placement]/change-share': OFFICERS,
  '/[authority]/officer/placements/[placement]/cancel': OFFICERS,
  '/[authority]/officer/pupils': OFFICERS,
  '/[authority]/officer/pupils/[pupil]': OFFICERS,
  '/[authority]/officer/pupils/[pupil]/marker': OFFICERS,
  '/[authority]/officer/sites': OFFICERS,
  '/[authority]/officer/sites/[site]': OFFICERS,
  '/[authority]/officer/tasks': OFFICERS,
  '/[authority]/officer/partnerships': OFFICERS,
  '/[authority]/site': SITES,
  '/[authority]/site/[site]': SITES,
  '/[authority]/site/[site]/calendar': SITES,
  '/[authority]/site/[site]/calendar/[day]': SITES,
  '/[authority]/site/[site]/capacity': SITES,
  '/[authority]/site/placements/[placement]': SITES,
  '/[authority]/school': PARTNERSHIP,
  '/[authority]/school/exclusions/new': SCHOOLS,
  '/[authority]/school/pupils/[pupil]': SCHOOLS,
  '/[authority]/partnership/[partnership]': ['headteacher', 'partnership_lead', 'placement_officer', 'commissioner'],
  '/[authority]/partnership/[partnership]/day/[day]': PARTNERSHIP,
  '/[authority]/board': ['board_member', 'commissioner'],
  '/[authority]/forum': ['forum_member', 'finance_officer', 'commissioner'],
  '/[authority]/published-tables': ['auditor', 'placement_officer', 'commissioner', 'finance_officer', 'administrator'],
  '/[authority]/audit': ['auditor'],
  '/[authority]/admin': ['administrator'],
  '/[authority]/admin/users': ['administrator'],
  '/[authority]/admin/users/[person]': ['administrator'],
  '/[authority]/admin/partnerships': ['administrator'],
  '/[authority]/admin/partnerships/[partnership]': ['administrator'],
  '/[authority]/admin/agreements': ['administrator'],
  '/[authority]/admin/agreements/new': ['administrator'],
  '/[authority]/admin/agreements/[agreement]': ['administrator'],
  '/[authority]/admin/sites': ['administrator'],
  '/[authority]/admin/sites/[site]': ['administrator'],
  '/[authority]/admin/calendars': ['administrator'],
  '/[authority]/admin/calendars/[calendar]': ['administrator'],
  '/[authority]/admin/import': ['administrator'],
  '/[authority]/admin/import/[batch]': ['administrator'],
  '/[authority]/admin/clock': ['administrator'],
} as const satisfies Readonly<Record<string, Access>>;

export type PagePath = keyof typeof PAGE_ACCESS;

/** Every act of the tree, by its command's name, and who may try it. */
export const ACTION_ACCESS = {
  'session.sign_in': 'public',
  'session.sign_out': 'public',
  'exclusion.record': ['placement_officer', 'headteacher'],
  'exclusion.discuss': OFFICERS,
  'exclusion.decide': OFFICERS,
  'exclusion.rescind': OFFICERS,
  'referral.record': OFFICERS,
  'referral.no_place': OFFICERS,
  'referral.interim': OFFICERS,
  'referral.end_interim': OFFICERS,
  'placement.propose': OFFICERS,
  'placement.extend': OFFICERS,
  'placement.end': OFFICERS,
  'placement.change_site': OFFICERS,
  'placement.change_share': OFFICERS,
  'placement.cancel': OFFICERS,
  'placement.undo': OFFICERS,
  'placement.accept': SITES,
  'placement.raise_concern': SITES,
  'placement.tell_parents': ['pru_head', 'placement_officer'],
  'placement.book_transport': ['pru_head', 'placement_officer'],
  'placement.start': ['pru_head', 'placement_officer'],
  'placement.not_arrived': SITES,
  'placement.leave': SITES,
  'site.change_places': ['pru_head', 'administrator'],
  'site.close_days': ['pru_head', 'administrator'],
  'site.reopen_days': ['pru_head', 'administrator'],
  'site.authorise_over_number': OFFICERS,
  'task.finish': ['placement_officer', 'headteacher', 'partnership_lead', 'pru_head'],
  'pupil.mark': OFFICERS,
  'person.save': ['administrator'],
  'role.assign': ['administrator'],
  'role.end': ['administrator'],
  'partnership.save': ['administrator'],
  'partnership.join': ['administrator'],
  'partnership.leave': ['administrator'],
  'agreement.save': ['administrator'],
  'agreement.sign': ['administrator'],
  'agreement.set_quota': ['administrator'],
  'site.save': ['administrator'],
  'calendar.save': ['administrator'],
  'import.commit': ['administrator'],
  'import.undo': ['administrator'],
  'clock.set': ['administrator'],
} as const satisfies Readonly<Record<string, Access>>;

export type ActionName = keyof typeof ACTION_ACCESS;

/** Every route handler and who may call it. */
export const ROUTE_ACCESS = {
  '/api/auth/[...nextauth]': 'public',
  '/api/health': 'public',
  '/[authority]/admin/import/check': ['administrator'],
  '/[authority]/admin/import/template': ['administrator'],
  '/[authority]/admin/import/[batch]/report': ['administrator'],
} as const satisfies Readonly<Record<string, Access>>;

export type RoutePath = keyof typeof ROUTE_ACCESS;
