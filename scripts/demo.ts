/**
 * `npm run demo`: from a fresh checkout to a running demonstration. Data is kept in .data between starts;
 * `npm run demo -- --reset` begins again.
 */
import { nextFreePort } from './postgres/free-port';
import { buildIfChanged } from './run/build';
import { emptyDatabase, openDatabase, prepareDatabase } from './run/database';
import { generateClient } from './run/generate';
import { BUILD_FOLDERS } from './run/paths';
import { secondsSince, step } from './run/progress';
import { seedIfEmpty, signInTable } from './run/seed';
import { serve } from './run/serve';
import { isStopping, runMain } from './run/shutdown';

const note = (line: string): void => console.log(`    ${line}`);

runMain(async () => {
  const from = performance.now();
  const wantedPort = Number.parseInt(process.env.FAIRPLACE_PORT ?? process.env.PORT ?? '3000', 10);
  console.log('Fairplace demonstration\n');
  await step('Database client', generateClient);
  const database = await step('Database', () => openDatabase(note), ({ isEmbedded }) => (isEmbedded ? 'embedded PostgreSQL' : 'DATABASE_URL'));
  if (process.argv.includes('--reset')) await step('Empty it', () => emptyDatabase(database));
  const roles = await step('Migrations', () => prepareDatabase(database.ownerUrl), ({ applied }) => `${applied.length} applied`);
  await step('Both councils', () => seedIfEmpty(database.ownerUrl, roles, note), (laid) => (laid ? 'laid in' : 'kept as they were'));
  await step('Build', () => buildIfChanged(BUILD_FOLDERS.demonstration), (built) => (built ? 'built' : 'unchanged'));
  const port = await nextFreePort(wantedPort);
  const { address, ended } = await step('Server', () =>
    serve({ roles, port, buildFolder: BUILD_FOLDERS.demonstration, mode: 'start', env: { FAIRPLACE_DEMO: '1' } }));
  if (isStopping()) return 0;

  console.log(`\nOpen ${address}${port === wantedPort ? '' : ` (port ${wantedPort} was taken)`}   ready in ${secondsSince(from)}`);
  console.log(await signInTable());
  console.log('\nCtrl-C stops it and keeps the data.');
  await ended;
  return isStopping() ? 0 : 1;
});
