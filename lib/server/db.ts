import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/generated/prisma/client';
import { env } from './env';
import { statementNames } from './statement-names';

/** Statements prepared on a connection at most: several times what the product asks, and still some megabytes only. */
const MOST_PREPARED = 600;

const kept = globalThis as { fairplaceClient?: PrismaClient };

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
