/** Runs in a process of its own, as the application, with APP_DATABASE_URL: what the Governance Board of each council reads. */
import { calendarDate } from '@/lib/core/calendar-date';
import { AUTHORITIES, TODAY } from '../demonstration/authorities';
import { boardPeople, enterItems, freezeMeeting, MEETING } from './enter-items';
import { enterMeasures } from './enter-measures';
import { freezeMonths } from './freeze-months';

/** One council's commissioner has the figures of the last months still to freeze. */
const LEFT_TO_DO = { slug: 'lancashire', closedFrom: calendarDate('2026-01-01') };

async function main(): Promise<void> {
  for (const { code, slug } of AUTHORITIES) {
    const people = await boardPeople(code);
    await enterMeasures(code, people.administrator);
    await enterItems(code, people.commissioner, 'before the meeting');
    await freezeMonths(code, people.commissioner, MEETING.meetsOn);
    await freezeMeeting(code, people.commissioner);
    await enterItems(code, people.commissioner, 'after the meeting');
    await freezeMonths(code, people.commissioner, slug === LEFT_TO_DO.slug ? LEFT_TO_DO.closedFrom : TODAY);
  }
}

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
