import { verify } from '@node-rs/argon2';
import type { Client } from 'pg';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { themeProblems } from '@/components/layout/theme';
import { searchName } from '@/lib/pupils/rules/search-name';
import { THEMES, settingValue } from '@/prisma/seed/load/authorities';
import { demonstrationSignIns, seedDemonstration } from '@/prisma/seed/main';
import { loadLinearSolver } from '@/lib/publishing/linear-solver';
import { attack, feasibleRanges } from '@/lib/publishing/rules/disclosure/attack';
import { CONTROL_POLICY } from '@/lib/publishing/rules/disclosure/figures';
import { withClient, withDatabase, withRole } from '@/scripts/postgres/connection';
import { migrate } from '@/scripts/postgres/migrations';
import { publishedInside } from '@/tests/support/published-demonstration';
import { cellsOfFile } from '@/tests/support/published-files';

const DATABASE = `seed_${process.pid}`;
const OWNER = `seed_owner_${process.pid}`;
let ownerUrl: string;
let appUrl: string;
let superUrl: string;

// The owner is an ordinary role, as on a council's own server: forced row-level security binds it too.
beforeAll(async () => {
  const server = inject('postgres');
  await withClient(withDatabase(server.ownerUrl, 'postgres'), async (client) => {
    await client.query(`CREATE ROLE ${OWNER} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'owner'`);
    await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  });
  superUrl = withDatabase(server.ownerUrl, DATABASE);
  ownerUrl = withRole(superUrl, OWNER, 'owner');
  appUrl = withDatabase(server.appUrl, DATABASE);
  await migrate(ownerUrl, 'prisma/migrations');
  await seedDemonstration({ ownerUrl, appUrl, log: () => undefined });
}, 120_000);

/** Runs a query as the application, in one authority or in none. */
async function asApp<T extends object>(authority: string | null, text: string, values: readonly unknown[] = []): Promise<T[]> {
  return withClient(appUrl, async (client: Client) => {
    await client.query("BEGIN READ ONLY; SET LOCAL TimeZone = 'UTC'");
    if (authority !== null) await client.query("SELECT set_config('app.authority_id', $1, true)", [authority]);
    return (await client.query<T>(text, [...values])).rows;
  });
}

const USED = `
  SELECT coalesce(p.slug, 'authority') AS key, s.slug AS site, sum(l.share_tenths)::int AS tenths
    FROM placement l
    JOIN site s ON s.id = l.site_id
    LEFT JOIN partnership_member m ON m.establishment_id = l.attributed_establishment_id AND m.first_on <= $1 AND (m.last_on IS NULL OR m.last_on >= $1)
    LEFT JOIN partnership p ON p.id = m.partnership_id
   WHERE l.holds_place AND l.first_on <= $1 AND l.last_on >= $1 AND s.low_year >= 7
   GROUP BY 1, 2`;

async function used(by: 'key' | 'site', on = '2026-03-02'): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const row of await asApp<{ key: string; site: string; tenths: number }>('372', USED, [on])) sums[row[by]] = (sums[row[by]] ?? 0) + row.tenths / 10;
  return sums;
}

describe('Rotherham in the database', () => {
  it('uses South 17 of 17, Wickersley 13, Central 16, and 2 held by the authority', async () => {
    expect(await used('key')).toEqual({ 'rotherham-south': 17, wickersley: 13, central: 16, authority: 2 });
    const quotas = await asApp('372', `
      SELECT p.slug, q.places FROM agreement a JOIN partnership p ON p.id = a.partnership_id JOIN agreement_quota q ON q.agreement_id = a.id ORDER BY p.slug`);
    expect(quotas).toEqual([{ slug: 'central', places: 21 }, { slug: 'rotherham-south', places: 17 }, { slug: 'wickersley', places: 17 }]);
  });

  it('keeps South at 17 on every day to the end of the year', async () => {
    for (const day of ['2026-03-27', '2026-05-22', '2026-06-26', '2026-07-17']) expect((await used('key', day))['rotherham-south'], day).toBe(17);
  });

  it('has 19 of 20 at the Rowan Centre and 29 of 35 at Aspire Secondary', async () => {
    expect(await used('site')).toEqual({ rowan: 19, 'aspire-secondary': 29 });
    const places = await asApp('372', `
      SELECT s.slug, d.day::text, sum(site_places_on('372', s.id, k.kind, d.day))::int AS places
        FROM site s, unnest(ARRAY['day6', 'preventative', 'reserve']) k (kind), unnest(ARRAY['2016-08-31', '2016-09-01']::date[]) d (day)
       WHERE s.low_year >= 7 GROUP BY 1, 2 ORDER BY 1, 2`);
    expect(places).toEqual([
      { slug: 'aspire-secondary', day: '2016-08-31', places: 60 }, { slug: 'aspire-secondary', day: '2016-09-01', places: 35 },
      { slug: 'rowan', day: '2016-08-31', places: 30 }, { slug: 'rowan', day: '2016-09-01', places: 20 },
    ]);
  });

  it('holds the pupil of the main job, waiting, excluded at 10:00 from a South school', async () => {
    expect(await asApp('372', `
      SELECT u.search_name, x.excluded_on::text, x.excluded_at_time, x.after_afternoon_began, x.reason_set, r.state, p.slug
        FROM referral r JOIN permanent_exclusion x ON x.id = r.exclusion_id JOIN pupil u ON u.id = r.pupil_id
        JOIN partnership_member m ON m.establishment_id = r.establishment_id AND m.last_on IS NULL JOIN partnership p ON p.id = m.partnership_id
       WHERE u.last_name = 'Hartley' AND r.state <> 'met' AND x.excluded_on = '2026-02-26'`)).toEqual([{
      search_name: 'callum hartley', excluded_on: '2026-02-26', excluded_at_time: '10:00', after_afternoon_began: false, reason_set: 'A',
      state: 'waiting', slug: 'rotherham-south',
    }]);
  });
});

