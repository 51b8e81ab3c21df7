import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withClient } from '@/scripts/postgres/connection';
import { schemaFromDatabase } from '@/scripts/schema-from-database';
import { testDatabase } from '@/tests/support/test-database';

describe("Prisma's schema file", () => {
  it('says what the migrations make, to the letter', async () => {
    const { ownerUrl } = await testDatabase();
    const written = readFileSync('prisma/schema/schema.prisma', 'utf8');
    // If this fails after a migration: run scripts/schema-from-database.ts on a migrated database.
    expect(written).toBe(await withClient(ownerUrl, schemaFromDatabase));
  });
});
