/** A month's charge from its drawing-up to its close, and what comes to be known afterwards. */
import { beforeEach, describe, expect, it } from 'vitest';
import { queryLines } from '@/lib/charges/commands/query-lines';
import { chargeMonths } from '@/lib/charges/queries/charge-months';
import { partnershipStatement, statementList } from '@/lib/charges/queries/partnership-statements';
import { previewRun } from '@/lib/charges/queries/preview-run';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import {
  answer, ask, buildCharged, type ChargedCouncil, close, draft, groupOf, incomeOf, leftOn, monthOf, NOVEMBER, OCTOBER, onlyStatement, post,
} from '@/tests/support/builders/charges';
import { callerOn } from '@/tests/support/builders/finance';
import { asOwner } from '@/tests/support/builders/insert-rows';

let council: ChargedCouncil;
const DRAWN = '2025-11-03';
/** The day after the last of ten school days from 3 November. */
const DUE = '2025-11-18';

beforeEach(async () => {
  council = await buildCharged();
});

const lineCount = async () => Number((await asOwner(council.database.owner, council.id, (query) => query('SELECT count(*) AS n FROM charge_line WHERE authority_id = $1', [council.id])))[0]?.n);
const words = (refused: Awaited<ReturnType<typeof refusal>>) => ('message' in refused ? refused.message : refused.kind);

describe('drawing up', () => {
  it('charges each day over the quota to the placement that is over, and sums at every level', async () => {
    expect(await done(draft(council.one(DRAWN), OCTOBER))).toEqual({ month: OCTOBER, changed: true });
    const view = await monthOf(council.one(DRAWN), OCTOBER);
    const statement = onlyStatement(view);
    // Four over on the 15 school days from 6 to 24 October: 60 of £18,000 on 190 days, rounded once.
    expect([statement.tenths, statement.total, view.total]).toEqual([600, 568_421n, 568_421n]);
    expect(statement).toMatchObject({
      number: 'CS-2025-10-south', agreement: 'AG-SOUTH, version 1, clause 4', replyBy: '2025-11-17', payers: [{ name: 'Aston School', amount: 568_421n }],
    });
    const charged = statement.groups.filter((group) => group.tenths > 0);
    expect(charged.map((group) => [group.reference, group.schoolName, group.days.length])).toEqual([
      ['PL-11', 'Brinsworth School', 15], ['PL-12', 'Brinsworth School', 15], ['PL-13', 'Dinnington School', 15], ['PL-14', 'Dinnington School', 15],
    ]);
    for (const group of charged) expect(group.days.reduce((sum, day) => sum + day.amount, 0n)).toBe(group.amount);
    expect(charged.reduce((sum, group) => sum + group.amount, 0n)).toBe(statement.total);
    expect(view).toMatchObject({ state: 'draft', run: { needsSecond: true, draftedBy: 'Finance one' }, notYet: 'Partnerships can query the draft until 17 November 2025. It can be posted from 18 November 2025' });
  });

  it('says with a zero line, and as an exception, why a school without a binding agreement is not charged', async () => {
    await done(draft(council.one(DRAWN), OCTOBER));
    const view = await monthOf(council.one(DRAWN), OCTOBER);
    expect(groupOf(view, 'PL-7')).toMatchObject({
      tenths: 0, amount: 0n, days: [{ kind: 'zero', payer: null, reason: 'Not charged: no legally binding agreement covers the school on 18 school days of the month (R59b)' }],
    });
    expect(view.exceptions.map((one) => [one.kind, one.words])).toEqual([
      ['not_bound', 'Wales School, Rotherham South: 1 placement is not charged, because no legally binding agreement covers the school'],
    ]);
  });

  it('lists what is missing in the record first', async () => {
    const [late = { id: '' }, early = { id: '' }, waits = { id: '' }] = council.over;
    await asOwner(council.database.owner, council.id, async (query) => {
      await query("UPDATE placement SET planned_last_on = '2025-10-20' WHERE id = $1", [late.id]);
      await query("INSERT INTO placement_event (authority_id, placement_id, act, after, act_id, recorded_at) VALUES ($1, $2, 'accept', '{}', gen_random_uuid(), '2025-10-09T09:00:00Z')", [council.id, early.id]);
      await query("UPDATE placement SET state = 'accepted', started_on = NULL WHERE id = $1", [waits.id]);
    });
    await done(draft(council.one(DRAWN), OCTOBER));
    const { exceptions } = await monthOf(council.one(DRAWN), OCTOBER);
    expect(exceptions.map((one) => one.kind)).toEqual(['not_bound', 'before_acceptance', 'no_last_day', 'no_arrival']);
    expect(exceptions.map((one) => one.words).slice(1)).toEqual([
      'PL-12 (Brinsworth School) started at Rowan on 6 October 2025, before the site accepted on 9 October 2025',
      'PL-11 (Brinsworth School) at Rowan was planned to end on 20 October 2025 and has no last day',
      'Rowan has not said whether 1 pupil arrived who was to start by 31 October 2025',
    ]);
  });

  it('again is a no-op while the record says the same, and a further drawing-up when it does not', async () => {
    await done(draft(council.one(DRAWN), OCTOBER));
    const before = [await lineCount(), (await monthOf(council.one(DRAWN), OCTOBER)).run?.version];
    expect(await done(draft(council.two('2025-11-04'), OCTOBER))).toEqual({ month: OCTOBER, changed: false });
    expect([await lineCount(), (await monthOf(council.one(DRAWN), OCTOBER)).run?.version]).toEqual(before);
    await leftOn(council, council.over[3]?.id ?? '', '2025-10-10');
    expect(await done(draft(council.two('2025-11-04'), OCTOBER))).toEqual({ month: OCTOBER, changed: true });
    const view = await monthOf(council.one(DRAWN), OCTOBER);
    expect(groupOf(view, 'PL-14').days).toHaveLength(5);
    expect([onlyStatement(view).tenths, onlyStatement(view).replyBy, view.run?.draftedBy]).toEqual([500, '2025-11-18', 'Finance two']);
  });

  it('is previewed by the same command, and nothing stays', async () => {
    const preview = await previewRun(council.one(DRAWN), OCTOBER);
    expect(preview).toMatchObject({ state: 'draft', total: 568_421n });
    expect(await lineCount()).toBe(0);
    expect((await monthOf(council.one(DRAWN), OCTOBER)).state).toBe('not_drafted');
  });

  it('takes months that are over, one after the other, by finance alone', async () => {
    expect(words(await refusal(draft(council.one('2025-10-31'), OCTOBER)))).toMatch(/^October 2025 is not over/);
    await done(draft(council.one(DRAWN), OCTOBER));
    expect(words(await refusal(draft(council.one('2025-12-01'), NOVEMBER)))).toBe('Post the charge of October 2025 first');
    for (const role of ['placement_officer', 'administrator', 'headteacher', 'partnership_lead', 'auditor'] as const) {
      expect(await refusal(draft(callerFor(council, role), OCTOBER))).toEqual({ kind: 'not_found' });
    }
    expect((await readUnit(council.one('2025-12-01'), chargeMonths))?.map((row) => [row.month, row.stateWords, row.total])).toEqual([
      ['2025-11', 'Not drawn up', null], ['2025-10', 'Draft, open to queries until 17 November 2025', 568_421n],
    ]);
  });
});