describe('both councils in the database', () => {
  it.each([['372', 8, 6], ['888', 15, 10]])('%s has %i permanently excluded and %i others waiting', async (code, excluded, others) => {
    expect(await asApp(code, `
      SELECT count(*) FILTER (WHERE route = 'permanent_exclusion')::int AS excluded, count(*) FILTER (WHERE route <> 'permanent_exclusion')::int AS others
        FROM referral WHERE state IN ('waiting', 'talking')`)).toEqual([{ excluded, others }]);
  });

  it.each([['372', 4], ['888', 6]])('%s holds %i of the waiting itself and one is another authority\u2019s duty; every place counts to the school of its request', async (code, held) => {
    expect(await asApp(code, `
      SELECT (SELECT count(*) FROM referral r LEFT JOIN permanent_exclusion x ON x.id = r.exclusion_id
               WHERE r.state <> 'met' AND r.establishment_id IS NULL AND coalesce(x.home_authority_code, '${code}') = '${code}')::int AS held,
             (SELECT count(*) FROM referral r JOIN permanent_exclusion x ON x.id = r.exclusion_id
               WHERE r.state <> 'met' AND r.establishment_id IS NULL AND x.home_authority_code <> '${code}')::int AS elsewhere,
             (SELECT count(*) FROM placement l JOIN referral r ON r.id = l.referral_id
               WHERE l.attributed_establishment_id IS DISTINCT FROM r.establishment_id)::int AS differing`)).toEqual([{ held, elsewhere: 1, differing: 0 }]);
  });

  it('shows the application no row of any sealed table until an authority is named', async () => {
    const tables = await asApp<{ name: string }>(null, `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'authority_id'
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND has_table_privilege(c.oid, 'SELECT')`);
    expect(tables.length).toBeGreaterThan(30);
    const seen = await asApp(null, tables.map(({ name }) => `SELECT '${name}' AS name FROM ${name}`).join(' UNION ALL '));
    expect(seen).toEqual([]);
  });

  it('seals each council from the other', async () => {
    const counts = await asApp('888', "SELECT count(*)::int AS pupils, count(*) FILTER (WHERE authority_id <> '888')::int AS others FROM pupil");
    expect(counts).toEqual([{ pupils: 1310, others: 0 }]);
  });

  it('binds every Lancashire school but Carr Hill', async () => {
    expect(await asApp('888', 'SELECT e.name FROM agreement_school s JOIN establishment e ON e.id = s.establishment_id WHERE NOT s.legally_binding')).toEqual([
      { name: 'Carr Hill High School' },
    ]);
  });

  it.each(['372', '888'])('%s: every exclusion and placement ends its events in its own state', async (code) => {
    expect(await asApp(code, `
      SELECT l.reference FROM placement l
        JOIN LATERAL (SELECT e.after FROM placement_event e WHERE e.placement_id = l.id ORDER BY e.entry DESC LIMIT 1) e ON true
       WHERE e.after <> to_jsonb(l)
      UNION ALL
      SELECT x.reference FROM permanent_exclusion x WHERE NOT EXISTS (SELECT 1 FROM exclusion_event e WHERE e.exclusion_id = x.id AND e.kind = x.state)`)).toEqual([]);
    // The commands read these rows back to undo an act.
    expect(await asApp(code, `
      SELECT DISTINCT e.act, e.before ->> 'state' AS before, e.after ->> 'state' AS after FROM placement_event e WHERE e.act IN ('propose', 'start') ORDER BY 1`)).toEqual([
      { act: 'propose', before: null, after: 'proposed' }, { act: 'start', before: 'accepted', after: 'started' },
    ]);
  });

  it('keeps an excluded pupil on the roll of the school and subsidiary at the PRU', async () => {
    expect(await asApp('372', `
      SELECT count(*)::int AS missing FROM placement l JOIN permanent_exclusion x ON x.pupil_id = l.pupil_id JOIN pupil u ON u.id = l.pupil_id
       WHERE l.state = 'started'
         AND (NOT EXISTS (SELECT 1 FROM roll_entry r WHERE r.pupil_id = u.id AND r.status = 'main' AND r.establishment_id = x.establishment_id AND r.first_on <= x.excluded_on AND r.last_on IS NULL)
           OR NOT EXISTS (SELECT 1 FROM roll_entry r WHERE r.pupil_id = u.id AND r.status = 'subsidiary' AND r.first_on = l.started_on AND r.last_on IS NULL))`)).toEqual([{ missing: 0 }]);
  });

  it('tells the officers of the home authority and of pupils who did not arrive', async () => {
    for (const code of ['372', '888']) {
      expect(await asApp(code, 'SELECT kind, for_role, establishment_id IS NULL AS "forAll" FROM task ORDER BY kind, for_role')).toEqual([
        { kind: 'did_not_arrive', for_role: 'headteacher', forAll: false }, { kind: 'did_not_arrive', for_role: 'placement_officer', forAll: true },
        { kind: 'tell_home_authority', for_role: 'placement_officer', forAll: true },
      ]);
    }
  });

  it('keeps printed figures as printed, and the notes of wording with them', async () => {
    expect(await asApp('372', `
      SELECT f.row_label, f.column_label, f.printed FROM published_figure f JOIN published_table t ON t.id = f.table_id
       WHERE t.slug = 'rotherham-permanent-exclusions' AND f.row_label = '2011/12' ORDER BY f.column_order`)).toEqual([
      { row_label: '2011/12', column_label: 'Primary', printed: '12' }, { row_label: '2011/12', column_label: 'Secondary', printed: '13' },
      { row_label: '2011/12', column_label: 'Total', printed: '30' },
    ]);
    expect(await asApp('888', "SELECT t.slug FROM published_note n JOIN published_table t ON t.id = n.table_id WHERE n.note LIKE 'Printed: 963,6158*%'")).toEqual([
      { slug: 'lancashire-pru-commissioned-places' },
    ]);
  });

  it('gives new references numbers that no fact uses', async () => {
    const [next] = await withClient(superUrl, async (client) => (await client.query<{ next: string }>("SELECT nextval('reference_number') AS next")).rows);
    const taken = await withClient(superUrl, async (client) =>
      (await client.query<{ most: number }>(`SELECT max(substring(reference FROM '[0-9]+$')::int) AS most FROM (SELECT reference FROM pupil UNION ALL SELECT reference FROM placement) r`)).rows);
    expect(Number(next?.next)).toBeGreaterThan(taken[0]?.most ?? Number.POSITIVE_INFINITY);
  });

  it('searches names as the pupils module does, and sets colours that may be used', async () => {
    const named = await withClient(superUrl, async (client) => (await client.query<{ forename: string; surname: string; search: string }>(
      'SELECT first_name AS forename, last_name AS surname, search_name AS search FROM pupil')).rows);
    for (const row of [...named, { forename: 'Zoë', surname: "O'Brien-Åse", search: 'zoe obrien-ase' }]) {
      expect(row.search).toBe(searchName(row.forename, row.surname));
    }
    for (const theme of Object.values(THEMES)) expect(themeProblems(theme)).toEqual([]);
  });
});

