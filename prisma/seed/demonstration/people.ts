/** The sign-ins: one person per role and council, the public excepted, and a second in finance. Names are invented. */
import { calendarDate } from '@/lib/core/calendar-date';
import type { AuthoritySlug, PersonFact } from './facts';

type SignInRole = PersonFact['role'];
type Scope = Partial<Pick<PersonFact, 'urn' | 'partnership' | 'provider'>>;

const LOCAL_PARTS: Readonly<Record<SignInRole, string>> = {
  placement_officer: 'placements', commissioner: 'commissioning', finance_officer: 'finance', administrator: 'admin',
  headteacher: 'head', partnership_lead: 'chair', pru_head: 'pru', provider: 'provider', forum_member: 'forum',
  board_member: 'board', auditor: 'audit',
};

const NAMES: Readonly<Record<AuthoritySlug, Readonly<Record<SignInRole, string>>>> = {
  rotherham: {
    placement_officer: 'Maya Whitaker', commissioner: 'Daniel Osei', finance_officer: 'Ruth Adeyemi', administrator: 'Tom Hepworth',
    headteacher: 'Sunita Rao', partnership_lead: 'Alan Beaumont', pru_head: 'Claire Lister', provider: 'Owen Garside',
    forum_member: 'Patricia Holmes', board_member: 'Imran Sharif', auditor: 'Grace Tindall',
  },
  lancashire: {
    placement_officer: 'Hannah Seddon', commissioner: 'Yusuf Patel', finance_officer: 'Marek Nowak', administrator: 'Lucy Entwistle',
    headteacher: 'Peter Catterall', partnership_lead: 'Nadia Hussain', pru_head: 'James Rigby', provider: 'Chloe Aspinall',
    forum_member: 'Brian Duxbury', board_member: 'Dr Anita Desai', auditor: 'Samuel Okafor',
  },
};

const SCOPES: Readonly<Record<AuthoritySlug, Partial<Record<SignInRole, Scope>>>> = {
  rotherham: {
    headteacher: { urn: '136331' }, partnership_lead: { partnership: 'rotherham-south' },
    pru_head: { provider: 'rotherham-aspire' }, provider: { provider: 'don-valley-tuition' },
  },
  lancashire: {
    headteacher: { urn: '134989' }, partnership_lead: { partnership: 'pendle' },
    pru_head: { provider: 'coal-clough' }, provider: { provider: 'ribble-tuition' },
  },
};

/** What one person in finance draws up, another posts from the authority's limit on. */
const SECOND_IN_FINANCE: Readonly<Record<AuthoritySlug, string>> = { rotherham: 'Simon Farrell', lancashire: 'Joanne Whittle' };

const FIRST_ON = calendarDate('2024-09-01');

const ORDER = Object.keys(LOCAL_PARTS) as SignInRole[];

export const PEOPLE: readonly PersonFact[] = (['rotherham', 'lancashire'] as const).flatMap((authority): PersonFact[] => [
  ...ORDER.map((role) => ({
    authority, role, email: `${LOCAL_PARTS[role]}@${authority}.example`, name: NAMES[authority][role],
    urn: SCOPES[authority][role]?.urn ?? null, partnership: SCOPES[authority][role]?.partnership ?? null,
    provider: SCOPES[authority][role]?.provider ?? null, firstOn: FIRST_ON,
  })),
  {
    authority, role: 'finance_officer', email: `finance.second@${authority}.example`, name: SECOND_IN_FINANCE[authority], urn: null, partnership: null, provider: null,
    firstOn: FIRST_ON,
  },
]);