describe('queries', () => {
  beforeEach(() => done(draft(council.one(DRAWN), OCTOBER)));

  it("are raised by the partnership's lead while they are open, once at a time", async () => {
    const view = await monthOf(council.one(DRAWN), OCTOBER);
    const fields = { statementId: onlyStatement(view).id, placementId: groupOf(view, 'PL-11').placementId, words: 'Left on 10 October' };
    for (const who of [council.one(DRAWN), callerOn(council, council.staff.headteacher, DRAWN), callerOn(council.neighbour, council.neighbour.staff.partnership_lead, DRAWN)]) {
      expect(await refusal(run(queryLines, who, fields))).toEqual({ kind: 'not_found' });
    }
    expect(words(await refusal(run(queryLines, council.lead(DUE), fields)))).toMatch(/^Queries were open until 17 November 2025/);
    await done(run(queryLines, council.lead('2025-11-17'), fields));
    expect(words(await refusal(run(queryLines, council.lead('2025-11-17'), fields)))).toMatch(/wait for the answer/);
    expect(groupOf(await monthOf(council.one(DRAWN), OCTOBER), 'PL-11')).toMatchObject({ state: 'queried', queries: [{ words: 'Left on 10 October', owner: 'Finance one', answer: null }] });
  });

  it('hold lines back, take them out or let them post, and the ledger has what is posted', async () => {
    const share = groupOf(await monthOf(council.one(DRAWN), OCTOBER), 'PL-11').amount;
    for (const reference of ['PL-11', 'PL-12', 'PL-13']) await ask(council, '2025-11-05', OCTOBER, reference);
    await done(answer(council.one('2025-11-06'), OCTOBER, 'PL-11', 'upheld'));
    await done(answer(council.one('2025-11-06'), OCTOBER, 'PL-13', 'refused'));
    expect(words(await refusal(post(council.two('2025-11-17'), OCTOBER)))).toMatch(/until 17 November 2025/);
    expect(words(await refusal(post(council.one(DUE), OCTOBER)))).toMatch(/^You drew this charge up/);
    await done(post(council.two(DUE), OCTOBER));
    const view = await monthOf(council.one(DUE), OCTOBER);
    const groups = Object.fromEntries(onlyStatement(view).groups.map((group) => [group.reference, group]));
    expect(Object.values(groups).map((group) => [group.reference, group.state])).toEqual([
      ['PL-7', 'posted'], ['PL-11', 'withdrawn'], ['PL-12', 'waiting'], ['PL-13', 'posted'], ['PL-14', 'posted'],
    ]);
    const posted = (groups['PL-13']?.amount ?? 0n) + (groups['PL-14']?.amount ?? 0n);
    expect(await incomeOf(council)).toBe(posted);
    await done(answer(council.one(DUE), OCTOBER, 'PL-12', 'refused'));
    expect(await incomeOf(council)).toBe(posted + (groups['PL-12']?.amount ?? 0n));
    expect(posted + (groups['PL-12']?.amount ?? 0n) + share).toBe(568_421n);
    expect(words(await refusal(answer(council.one(DUE), OCTOBER, 'PL-12', 'upheld')))).toMatch(/answered already/);
  });

  it('that are upheld do not hold back lines drawn up afresh from a mended record', async () => {
    await ask(council, '2025-11-05', OCTOBER, 'PL-11');
    await done(answer(council.one('2025-11-06'), OCTOBER, 'PL-11', 'upheld'));
    await leftOn(council, council.over[0]?.id ?? '', '2025-10-10');
    await done(draft(council.one('2025-11-06'), OCTOBER));
    expect(groupOf(await monthOf(council.one(DRAWN), OCTOBER), 'PL-11')).toMatchObject({ state: 'draft', tenths: 50 });
  });
});