describe('the months that are over', () => {
  it.each(['372', '888'])('%s: are posted by another person than drew them up where the limit asks it, and closed', async (code) => {
    expect(await asApp(code, `SELECT p.month, r.state, p.closed_at IS NOT NULL AS closed, NOT r.needs_second OR r.posted_by <> r.drafted_by AS apart
      FROM ledger_period p JOIN charge_run r ON r.period_id = p.id WHERE p.closed_at IS NOT NULL ORDER BY p.month`)).toEqual(
      ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01'].map((month) => ({ month, state: 'posted', closed: true, apart: true })));
  });

  it('charge Pendle, which was over its quota before Christmas and at the end of January, and nobody else', async () => {
    const charged = (code: string) => asApp(code, `SELECT q.slug, l.concerns_month AS month, (sum(l.pence) > 0) AS charged FROM charge_line l JOIN partnership q ON q.id = l.partnership_id
      WHERE l.kind <> 'zero' GROUP BY 1, 2 ORDER BY 2`);
    expect(await charged('888')).toEqual(['2025-11', '2025-12', '2026-01'].map((month) => ({ slug: 'pendle', month, charged: true })));
    expect(await charged('372')).toEqual([]);
  });

  it('leave invoices that are settled, part paid and in dispute, and a ledger in balance', async () => {
    expect(await asApp('888', `SELECT count(*) FILTER (WHERE kind = 'payment') > 4 AS paid, count(*) FILTER (WHERE kind = 'dispute') AS disputed FROM invoice_event`)).toEqual([{ paid: true, disputed: '1' }]);
    expect(await asApp('888', 'SELECT sum(pence)::text AS balance FROM ledger_entry')).toEqual([{ balance: '0' }]);
    expect(await asApp('888', 'SELECT count(*) AS without FROM invoice i WHERE NOT EXISTS (SELECT 1 FROM finance_file_line l WHERE l.transaction_id = i.transaction_id)')).toEqual([{ without: '0' }]);
  });
});

describe('what the demonstration has published', () => {
  it.each(['372', '888'])('%s: all reports and the Board\u2019s months together give no cell away, and each figure left out could be another', async (code) => {
    const { versions, closes, values } = await publishedInside((text) => asApp(code, text));
    const reports = [...closes, ...versions.map((one) => one.control)];
    const solver = await loadLinearSolver();
    expect([versions.length, closes.length]).toEqual([2, code === '372' ? 5 : 3]);
    expect(attack(reports, solver).map((leak) => leak.message)).toEqual([]);
    const ranges = feasibleRanges(reports, solver, CONTROL_POLICY, (one) => one.hiddenAt.length > 0);
    expect(ranges.length).toBeGreaterThan(20);
    for (const { unknown: { facts }, least, greatest } of ranges) {
      const value = values.get(facts.key)?.value ?? Number.NaN;
      expect(least <= value && value <= greatest && least < greatest, facts.words).toBe(true);
    }
  });

  it.each(['372', '888'])('%s: no file of a published report carries a figure that is left out where it belongs', async (code) => {
    for (const { name, files, withheld } of (await publishedInside((text) => asApp(code, text))).versions) {
      expect(files.map((file) => file.format).sort(), name).toEqual(['csv', 'json', 'ods', 'pdf', 'xlsx']);
      expect(withheld.length, name).toBeGreaterThan(0);
      for (const { format, bytes } of files) {
        const cells = await cellsOfFile(format, bytes);
        expect(withheld.filter(({ cell }) => cells.get(cell) !== '[c]').map(({ cell }) => cell), `${name}, ${format}`).toEqual([]);
        // An amount of more than £100 stands nowhere else either by chance.
        const all = [...cells.values()].map((text) => text.replace(/[\u00a3,]/g, '').replace('\u2212', '-'));
        const amounts = withheld.flatMap(({ value, unit }) => (unit === 'pence' && value !== null && Math.abs(value) > 10_000 ? [(value / 100).toFixed(2)] : []));
        expect(amounts.filter((amount) => all.includes(amount) || all.includes(String(Number(amount)))), `${name}, ${format}`).toEqual([]);
      }
    }
  });
});

describe('the sign-ins', () => {
  it('are one per role and council with a second in finance, and each works', async () => {
    const signIns = demonstrationSignIns();
    expect(signIns).toHaveLength(24);
    await withClient(appUrl, async (client) => {
      for (const [index, { email, password, authority, name }] of signIns.entries()) {
        const { rows: [found] } = await client.query<{ account_id: string; password_hash: string }>('SELECT account_id, password_hash FROM sign_in_lookup($1)', [email]);
        if (index === 0) expect(await verify(found?.password_hash ?? '', password)).toBe(true);
        const { rows: [session] } = await client.query<{ id: string }>('SELECT sign_in_succeeded($1, 8) AS id', [found?.account_id]);
        const { rows: [actor] } = await client.query<{ person: { name: string }; roles: unknown[] }>("SELECT person, roles FROM session_actor($1, $2, '2026-11-24')", [session?.id, authority]);
        expect(actor?.person.name).toBe(name);
        expect(actor?.roles).toHaveLength(1);
      }
    });
  });

  it('read a setting as a number where it is one', () => {
    expect([settingValue('500000'), settingValue('1.5'), settingValue('13:15'), settingValue('2024/25')]).toEqual([500_000, 1.5, '13:15', '2024/25']);
  });
});
