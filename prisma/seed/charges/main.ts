/** Runs in a process of its own, as the application, with APP_DATABASE_URL: the months of the demonstration that are over. */
import { AUTHORITIES } from '../demonstration/authorities';
import { makeFiles, payInvoices } from './paid';
import { queryOne } from './queried';
import { chargePeople, runMonths } from './run-months';

async function main(): Promise<void> {
  for (const { code } of AUTHORITIES) {
    const people = await chargePeople(code);
    await runMonths(code, people, {
      whileDraft: (month, on) => queryOne(code, people, month, on),
      afterwards: (month, on) => makeFiles(code, people, month, on),
    });
    await payInvoices(code, people);
  }
}

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
