/** The officers' list: who is on it, in what order, and what the address filters. */
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { officerTasks } from '@/lib/exclusions/queries/open-tasks';
import { readFilter, waitingList } from '@/lib/placements/queries/waiting-list';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { buildSite } from '@/tests/support/builders/places';
import { buildExcluded, buildPlacements, buildWaiting, type WaitingPupil } from '@/tests/support/builders/pupils';

let council: TwoCouncils;
let overdue: WaitingPupil;
let dueToday: WaitingPupil;
let lookedAfter: WaitingPupil;
let request: WaitingPupil;
let proposedPupil: WaitingPupil;

const list = (address: Record<string, string> = {}) => readUnit(callerFor(council, 'placement_officer'), (tx) => waitingList(tx, readFilter((name) => address[name] ?? null)));

beforeAll(async () => {
  council = await buildCouncil({ quota: 2 });
  const siteId = await buildSite(council, 'Rowan', 20);
  overdue = await buildExcluded(council, '2026-02-11');
  dueToday = await buildExcluded(council, '2026-02-23');
  lookedAfter = await buildExcluded(council, '2026-02-27');
  proposedPupil = await buildExcluded(council, '2026-02-26');
  [request] = await buildWaiting(council, 1, { referral: { wanted_from: '2026-03-16' } }) as [WaitingPupil];
  const [gone] = await buildWaiting(council, 1, { referral: { state: 'met' } }) as [WaitingPupil];
  await buildPlacements(council, siteId, [proposedPupil], {
    state: 'proposed', reply_by: calendarDate('2026-03-02'), planned_first_on: calendarDate('2026-03-09'), counting_kind: 'permanent_exclusion',
  });
  await buildPlacements(council, siteId, [gone], { state: 'started', started_on: calendarDate('2025-09-03') });
  await asOwner(council.database.owner, council.id, async (query) => {
    await query("UPDATE pupil SET looked_after_by = '372' WHERE authority_id = $1 AND id = $2", [council.id, lookedAfter.pupilId]);
    // What buildExcluded leaves open beside the exclusion is not part of this list.
    await query("UPDATE referral SET state = 'closed' WHERE authority_id = $1 AND route <> 'permanent_exclusion' AND id <> $2 AND state = 'waiting'", [council.id, request.referralId]);
  });
});

describe('the list of pupils waiting', () => {
  it('orders clocks by the earlier of the legal due date and the day-1 target, then the rest by the date wanted', async () => {
    const view = await list();
    expect(view?.rows.map((row) => row.referralId)).toEqual([overdue, lookedAfter, dueToday, proposedPupil, request].map((one) => one.referralId));
    expect(view?.rows.map((row) => row.due)).toEqual(['overdue', 'this_week', 'due_today', 'this_week', 'no_clock']);
    expect(view?.rows[1]?.duty).toMatchObject({ clock: { dueOn: '2026-03-06', effectiveDueOn: '2026-02-27' } });
    expect(view).toMatchObject({ total: 5, excluded: 4, counts: { overdue: 1, due_today: 1, this_week: 2, later: 0, no_clock: 1 } });
  });

  it('says what happens next and what the partnership\u2019s quota stands at today', async () => {
    const row = (await list())?.rows.find((one) => one.referralId === proposedPupil.referralId);
    expect(row?.next).toEqual({ kind: 'proposed', words: 'Rowan proposed, reply due today', tone: 'due', placementId: expect.any(String), mayShare: false });
    expect(row?.quota).toMatchObject({ name: 'Rotherham South', usedTenths: 10, quotaTenths: 20, on: '2026-03-02', planned: [{ on: '2026-03-09', tenths: 10 }] });
  });

  it('filters by what the address asks, counts all the same, and takes no notice of nonsense', async () => {
    const ids = async (address: Record<string, string>) => (await list(address))?.rows.map((row) => row.referralId);
    expect(await ids({ due: 'overdue' })).toEqual([overdue.referralId]);
    expect(await ids({ flag: 'looked_after' })).toEqual([lookedAfter.referralId]);
    expect(await ids({ route: 'preventative' })).toEqual([request.referralId]);
    expect(await ids({ step: 'proposed', partnership: 'south' })).toEqual([proposedPupil.referralId]);
    expect(await ids({ partnership: 'authority' })).toEqual([]);
    expect((await ids({ due: 'yesterday', flag: '<b>' }))?.length).toBe(5);
    expect((await list({ due: 'overdue' }))?.counts.due_today).toBe(1);
  });

  it('shows a pupil of another authority without a clock, and offers no place', async () => {
    await asOwner(council.database.owner, council.id, (query) => query("UPDATE permanent_exclusion SET home_authority_code = '373' WHERE authority_id = $1 AND pupil_id = $2", [council.id, dueToday.pupilId]));
    const row = (await list())?.rows.find((one) => one.referralId === dueToday.referralId);
    expect(row).toMatchObject({ due: 'no_clock', quota: null, next: { kind: 'other_authority' }, duty: { kind: 'none' } });
  });

  it('is for officers', async () => {
    for (const role of ['headteacher', 'pru_head', 'partnership_lead', 'administrator', 'auditor'] as const) {
      expect(await readUnit(callerFor(council, role), (tx) => waitingList(tx, readFilter(() => null)))).toBeNull();
      expect(await readUnit(callerFor(council, role), (tx) => officerTasks(tx))).toBeNull();
    }
  });
});
