/** The spend of a month: from what finance enters and the placements on record to the figures, and what a closed month keeps. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Month } from '@/lib/charges/rules/months';
import { readUnit } from '@/lib/server/unit-of-work';
import { changePlaces } from '@/lib/spend/commands/change-places';
import { enterAmount } from '@/lib/spend/commands/enter-amount';
import { enterBudget } from '@/lib/spend/commands/enter-budget';
import { enterPrice } from '@/lib/spend/commands/enter-price';
import { enterReserve } from '@/lib/spend/commands/enter-reserve';
import { noteMonth } from '@/lib/spend/commands/note-month';
import { setTarget } from '@/lib/spend/commands/set-target';
import { spendLine } from '@/lib/spend/queries/spend-line';
import { monitorMonth, spendMonth } from '@/lib/spend/queries/spend-month';
import type { SpendLineKey, SpendSnapshot } from '@/lib/spend/types';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCharged, type ChargedCouncil, close, draft, post } from '@/tests/support/builders/charges';
import { asOwner } from '@/tests/support/builders/insert-rows';

const [FEBRUARY, OCTOBER, NOVEMBER] = ['2026-02', '2025-10', '2025-11'] as Month[] as [Month, Month, Month];
const SOURCE = 'Budget book 2025-26';
let council: ChargedCouncil;

const finance = (day = '2026-03-02') => council.one(day);
const enter = {
  budget: (line: SpendLineKey, amount: string, day?: string) => done(run(enterBudget, finance(day), { line, year: '2025-26', amount, source: SOURCE })),
  price: (priceKind: 'place' | 'pupil', amount: string, paidBy = 'authority', day = '2025-09-01') => done(run(enterPrice, finance(day), {
    providerId: council.providerId, priceKind, paidBy, amount, basis: priceKind === 'place' ? 'year_365' : 'year_190', firstOn: '2025-04-01', source: SOURCE,
  })),
  places: (places: string, change = 'more', firstOn = '2025-04-01', day = '2025-09-01') => run(changePlaces, finance(day), {
    providerId: council.providerId, boughtBy: 'authority', change, places, firstOn, source: SOURCE,
  }),
  amount: (line: SpendLineKey, month: Month, amount: string, more: object = {}, day?: string) => done(run(enterAmount, finance(day), {
    line, month, entryKind: 'actual', direction: 'spend', amount, source: 'INV-1', reason: 'Taxis', ...more,
  })),
};

async function snapshot(month: Month, day?: string): Promise<SpendSnapshot> {
  const found = await readUnit(finance(day), (tx) => spendMonth(tx, month));
  if (!found) throw new Error('The month is not to be seen');
  return found;
}
const lineOf = (found: SpendSnapshot, key: SpendLineKey) => found.lines.find((line) => line.key === key);

/** The commands record events; the builder does not. */
async function recordEvents(): Promise<void> {
  await asOwner(council.database.owner, council.id, (query) => query(`
    INSERT INTO placement_event (authority_id, placement_id, act, after, act_id, recorded_at)
    SELECT p.authority_id, p.id, 'start', to_jsonb(p), gen_random_uuid(), '2025-10-06T12:00:00Z' FROM placement p WHERE p.authority_id = $1`, [council.id]));
}

beforeEach(async () => {
  council = await buildCharged();
  // Two of the pupils were excluded, so the authority pays; the others were sent by their schools.
  await asOwner(council.database.owner, council.id, (query) => query("UPDATE placement SET counting_kind = 'permanent_exclusion' WHERE reference IN ('PL-1', 'PL-11') AND authority_id = $1", [council.id]));
});

