/** `npm run db:migrate`: makes the roles and applies the migrations that the database has not had. */
import { openDatabase, prepareDatabase } from './run/database';
import { step } from './run/progress';
import { runMain } from './run/shutdown';

runMain(async () => {
  const { ownerUrl } = await step('Database', () => openDatabase(console.log));
  await step('Migrations', () => prepareDatabase(ownerUrl), ({ applied }) => (applied.length === 0 ? 'nothing to apply' : applied.join(', ')));
});
