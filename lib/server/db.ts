import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/generated/prisma/client';
import { env } from './env';
import { statementNames } from './statement-names';

/** Statements prepared on a connection at most: several times what the product asks, and still some megabytes only. */
const MOST_PREPARED = 600;

/** The public asks three questions. */
const MOST_PREPARED_PUBLIC = 50;

const kept = globalThis as { fairplaceClient?: PrismaClient; fairplacePublicClient?: PrismaClient };

/** The one client of this process, as the application's role. Only unit-of-work and sign-in use it. */
export function db(): PrismaClient {
  kept.fairplaceClient ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: env().APP_DATABASE_URL, max: 16, application_name: 'fairplace' },
      { statementNameGenerator: statementNames(MOST_PREPARED) },
    ),
  });
  return kept.fairplaceClient;
}

/**
 * The client as the public's role, which can read published reports and the authorities' names, whatever is asked of it.
 * @throws Error when its connection is not set
 */
export function publicDb(): PrismaClient {
  const connectionString = env().PUBLIC_DATABASE_URL;
  if (connectionString === undefined) throw new Error('PUBLIC_DATABASE_URL is not set');
  kept.fairplacePublicClient ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: 8, application_name: 'fairplace-public' }, { statementNameGenerator: statementNames(MOST_PREPARED_PUBLIC) }),
  });
  return kept.fairplacePublicClient;
}
