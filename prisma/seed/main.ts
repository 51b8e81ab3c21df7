/** Lays the demonstration's two councils into an empty, migrated database, in one transaction. */
import { join } from 'node:path';
import type { Client } from 'pg';
import { ROLE_NAMES } from '@/lib/core/roles';
import { withClient } from '@/scripts/postgres/connection';
import { runProgram } from '@/scripts/run/command';
import { ROOT } from '@/scripts/run/paths';
import { AUTHORITIES } from './demonstration/authorities';
import { demonstrationFacts } from './demonstration/demonstration-facts';
import type { AuthoritySlug, Facts } from './demonstration/facts';
import { PEOPLE } from './demonstration/people';
import { loadAgreements } from './load/agreements';
import { loadAuthority, loadSettings } from './load/authorities';
import { AuthorityLoad } from './load/authority-load';
import { loadCalendars } from './load/calendars';
import { loadExclusions } from './load/exclusions';
import { loadNoticesTold } from './load/notices';
import { loadEstablishments, loadPartnerships } from './load/organisations';
import { DEMONSTRATION_PASSWORD, loadAccounts, loadPeople } from './load/people';
import { loadPlacements } from './load/placements';
import { loadPublished } from './load/published';
import { loadMarkers, loadPupils } from './load/pupils';
import { passReferenceNumbers } from './load/reference-numbers';
import { loadInterimEducation, loadReferrals } from './load/referrals';
import { loadRolls } from './load/rolls';
import { insertRows } from './load/rows';
import { loadCommissionedPlaces, loadProviders, loadSites } from './load/sites';
import { loadSpend } from './load/spend';
import { loadTasks } from './load/tasks';
import { loadTrusts } from './load/trusts';

/** One account of the demonstration. */
export interface DemonstrationSignIn {
  readonly authority: AuthoritySlug;
  readonly council: string;
  /** The role as people read it. */
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The sign-ins: one per role and council, and a second in finance. */
export function demonstrationSignIns(): DemonstrationSignIn[] {
  return AUTHORITIES.flatMap(({ slug, council }) => PEOPLE.filter((person) => person.authority === slug).map(({ role, name, email }) => ({
    authority: slug, council, role: ROLE_NAMES[role], name, email, password: DEMONSTRATION_PASSWORD,
  })));
}

export interface SeedPlan {
  /** The owner of the tables; need not be a superuser. */
  readonly ownerUrl: string;
  /** The application's role, which must see nothing until it has named an authority. */
  readonly appUrl: string;
  readonly log: (line: string) => void;
}

/** In the order of what refers to what. */
const SUBJECTS: readonly ((load: AuthorityLoad) => Promise<void>)[] = [
  loadAuthority, loadSettings, loadEstablishments, loadPartnerships, loadTrusts, loadCalendars, loadProviders, loadPeople, loadSites, loadCommissionedPlaces, loadSpend,
  loadAgreements, loadPupils, loadMarkers, loadRolls, loadExclusions, loadNoticesTold, loadReferrals, loadInterimEducation, loadPlacements, loadTasks, loadPublished,
];

/**
 * Loads every fact, all or nothing, then charges the months that are over.
 * @throws Error when the database refuses a row (the facts break a rule), or when the application sees rows without an authority
 */
export async function seedDemonstration({ ownerUrl, appUrl, log }: SeedPlan): Promise<void> {
  const facts = demonstrationFacts();
  await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN');
    try {
      await loadAll(client, facts, log);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
    await client.query('ANALYZE');
  });
  await refuseUnsealed(appUrl);
  await chargeMonthsThatAreOver(appUrl);
  await measuresOfTheBoards(appUrl);
  await reportsToTheForum(appUrl);
  // Pages plan their queries by what the tables hold.
  await withClient(ownerUrl, (client) => client.query('ANALYZE'));
}

/** As the product does it, with its own commands, so in a process that has the application's connection and no other. */
async function chargeMonthsThatAreOver(appUrl: string): Promise<void> {
  await runProgram(process.execPath, ['--conditions=react-server', '--import', 'tsx', join(ROOT, 'prisma', 'seed', 'charges', 'main.ts')], {
    env: { APP_DATABASE_URL: appUrl, NEXTAUTH_SECRET: 'nobody signs in while the months are charged' }, quiet: true,
  });
}

/** As the charges: with the product's own commands and calculations. */
async function measuresOfTheBoards(appUrl: string): Promise<void> {
  await runProgram(process.execPath, ['--conditions=react-server', '--import', 'tsx', join(ROOT, 'prisma', 'seed', 'board', 'main.ts')], {
    env: { APP_DATABASE_URL: appUrl, NEXTAUTH_SECRET: 'nobody signs in while the measures are entered' }, quiet: true,
  });
}

/** As the charges: drawn up, signed off and published with the product's own commands. */
async function reportsToTheForum(appUrl: string): Promise<void> {
  await runProgram(process.execPath, ['--conditions=react-server', '--import', 'tsx', join(ROOT, 'prisma', 'seed', 'reports', 'main.ts')], {
    env: { APP_DATABASE_URL: appUrl, NEXTAUTH_SECRET: 'nobody signs in while the reports are published' }, quiet: true,
  });
}

async function loadAll(client: Client, facts: Facts, log: (line: string) => void): Promise<void> {
  // Rows kept as JSON hold instants in this zone.
  await client.query("SET LOCAL TimeZone = 'UTC'");
  await insertRows(client, 'local_authority', facts.localAuthorities.map(({ code, name }) => ({ code, name })));
  await loadAccounts(client, facts.people);
  for (const authority of facts.authorities) {
    // Row-level security is forced on the owner too.
    await client.query("SELECT set_config('app.authority_id', $1, true)", [authority.code]);
    const load = new AuthorityLoad(client, facts, authority);
    for (const loadSubject of SUBJECTS) await loadSubject(load);
    log(`${authority.name}: ${load.own(facts.establishments).length} establishments, ${load.own(facts.pupils).length} pupils, ${load.own(facts.placements).length} placements`);
  }
  await passReferenceNumbers(client, facts);
}

async function refuseUnsealed(appUrl: string): Promise<void> {
  await withClient(appUrl, async (client) => {
    const seen = await client.query<{ pupils: number }>('SELECT count(*)::int AS pupils FROM pupil');
    if (seen.rows[0]?.pupils !== 0) throw new Error('The application sees pupils without naming an authority. Row-level security is not in force.');
  });
}
