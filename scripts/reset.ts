/** `npm run db:reset`: empties the database and applies every migration. No demonstration is laid in. */
import { emptyDatabase, openDatabase, prepareDatabase } from './run/database';
import { step } from './run/progress';
import { runMain } from './run/shutdown';

runMain(async () => {
  const database = await step('Database', () => openDatabase(console.log));
  await step('Empty it', () => emptyDatabase(database));
  await step('Migrations', () => prepareDatabase(database.ownerUrl), ({ applied }) => `${applied.length} applied`);
});
