import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/test-database';

describe("a worker's database", () => {
  it('connects the application as a role that owns nothing and cannot look past row-level security', async () => {
    const { app } = await testDatabase();
    const { rows } = await app.query(`
      SELECT current_user AS role, rolsuper, rolbypassrls,
             (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned
        FROM pg_roles WHERE rolname = current_user`);
    expect(rows).toEqual([{ role: 'fairplace_app', rolsuper: false, rolbypassrls: false, owned: 0 }]);
  });

  it('is a copy of the migrated template and not the template itself', async () => {
    const { owner } = await testDatabase();
    const { rows } = await owner.query(
      'SELECT current_database() AS name, (SELECT count(*)::int FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS migrations',
    );
    expect(rows[0].name).toMatch(/^w_integration_\d+$/);
    expect(rows[0].migrations).toBeGreaterThan(0);
  });
});