describe('the spend of a month', () => {
  it('takes places by twelfths and pupils by the school days of their stay, to date and to 31 March', async () => {
    await done(enter.places('30'));
    await enter.price('place', '10,000');
    await enter.price('pupil', '8,000');
    await enter.budget('pru_places', '300,000');
    await enter.budget('top_ups', '10,000');
    const found = await snapshot(FEBRUARY);
    expect(lineOf(found, 'pru_places')).toMatchObject({
      budget: 30_000_000n, budgetToDate: 27_500_000n, actual: 27_500_000n, commitment: 2_500_000n, forecast: 30_000_000n, missing: [],
      variance: { pence: 0n, words: 'On budget', isToExplain: false }, movement: 0n,
    });
    const topUps = lineOf(found, 'top_ups');
    // 2 March is school day 107, and PL-1 began on day 1.
    const view = await readUnit(finance(), (tx) => spendLine(tx, 'top_ups', FEBRUARY));
    expect(view?.placements.map((row) => [row.reference, row.firstOn, row.lastOn])).toEqual([['PL-1', '2025-09-03', '2026-07-17'], ['PL-11', '2025-10-06', '2026-07-17']]);
    expect(view?.placements[0]?.days).toBe(106);
    expect(view?.placements[0]?.actual).toBe(446_316n);
    expect(view?.placements.reduce((sum, row) => sum + row.actual, 0n)).toBe(topUps?.actual);
    expect(view?.placements.reduce((sum, row) => sum + row.commitment, 0n)).toBe(topUps?.commitment);
    expect(topUps?.forecast).toBe((topUps?.actual ?? 0n) + (topUps?.commitment ?? 0n));
    expect(JSON.stringify(view, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(/Sam|Pupil \d/);
    expect(found.volumesTotal).toMatchObject({ commissioned: 30, occupiedTenths: 110, averageTenths: 110, occupancyPerMille: 367, pupils: 11 });
    expect(found.fiveYears.map((year) => [year.year, year.pupils, year.commissioned])).toEqual([
      ['2021-22', null, null], ['2022-23', null, null], ['2023-24', null, null], ['2024-25', null, null], ['2025-26', 11, 30],
    ]);
  });

  it('says what is missing instead of a figure that is too low', async () => {
    await done(enter.places('30'));
    const found = await snapshot(FEBRUARY);
    expect(lineOf(found, 'pru_places')).toMatchObject({ actual: null, forecast: null, variance: null });
    expect(lineOf(found, 'pru_places')?.missing[0]).toMatch(/^The price of a place is not entered for the whole of 2025-26 at \S/);
    expect(lineOf(found, 'transport')).toMatchObject({ actual: null, missing: ['No spend is entered for 2025-26'] });
    expect(found.totals.linesWithoutForecast).toBe(7);
  });

  it('adds what finance enters: spend, credits, and estimates until their month is over', async () => {
    await enter.budget('transport', '2,000');
    await enter.amount('transport', FEBRUARY, '1,500.50');
    await enter.amount('transport', FEBRUARY, '0.50', { direction: 'credit' });
    await enter.amount('transport', '2026-03' as Month, '900', { entryKind: 'estimate' });
    await enter.amount('transport', FEBRUARY, '7,000', { entryKind: 'estimate' });
    expect(lineOf(await snapshot(FEBRUARY), 'transport')).toMatchObject({
      actual: 150_000n, estimates: 90_000n, forecast: 240_000n, variance: { words: '£400.00 over budget, 20.0%', isToExplain: true },
    });
    await enter.budget('transport', '2,400');
    expect(lineOf(await snapshot(FEBRUARY), 'transport')?.variance?.words).toBe('On budget');
  });

  it('counts the income that is posted to the ledger, and keeps a closed month as it was closed', async () => {
    await recordEvents();
    await done(enter.places('30', 'more', '2025-04-01'));
    await enter.price('place', '10,000');
    await enter.price('pupil', '8,000');
    await done(draft(council.one('2025-11-03'), OCTOBER));
    await done(post(council.two('2025-11-18'), OCTOBER));
    await done(close(council.one('2025-11-18'), OCTOBER));
    const closed = await snapshot(OCTOBER, '2025-12-01');
    expect([closed.closedOn, lineOf(closed, 'over_quota_income')?.actual, lineOf(closed, 'transport')?.actual]).toEqual(['2025-11-18', -568_421n, null]);
    // Facts that come late: spend of October, and a pupil who left in October.
    await enter.amount('transport', OCTOBER, '1,000', {}, '2025-12-01');
    await asOwner(council.database.owner, council.id, async (query) => {
      await query("UPDATE placement SET state = 'left', left_on = '2025-10-10' WHERE reference = 'PL-11' AND authority_id = $1", [council.id]);
      await query(`INSERT INTO placement_event (authority_id, placement_id, act, after, act_id, recorded_at)
        SELECT p.authority_id, p.id, 'leave', to_jsonb(p), $2, '2025-12-01T09:00:00Z' FROM placement p WHERE p.reference = 'PL-11' AND p.authority_id = $1`, [council.id, randomUUID()]);
    });
    expect(await snapshot(OCTOBER, '2025-12-02')).toEqual(closed);
    const next = await snapshot(NOVEMBER, '2025-12-02');
    expect(lineOf(next, 'transport')?.actual).toBe(100_000n);
    const [before, after] = [lineOf(closed, 'top_ups'), lineOf(next, 'top_ups')];
    expect(after?.movement).toBe((after?.forecast ?? 0n) - (before?.forecast ?? 0n));
    expect((after?.movement ?? 0n) < -200_000n).toBe(true);
  });

  it('gives reserves, a target path, reasons and decisions', async () => {
    await done(run(enterReserve, finance(), { name: 'High needs reserve', year: '2025-26', reserveEnd: 'brought_forward', sign: 'deficit', amount: '1,000,000', source: SOURCE }));
    await done(run(setTarget, finance(), { line: 'independent', name: 'Independent places', baseline: '6,601,335', target: '4,951,001', year: '2025-26', lastYear: '2027-28', source: SOURCE }));
    await done(run(noteMonth, callerFor(council, 'placement_officer'), { month: FEBRUARY, noteKind: 'reason', line: 'transport', notedOn: '2026-03-02', who: 'Finance', words: 'Two taxis more' }));
    await done(run(noteMonth, callerFor(council, 'placement_officer'), { month: FEBRUARY, noteKind: 'decision', line: '', notedOn: '2026-03-02', who: 'Monitoring group', words: 'Review taxis' }));
    const found = await readUnit(callerFor(council, 'placement_officer'), (tx) => monitorMonth(tx, FEBRUARY));
    expect(found?.reserves).toEqual([{ name: 'High needs reserve', broughtForward: -100_000_000n, carriedForward: null, source: SOURCE }]);
    expect(found?.targets[0]?.now).toEqual({ most: 605_122_367n, forecast: null });
    expect(found?.lines.find((line) => line.key === 'transport')?.reasons).toEqual(['Two taxis more']);
    expect(found?.decisions).toEqual([{ on: '2026-03-02', who: 'Monitoring group', words: 'Review taxis' }]);
  });
});

describe('who may', () => {
  it('read: finance the lines, officers the monitor, others nothing, and each their own authority', async () => {
    await enter.amount('transport', FEBRUARY, '10');
    const head = callerFor(council, 'headteacher');
    expect(await readUnit(head, (tx) => spendMonth(tx, FEBRUARY))).toBeNull();
    expect(await readUnit(head, (tx) => monitorMonth(tx, FEBRUARY))).toBeNull();
    expect(await readUnit(callerFor(council, 'placement_officer'), (tx) => spendMonth(tx, FEBRUARY))).toBeNull();
    const neighbours = await readUnit(callerFor(council.neighbour, 'placement_officer'), (tx) => monitorMonth(tx, FEBRUARY));
    expect(neighbours?.lines.find((line) => line.key === 'transport')?.actual).toBeNull();
    expect(await readUnit(finance(), (tx) => spendMonth(tx, '2026-04' as Month))).toBeNull();
  });

  it('enter: finance only, and only for a provider of its authority', async () => {
    const input = { line: 'transport', month: FEBRUARY, entryKind: 'actual', direction: 'spend', amount: '1', source: 's', reason: 'r' };
    expect((await refusal(run(enterAmount, callerFor(council, 'placement_officer'), input))).kind).toBe('not_found');
    expect((await refusal(run(changePlaces, finance(), { providerId: council.neighbour.providerId, boughtBy: 'authority', change: 'more', places: '1', firstOn: '2026-03-02', source: 's' }))).kind).toBe('not_found');
  });

  it('not give up more places than there are, on that day or later', async () => {
    await done(enter.places('30'));
    await done(enter.places('10', 'fewer', '2026-01-01'));
    expect(await refusal(enter.places('21', 'fewer', '2025-10-01'))).toMatchObject({ kind: 'invalid', problems: [{ field: 'places', message: 'On 1 January 2026 there are 20 places to give up: enter that or fewer' }] });
    await done(enter.places('20', 'fewer', '2025-10-01'));
  });

  it('not change an entry, whoever asks', async () => {
    await enter.amount('transport', FEBRUARY, '10');
    for (const statement of ['UPDATE spend_entry SET pence = 1 WHERE authority_id = $1', 'DELETE FROM spend_entry WHERE authority_id = $1']) {
      await expect(asOwner(council.database.owner, council.id, (query) => query(statement, [council.id]))).rejects.toThrow(/append-only/);
    }
  });
});
