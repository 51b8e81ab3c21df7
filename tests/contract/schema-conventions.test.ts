/** The house rules of the schema, asked of the catalogue of a migrated database. */
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '@/tests/support/test-database';

/** Tables that belong to no authority, each with the day it was let off and why. */
const PLATFORM: Readonly<Record<string, string>> = {
  _prisma_migrations: '2026-11-24: the list of applied migrations; no right to it for either role',
  authority: '2026-11-24: the authorities themselves, public names; sealed on its own id for changes',
  local_authority: '2026-11-24: the public list of all authorities in England',
  account: '2026-11-24: one sign-in across authorities; reached through functions only',
  account_session: '2026-11-24: as account',
  sign_in_attempt: '2026-11-24: as account',
};

/** Functions that run with the owner's rights, each with the day it was let in and why. */
const WITH_OWNERS_RIGHTS: Readonly<Record<string, string>> = {
  sign_in_lookup: '2026-11-24: reads one account to check its password',
  sign_in_failed: '2026-11-24: counts a wrong try',
  sign_in_succeeded: '2026-11-24: opens a session',
  sign_out: '2026-11-24: ends a session',
  session_actor: '2026-11-24: finds the person and roles behind a session in the authority of the address',
  session_authorities: '2026-11-24: the authorities of a session',
  account_for_email: '2026-11-24: makes an account, never reads it back',
  session_account: '2026-11-24: reads the account of a session to check its old password',
  change_password: '2026-11-24: sets the password of the session\'s own account',
  people_of_email: '2026-11-24: in which authorities a sign-in leaves a line of audit',
  stamp_facts: '2026-11-24: raises the number of an authority\'s slow facts, which nobody else may write',
  stamp_facts_of_site: '2026-11-24: as stamp_facts',
  give_password: '2026-11-24: an administrator sets the password of a person of the authority; elsewhere its account then opens nothing',
};

const APPEND_ONLY = [
  'audit_event', 'board_close', 'board_item', 'board_measure', 'board_meeting', 'board_pack', 'budget_entry', 'charge_line', 'commissioned_places', 'correction',
  'exclusion_event', 'finance_file', 'finance_file_line', 'invoice', 'invoice_event', 'ledger_account', 'ledger_entry', 'ledger_transaction', 'monitor_note',
  'notice_told', 'payment_file', 'placement_event', 'provider_price', 'report_file', 'report_publication', 'reserve_entry', 'site_places', 'spend_entry',
  'spend_target',
];
/** What may be taken away again, each with the day it was let in and why. */
const MAY_DELETE: Readonly<Record<string, string>> = {
  calendar_closed_days: '2026-11-24: a calendar is edited as a whole',
  calendar_term: '2026-11-24: as calendar_closed_days',
  calendar_use: '2026-11-24: as calendar_closed_days',
  import_upload: '2026-11-24: a file of names, kept only until it is imported or a week has passed',
  pupil_contact: '2026-11-25: a contact recorded wrongly is taken away; the correction keeps what stood',
};

let database: TestDatabase;
let sealed: string[];

async function ask<T extends object>(sql: string): Promise<T[]> {
  return (await database.owner.query<T>(sql)).rows;
}
async function names(sql: string): Promise<string[]> {
  return (await ask<{ name: string }>(sql)).map((row) => row.name);
}

const TABLES = "FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')";

beforeAll(async () => {
  database = await testDatabase();
  sealed = (await names(`SELECT c.relname AS name ${TABLES} ORDER BY 1`)).filter((name) => !(name in PLATFORM));
});

