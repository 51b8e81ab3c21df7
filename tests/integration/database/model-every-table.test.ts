import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prisma, PrismaClient } from '@/generated/prisma/client';
import { buildCouncil } from '@/tests/support/builders/council';

interface Readable { readonly findFirst: () => Promise<unknown> }

describe("Prisma's models", () => {
  let client: PrismaClient;

  beforeAll(async () => {
    const { database } = await buildCouncil();
    // As the owner: the application's role reaches accounts and sessions through functions only.
    client = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.ownerUrl, max: 2 }) });
  });
  afterAll(() => client.$disconnect());

  it.each(Object.keys(Prisma.ModelName))('%s can be read with every column', async (name) => {
    const model = (client as unknown as Readonly<Record<string, Readable | undefined>>)[name.charAt(0).toLowerCase() + name.slice(1)];
    await expect(model?.findFirst()).resolves.not.toBeUndefined();
  });
});