describe('a closed month', () => {
  async function closeOctober(): Promise<void> {
    await done(draft(council.one(DRAWN), OCTOBER));
    await done(post(council.two(DUE), OCTOBER));
    await done(close(council.one(DUE), OCTOBER));
  }

  it('closes once posted, and is neither drawn up, posted nor closed again', async () => {
    await done(draft(council.one(DRAWN), OCTOBER));
    expect(words(await refusal(close(council.one(DRAWN), OCTOBER)))).toBe('Post the charge of October 2025 before the month is closed');
    await done(post(council.two(DUE), OCTOBER));
    await done(close(council.one(DUE), OCTOBER));
    expect(words(await refusal(close(council.one(DUE), OCTOBER)))).toBe('October 2025 is closed already');
    expect(words(await refusal(draft(council.one(DUE), OCTOBER)))).toMatch(/^The charge of October 2025 is posted/);
    expect(words(await refusal(post(council.two(DUE), OCTOBER)))).toBe('This charge is posted already');
  });

  it('with nothing late has no correction in the next month', async () => {
    await closeOctober();
    await done(draft(council.one('2025-12-01'), NOVEMBER));
    const days = onlyStatement(await monthOf(council.one('2025-12-01'), NOVEMBER)).groups.flatMap((group) => group.days);
    expect(days.some((day) => day.kind === 'correction')).toBe(false);
    expect(days.filter((day) => day.kind === 'charge')).toHaveLength(76);
  });

  it('takes a placement that ended late, and a withdrawn one put right, as corrections of the next month at its own price', async () => {
    await done(draft(council.one(DRAWN), OCTOBER));
    await ask(council, '2025-11-05', OCTOBER, 'PL-11');
    await done(answer(council.one('2025-11-06'), OCTOBER, 'PL-11', 'upheld'));
    await done(post(council.two(DUE), OCTOBER));
    await done(close(council.one(DUE), OCTOBER));
    const inOctober = await incomeOf(council);
    await leftOn(council, council.over[0]?.id ?? '', '2025-10-10');
    await leftOn(council, council.over[3]?.id ?? '', '2025-10-17');
    await asOwner(council.database.owner, council.id, (query) => query('UPDATE agreement SET annual_pence = 3600000 WHERE authority_id = $1', [council.id]));
    await done(draft(council.one('2025-12-01'), NOVEMBER));
    const view = await monthOf(council.one('2025-12-01'), NOVEMBER);
    const corrected = (reference: string) => groupOf(view, reference).days.filter((day) => day.kind === 'correction' && day.tenths !== 0);
    expect(corrected('PL-11').map((day) => [day.on, day.tenths])).toEqual(['06', '07', '08', '09', '10'].map((day) => [`2025-10-${day}`, 10]));
    expect(corrected('PL-14').map((day) => [day.on, day.tenths])).toEqual(['20', '21', '22', '23', '24'].map((day) => [`2025-10-${day}`, -10]));
    expect(new Set(corrected('PL-14').map((day) => day.earlierMonth))).toEqual(new Set(['October 2025']));
    // 15 + 15 + 10 + 5 days of October at £18,000 on 190 days.
    const sum = onlyStatement(view).groups.flatMap((group) => group.days).filter((day) => day.kind === 'correction').reduce((total, day) => total + day.amount, 0n);
    expect(inOctober + sum).toBe(426_316n);
    const november = onlyStatement(view).groups.flatMap((group) => group.days).filter((day) => day.kind === 'charge');
    expect(november.reduce((total, day) => total + day.tenths, 0)).toBe(380);
    expect(november.every((day) => day.amount >= 18_947n)).toBe(true);
    await done(post(council.two('2025-12-16'), NOVEMBER));
    expect(await incomeOf(council)).toBe(inOctober + onlyStatement(view).total);
  });

  it('has a refused query of its run posted in the next open month', async () => {
    await done(draft(council.one(DRAWN), OCTOBER));
    await ask(council, '2025-11-05', OCTOBER, 'PL-11');
    await done(post(council.two(DUE), OCTOBER));
    await done(close(council.one(DUE), OCTOBER));
    const before = await incomeOf(council);
    await done(answer(council.one('2025-11-20'), OCTOBER, 'PL-11', 'refused'));
    expect(await incomeOf(council)).toBe(568_421n);
    expect(before).toBeLessThan(568_421n);
    const months = await asOwner(council.database.owner, council.id, (query) => query(
      'SELECT p.month, t.query_id IS NOT NULL AS queried FROM ledger_transaction t JOIN ledger_period p ON p.authority_id = t.authority_id AND p.id = t.period_id WHERE t.authority_id = $1 ORDER BY 1', [council.id]));
    expect(months).toEqual([{ month: '2025-10', queried: false }, { month: '2025-11', queried: true }]);
  });
});