describe('every table of an authority', () => {
  it('is every table but the listed few, and none of those is gone', async () => {
    const all = await names(`SELECT c.relname AS name ${TABLES}`);
    expect(Object.keys(PLATFORM).filter((name) => !all.includes(name))).toEqual([]);
    expect(sealed.length).toBeGreaterThan(30);
    const owned = await names(`SELECT c.relname AS name ${TABLES} AND EXISTS (
      SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'authority_id' AND a.attnotnull AND NOT a.attisdropped) ORDER BY 1`);
    expect(owned).toEqual(sealed);
  });

  it('forces row-level security', async () => {
    expect(await names(`SELECT c.relname AS name ${TABLES} AND c.relrowsecurity AND c.relforcerowsecurity ORDER BY 1`)).toEqual([...sealed, 'authority'].sort());
  });

  it('has one policy, for every act and role, on its own authority both ways', async () => {
    const policies = await ask<{ tablename: string; permissive: string; roles: string; cmd: string; qual: string; with_check: string }>(
      "SELECT tablename, permissive, roles::text, cmd, qual, with_check FROM pg_policies WHERE schemaname = 'public' AND tablename <> 'authority' ORDER BY 1");
    const own = '(authority_id = current_authority())';
    expect(policies).toEqual(sealed.map((tablename) => ({ tablename, permissive: 'PERMISSIVE', roles: '{public}', cmd: 'ALL', qual: own, with_check: own })));
  });

  it('has a composite key that begins with the authority', async () => {
    const keys = await ask<{ name: string; columns: string[] }>(`
      SELECT c.relname AS name, ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u(att, nr)
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.att ORDER BY u.nr) AS columns
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'p' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`);
    const ofAuthorities = keys.filter((key) => sealed.includes(key.name));
    expect(ofAuthorities.map((key) => key.name)).toEqual(sealed);
    expect(ofAuthorities.filter((key) => key.columns[0] !== 'authority_id' || key.columns.length !== 2)).toEqual([]);
  });

  it('is unique within an authority only: a unique index over all would tell what others have', async () => {
    const unique = await ask<{ name: string; first: string }>(`
      SELECT c.relname AS name, a.attname AS first FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0] WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace`);
    expect(unique.filter((index) => sealed.includes(index.name) && index.first !== 'authority_id')).toEqual([]);
  });

  it('carries the authority in every foreign key to another table of an authority', async () => {
    const keys = await ask<{ name: string; from: string; to: string; pairs: string[] }>(`
      SELECT k.conname AS name, c.relname AS "from", t.relname AS "to",
             ARRAY(SELECT f.attname || '=' || r.attname FROM unnest(k.conkey, k.confkey) AS u(here, there)
                     JOIN pg_attribute f ON f.attrelid = k.conrelid AND f.attnum = u.here
                     JOIN pg_attribute r ON r.attrelid = k.confrelid AND r.attnum = u.there) AS pairs
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
       WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace`);
    const between = keys.filter((key) => sealed.includes(key.from) && sealed.includes(key.to));
    expect(between.length).toBeGreaterThan(40);
    expect(between.filter((key) => !key.pairs.includes('authority_id=authority_id'))).toEqual([]);
  });
});

