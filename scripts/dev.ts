/** `npm run dev`: the demonstration's database with Next's development server, which follows changes. */
import { nextFreePort } from './postgres/free-port';
import { openDatabase, prepareDatabase } from './run/database';
import { generateClient } from './run/generate';
import { step } from './run/progress';
import { seedIfEmpty, signInTable } from './run/seed';
import { serve } from './run/serve';
import { runMain } from './run/shutdown';

runMain(async () => {
  await step('Database client', generateClient);
  const { ownerUrl } = await step('Database', () => openDatabase(console.log));
  const roles = await step('Migrations', () => prepareDatabase(ownerUrl), ({ applied }) => `${applied.length} applied`);
  await step('Both councils', () => seedIfEmpty(ownerUrl, roles, console.log), (laid) => (laid ? 'laid in' : 'kept as they were'));
  const port = await nextFreePort(Number.parseInt(process.env.FAIRPLACE_PORT ?? process.env.PORT ?? '3000', 10));
  const { address, ended } = await serve({ roles, port, buildFolder: '.next', mode: 'dev', env: { FAIRPLACE_DEMO: '1' } });
  console.log(`\nOpen ${address}\n${await signInTable()}`);
  await ended;
});
