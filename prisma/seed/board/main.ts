/** Runs in a process of its own, as the application, with APP_DATABASE_URL: what the Governance Board of each council reads. */
import { AUTHORITIES } from '../demonstration/authorities';
import { boardPeople, enterItems, freezeMeeting } from './enter-items';
import { enterMeasures } from './enter-measures';

async function main(): Promise<void> {
  for (const { code } of AUTHORITIES) {
    const people = await boardPeople(code);
    await enterMeasures(code, people.administrator);
    await enterItems(code, people.commissioner, 'before the meeting');
    await freezeMeeting(code, people.commissioner);
    await enterItems(code, people.commissioner, 'after the meeting');
  }
}

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