describe('a statement', () => {
  beforeEach(() => done(draft(council.one(DRAWN), OCTOBER)));

  it("is read by the partnership's lead and heads, and by nobody else", async () => {
    const lead = await readUnit(council.lead(DRAWN), (tx) => partnershipStatement(tx, 'south', OCTOBER));
    expect(lead).toMatchObject({ partnershipName: 'Rotherham South', mayQuery: true, statement: { total: 568_421n } });
    expect(await readUnit(callerOn(council, council.staff.headteacher, DRAWN), (tx) => partnershipStatement(tx, 'south', OCTOBER))).toMatchObject({ mayQuery: false, statement: { total: 568_421n } });
    for (const who of [council.one(DRAWN), callerFor(council, 'auditor'), callerFor(council, 'pru_head')]) {
      expect(await readUnit(who, (tx) => partnershipStatement(tx, 'south', OCTOBER))).toBeNull();
      expect(await readUnit(who, statementList)).toEqual([]);
    }
    const neighbour = callerOn(council.neighbour, council.neighbour.staff.partnership_lead, DRAWN);
    expect(await readUnit(neighbour, (tx) => partnershipStatement(tx, 'south', OCTOBER))).toMatchObject({ statement: null });
    expect((await readUnit(council.lead(DRAWN), statementList)).map((row) => [row.title, row.name, row.total])).toEqual([['October 2025', 'Rotherham South', 568_421n]]);
  });

  it('names no pupil', async () => {
    const text = JSON.stringify(await monthOf(council.one(DRAWN), OCTOBER), (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
    expect(text).not.toMatch(/Sam|Pupil 1|SEMH|2012-03-15/);
  });
});
