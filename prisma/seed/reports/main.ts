/** Runs in a process of its own, as the application, with APP_DATABASE_URL: the demonstration's published reports to the Schools Forum. Later closed months are left to draw up. */
import { draftReport } from '@/lib/publishing/commands/draft-report';
import { publishReport } from '@/lib/publishing/commands/publish-report';
import { signReport } from '@/lib/publishing/commands/sign-report';
import { writeReport } from '@/lib/publishing/commands/write-report';
import { loadReportVersions } from '@/lib/publishing/report-store';
import { isMonth, type Month, monthInWords } from '@/lib/charges/rules/months';
import { calendarDate } from '@/lib/core/calendar-date';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import { noteMonth } from '@/lib/spend/commands/note-month';
import { LINE_WORDS } from '@/lib/spend/rules/lines';
import { SPEND_LINES } from '@/lib/spend/types';
import { act, callerAs, chargePeople } from '../charges/run-months';
import { AUTHORITIES } from '../demonstration/authorities';

const PUBLISHED = [{ month: '2025-10', on: '2025-12-01' }, { month: '2025-11', on: '2026-01-12' }];

/** Words of the demonstration, invented: they name no figure, so that they fit whatever the figures are. */
const words = (month: Month) => ({
  purpose: 'information', meeting: 'Schools Forum of the demonstration', item: 'High needs: monthly spend', author: 'Finance officer of the demonstration', voters: 'Nobody: the item is for information',
  recommendations: 'The Forum is asked to note the spend on places in alternative provision and what has changed since the last report.',
  background: 'The Forum receives a report on each closed month, and is consulted each year on the places to be commissioned. All of it is a demonstration: pupils, places and amounts are invented.',
  headline: `The table by line shows budget, actual and forecast at the end of ${monthInWords(month)}.`,
  risks: 'The forecast assumes that nobody leaves before the planned end of the placement.\n\nPlacements in independent provision cost several times as much as places in PRUs.',
  nextSteps: 'The next report follows when the next month is closed.', note: '',
});

/** A reason for each variance that the report lists, then the figures again with them. */
async function explain(one: Caller, month: Month, on: string): Promise<void> {
  const version = (await readUnit(one, loadReportVersions)).find((each) => each.month === month);
  const lacking = version?.figures.reasons.filter(({ reasons }) => reasons.length === 0) ?? [];
  for (const { title } of lacking) {
    const line = SPEND_LINES.find((key) => LINE_WORDS[key].title === title);
    await act(noteMonth, one, { month, noteKind: 'reason', line, notedOn: on, who: 'Finance officer of the demonstration', words: 'The budget of the demonstration was set before its places and placements were known.' });
  }
  if (lacking.length > 0) await act(draftReport, one, { month });
}

async function publish(code: string, month: Month, on: string): Promise<void> {
  const { drawsUp, posts } = await chargePeople(code);
  const [one, two] = [drawsUp, posts].map((actor) => callerAs(code, actor, calendarDate(on)));
  if (!one || !two) throw new Error('Two people publish a report');
  const named = async () => {
    const found = (await readUnit(one, loadReportVersions)).find((version) => version.month === month);
    return { reportId: found?.id, version: String(found?.version) };
  };
  await act(draftReport, one, { month });
  await explain(one, month, on);
  await act(writeReport, one, { ...(await named()), ...words(month) });
  await act(signReport, two, await named());
  await act(publishReport, two, await named());
}

async function main(): Promise<void> {
  for (const { code } of AUTHORITIES) {
    for (const { month, on } of PUBLISHED) if (isMonth(month)) await publish(code, month, on);
  }
}

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