describe('the roles', () => {
  const ROLES = "('fairplace_app', 'fairplace_public')";

  it('cannot look past row-level security, make roles or databases, and own nothing', async () => {
    expect(await ask(`SELECT rolname FROM pg_roles WHERE rolname IN ${ROLES} AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`)).toEqual([]);
    expect(await ask(`SELECT d.classid::regclass, d.objid FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid WHERE r.rolname IN ${ROLES} AND d.deptype = 'o'`)).toEqual([]);
    expect(await ask(`SELECT r.rolname, m.rolname AS member_of FROM pg_auth_members am JOIN pg_roles r ON r.oid = am.member JOIN pg_roles m ON m.oid = am.roleid WHERE r.rolname IN ${ROLES}`)).toEqual([]);
    expect(await ask(`SELECT rolname FROM pg_roles WHERE rolname IN ${ROLES} AND has_schema_privilege(rolname, 'public', 'CREATE')`)).toEqual([]);
  });

  it('may delete from the listed tables alone, and empty no table', async () => {
    expect(await names(`SELECT c.relname AS name ${TABLES} AND has_table_privilege('fairplace_app', c.oid, 'DELETE') ORDER BY 1`)).toEqual(Object.keys(MAY_DELETE).sort());
    expect(await names(`SELECT c.relname AS name ${TABLES} AND has_table_privilege('fairplace_app', c.oid, 'TRUNCATE, TRIGGER, REFERENCES')`)).toEqual([]);
  });

  it('may only add to what is kept for ever', async () => {
    const may = (right: string) => names(`SELECT c.relname AS name ${TABLES} AND has_any_column_privilege('fairplace_app', c.oid, '${right}') ORDER BY 1`);
    const [adds, changes] = [await may('INSERT'), await may('UPDATE')];
    expect(APPEND_ONLY.filter((table) => !adds.includes(table))).toEqual([]);
    expect(APPEND_ONLY.filter((table) => changes.includes(table))).toEqual([]);
  });

  it('reach accounts, sessions and migrations through functions only', async () => {
    const hidden = "('account', 'account_session', 'sign_in_attempt', '_prisma_migrations')";
    expect(await names(`SELECT c.relname AS name ${TABLES} AND c.relname IN ${hidden} AND has_any_column_privilege('fairplace_app', c.oid, 'SELECT, INSERT, UPDATE')`)).toEqual([]);
  });

  it('give the public reports the names of authorities, published reports and nothing else', async () => {
    expect(await names(`SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
      AND has_any_column_privilege('fairplace_public', c.oid, 'SELECT, INSERT, UPDATE')`)).toEqual(['authority', 'report_file', 'report_publication']);
  });
});

describe('triggers, functions and views', () => {
  it('keep what must not change from every role, the owner too', async () => {
    const kept = await ask<{ name: string; trigger: string; enabled: string }>(`
      SELECT c.relname AS name, t.tgname AS trigger, t.tgenabled AS enabled FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'refuse_change' ORDER BY 1, 2`);
    expect(kept).toEqual(APPEND_ONLY.flatMap((name) => ['keep_for_ever', 'keep_whole'].map((trigger) => ({ name, trigger, enabled: 'O' }))));
  });

  it('refuse one pupil too many on placements, places and over-number', async () => {
    const guards = await ask<{ name: string; trigger: string; makes: string }>(`
      SELECT c.relname AS name, t.tgname AS trigger, pg_get_triggerdef(t.oid) AS makes FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE t.tgname IN ('one_too_many', 'cut_below_taken') AND t.tgenabled = 'O' ORDER BY 1`);
    expect(guards.map(({ name, trigger, makes }) => `${name} ${trigger} ${/AFTER ([A-Z ]+) ON/.exec(makes)?.[1]}`)).toEqual([
      'over_number cut_below_taken INSERT OR UPDATE', 'placement one_too_many INSERT OR UPDATE', 'site_places cut_below_taken INSERT',
    ]);
  });

  it('run with the owner\'s rights where listed only, with a fixed search path and not for everybody', async () => {
    const functions = await ask<{ name: string; fixed: boolean; everybody: boolean; reports: boolean }>(`
      SELECT p.proname AS name, EXISTS (SELECT 1 FROM unnest(p.proconfig) s WHERE s = 'search_path=public, pg_temp') AS fixed,
             EXISTS (SELECT 1 FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x WHERE x.grantee = 0) AS everybody,
             has_function_privilege('fairplace_public', p.oid, 'EXECUTE') AS reports
        FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef ORDER BY 1`);
    expect(functions).toEqual(Object.keys(WITH_OWNERS_RIGHTS).sort().map((name) => ({ name, fixed: true, everybody: false, reports: false })));
  });

  it('show through views only what the reader may see', async () => {
    expect(await names(`SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v'
      AND NOT coalesce(c.reloptions::text, '') ~ 'security_invoker=(true|on|1)'`)).toEqual([]);
  });
});
