import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { freezePack } from '@/lib/board/commands/freeze-pack';
import { saveItem } from '@/lib/board/commands/save-item';
import { saveMeasure } from '@/lib/board/commands/save-measure';
import { boardPage, monthToFreeze } from '@/lib/board/queries/board-page';
import { measureHistory, measureList, measureView } from '@/lib/board/queries/measure-pages';
import { packList, packView } from '@/lib/board/queries/packs';
import type { CalculationKey } from '@/lib/board/rules/catalogue';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { closedMonth, freezeMonth, frozenMonth } from '@/tests/support/builders/board';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildSite } from '@/tests/support/builders/places';
import { buildExcluded, buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';

/** The three terms of 2025/26 are over. */
const NOW = new Date('2026-09-10T09:00:00Z');
let council: TwoCouncils;
let admin: Caller;
let commissioner: Caller;

beforeEach(async () => {
  council = await buildCouncil();
  admin = callerFor(council, 'administrator', NOW);
  commissioner = asCommissioner(admin);
});

function asCommissioner(caller: Caller): Caller {
  const { actor } = caller;
  if (!actor) throw new Error('Nobody acts');
  return { ...caller, actor: { ...actor, roles: [{ role: 'commissioner', establishmentId: null, partnershipId: null, providerId: null }] } };
}

const measure = (calculation: CalculationKey, changes: Readonly<Record<string, string>> = {}) => ({
  measureId: '', version: '0', name: calculation, definition: 'Fewer', numerator: 'Those recorded', denominator: 'None', calculation, direction: 'lower', baseline: '9', baselineOn: '2025-07-22',
  baselineSource: 'The records', target: '', targetOn: '', owner: 'Commissioner', displayOrder: '10', shownFrom: '2025-09-01', shownTo: '', reason: 'Agreed by the Board', ...changes,
});
const item = (changes: Readonly<Record<string, string>> = {}) => ({
  itemId: '', version: '0', itemKind: 'decision', itemState: 'needed', title: 'A trial', words: 'One year', owner: 'Commissioner', dueOn: '2026-10-01', settledOn: '', outcome: '', ...changes,
});
const board = async (caller: Caller) => {
  const view = await readUnit(caller, (tx) => boardPage(tx));
  if (!view) throw new Error('There is no Board\u2019s page');
  return view;
};
const rowOf = async (caller: Caller, name: string) => (await board(caller)).rows.find((row) => row.measure.name === name);
const excluded = async (count: number, on: string) => { for (let made = 0; made < count; made += 1) await buildExcluded(council, on); };

/** As the application's role, in the council's authority. */
async function asApp(sql: string): Promise<string> {
  const client = await council.database.app.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.authority_id', $1, true)", [council.id]);
    return await client.query(sql).then(() => 'done', (error: { code?: string }) => error.code ?? 'unknown');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

describe('measures', () => {
  it('are versions that stay: the last one holds, a page opened before it is refused, earlier ones are listed', async () => {
    const { measureId } = await done(run(saveMeasure, admin, measure('exclusions_recorded')));
    const change = measure('exclusions_recorded', { measureId, version: '1', target: '8.5', targetOn: '2026-08-31' });
    await done(run(saveMeasure, admin, change));
    expect((await refusal(run(saveMeasure, admin, { ...change, owner: 'Somebody else' }))).kind).toBe('stale');
    expect(await readUnit(admin, measureList)).toMatchObject([{ version: 2, target: { value: 8.5, on: '2026-08-31' } }]);
    expect((await readUnit(admin, (tx) => measureHistory(tx, measureId)))?.map(({ version, target }) => [version, target?.value ?? null])).toEqual([[2, 8.5], [1, null]]);
  });

  it('are kept by administrators of their own authority', async () => {
    expect((await refusal(run(saveMeasure, commissioner, measure('retained')))).kind).toBe('not_found');
    const { measureId } = await done(run(saveMeasure, admin, measure('retained')));
    const neighbour = callerFor(council.neighbour, 'administrator', NOW);
    expect(await readUnit(neighbour, measureList)).toEqual([]);
    expect((await refusal(run(saveMeasure, neighbour, measure('retained', { measureId, version: '1' })))).kind).toBe('not_found');
  });

  it('say all that is wrong at once', async () => {
    const refused = await refusal(run(saveMeasure, admin, measure('retained', { name: '', baseline: 'many', target: '5', shownTo: '2025-08-31', reason: '' })));
    expect(refused.kind === 'invalid' ? refused.problems.map((one) => one.field) : refused.kind).toEqual(['name', 'baseline', 'reason', 'targetOn', 'shownTo']);
  });

  it('cannot be changed or skipped by the application\u2019s role', async () => {
    await done(run(saveMeasure, admin, measure('retained')));
    expect(await asApp("UPDATE board_measure SET owner = 'X'")).toBe('42501');
    expect(await asApp('DELETE FROM board_measure')).toBe('42501');
    const skipped = await asApp(`INSERT INTO board_measure (authority_id, measure_id, version, name, definition, numerator, denominator, calculation, direction, owner, display_order, shown_from, reason, recorded_at)
      SELECT authority_id, measure_id, 3, name, definition, numerator, denominator, calculation, direction, owner, display_order, shown_from, reason, recorded_at FROM board_measure`);
    expect(skipped).toBe('FP040');
    await expect(council.database.owner.query("UPDATE board_measure SET owner = 'X'")).rejects.toMatchObject({ code: 'FP001' });
  });
});

describe('figures', () => {
  it('count the exclusions of the last three terms, with an interval', async () => {
    await done(run(saveMeasure, admin, measure('exclusions_recorded')));
    await excluded(4, '2025-10-06');
    await excluded(1, '2026-06-01');
    await excluded(1, '2026-09-07');
    await frozenMonth(council, commissioner, '2026-08');
    const row = await rowOf(admin, 'exclusions_recorded');
    expect(row).toMatchObject({ now: '5', interval: '1.6 to 11.7', standing: { words: 'No clear change from the baseline' } });
    // Four in one term tell of few, and so would the term with one, taken from the whole.
    expect(row?.trend.map((point) => point.words)).toEqual(['[c]', '[c]', '[c]']);
  });

  it('leave out 1 to 4', async () => {
    await done(run(saveMeasure, admin, measure('exclusions_recorded')));
    await excluded(4, '2025-10-06');
    await frozenMonth(council, commissioner, '2026-08');
    expect(await rowOf(admin, 'exclusions_recorded')).toMatchObject({ now: '[c]', standing: { words: 'Not shown' }, figure: { value: null, numerator: null } });
  });

  it('leave out the baseline of the same terms with the figure, and no other', async () => {
    await done(run(saveMeasure, admin, measure('exclusions_recorded', { name: 'Same terms', baseline: '4', baselineOn: '2026-07-21' })));
    await done(run(saveMeasure, admin, measure('exclusions_recorded', { name: 'Years before', baselineOn: '2024-07-22' })));
    await excluded(4, '2025-10-06');
    await frozenMonth(council, commissioner, '2026-08');
    expect(await rowOf(admin, 'Same terms')).toMatchObject({ now: '[c]', baseline: '[c]', measure: { baseline: null } });
    expect(await rowOf(admin, 'Years before')).toMatchObject({ now: '[c]', baseline: '9 (22 July 2024)' });
  });

  it('are frozen month by month: the earliest closed month is offered, with those that it would leave without figures', async () => {
    for (const month of ['2025-10', '2025-11', '2026-01']) await closedMonth(council, month);
    const next = () => readUnit(commissioner, monthToFreeze);
    expect(await next()).toMatchObject({ month: '2025-10', skipped: [] });
    for (const month of ['2025-10', '2025-11']) await done(freezeMonth(commissioner, month));
    expect(await next()).toEqual({ month: '2026-01', title: 'January 2026', skipped: ['December 2025'] });
  });

  it('stay as they were frozen: what is recorded late changes neither the month nor the same terms in the next', async () => {
    await done(run(saveMeasure, admin, measure('exclusions_recorded')));
    await excluded(7, '2025-10-06');
    await frozenMonth(council, commissioner, '2026-08');
    await excluded(1, '2025-10-07');
    expect(await rowOf(admin, 'exclusions_recorded')).toMatchObject({ now: '7' });
    await frozenMonth(council, commissioner, '2026-09');
    expect(await rowOf(admin, 'exclusions_recorded')).toMatchObject({ now: '7' });
    const earlier = await readUnit(admin, (tx) => boardPage(tx, '2026-08'));
    expect(earlier?.close?.title).toBe('August 2026');
    expect(await readUnit(admin, (tx) => boardPage(tx, '2026-07'))).toBeNull();
  });

  it('count pupils in a PRU on the last school day of the closed month, with the months frozen before it', async () => {
    await done(run(saveMeasure, admin, measure('pru_population')));
    const siteId = await buildSite(council, 'Rowan', 20);
    const pupils = await buildWaiting(council, 6);
    await buildPlacements(council, siteId, pupils, { state: 'started', started_on: '2025-10-06' as never });
    const inMarch = callerFor(council, 'administrator', new Date('2026-03-02T09:00:00Z'));
    await frozenMonth(council, asCommissioner(inMarch), '2025-09');
    await frozenMonth(council, asCommissioner(inMarch), '2026-02');
    const row = await rowOf(inMarch, 'pru_population');
    expect(row).toMatchObject({ now: '6', days: '27 February 2026', standing: { words: 'Better than the baseline' } });
    expect(row?.trend.at(-1)).toMatchObject({ label: 'Feb 2026', value: 6 });
    expect(row?.trend.find((point) => point.label === 'Sep 2025')).toMatchObject({ value: 0 });
    expect(row?.trend.find((point) => point.label === 'Oct 2025')).toMatchObject({ value: null, words: '[x]' });
    const id = row?.measure.measureId ?? '';
    expect((await readUnit(inMarch, (tx) => measureView(tx, id)))?.parts).toEqual([{ name: 'Rotherham South', words: '6' }]);
    const { close } = await board(inMarch);
    expect(close?.sites).toEqual([{ group: 'PRUs and AP academies', rows: [{ name: 'Rowan', agreed: null, places: 20, pupils: 6, used: 6 }, { name: 'Total', agreed: null, places: 20, pupils: 6, used: 6 }] }]);
    expect(close?.quotas).toEqual([{ name: 'Rotherham South', quota: 17, used: 6 }, { name: 'Total', quota: 17, used: 6 }]);
  });

  it('leave a site of few out with what would give it away', async () => {
    const [rowan, aspire, elm] = [await buildSite(council, 'Rowan', 20), await buildSite(council, 'Aspire', 20), await buildSite(council, 'Elm', 20)];
    for (const [site, count] of [[rowan, 3], [aspire, 7], [elm, 9]] as const) await buildPlacements(council, site, await buildWaiting(council, count), { state: 'started', started_on: '2025-10-06' as never });
    const inMarch = callerFor(council, 'administrator', new Date('2026-03-02T09:00:00Z'));
    await frozenMonth(council, asCommissioner(inMarch), '2026-02');
    const rows = (await board(inMarch)).close?.sites[0]?.rows ?? [];
    expect(rows.find((row) => row.name === 'Rowan')?.pupils).toBeNull();
    expect(rows.filter((row) => row.pupils === null)).toHaveLength(2);
    expect(rows.filter((row) => row.pupils === null).every((row) => row.used === null)).toBe(true);
    expect(rows.at(-1)).toMatchObject({ name: 'Total', pupils: 19 });
  });

  it('are frozen by commissioners, once, month after month, when the month is closed; no path changes them', async () => {
    const refused = async (caller: Caller, month: string) => {
      const found = await refusal(freezeMonth(caller, month));
      return 'message' in found ? found.message : found.kind;
    };
    expect(await refused(commissioner, '2026-07')).toBe('July 2026 is not closed. The Board reads figures of closed months');
    await closedMonth(council, '2026-06');
    await closedMonth(council, '2026-07');
    expect(await refused(admin, '2026-07')).toBe('not_found');
    expect((await board(commissioner)).close).toBeNull();
    await done(freezeMonth(commissioner, '2026-07'));
    expect(await refused(commissioner, '2026-07')).toBe('The figures of July 2026 are frozen already');
    expect(await refused(commissioner, '2026-06')).toBe('The figures of July 2026 are frozen already, so those of an earlier month are not any more');
    expect(await asApp("UPDATE board_close SET month = '2026-06'")).toBe('42501');
    expect(await asApp('DELETE FROM board_close')).toBe('42501');
    const out = await asApp(`INSERT INTO board_close (authority_id, month, content, figures, control, frozen_by, frozen_at) SELECT authority_id, '2026-06', content, figures, control, frozen_by, frozen_at FROM board_close`);
    expect(out).toBe('FP040');
    await expect(council.database.owner.query("UPDATE board_close SET month = '2026-06'")).rejects.toMatchObject({ code: 'FP001' });
  });

  it('say what is not available, and why', async () => {
    await done(run(saveMeasure, admin, measure('attendance')));
    await frozenMonth(council, commissioner, '2026-08');
    expect(await rowOf(admin, 'attendance')).toMatchObject({ now: '[x]', figure: { why: 'Attendance is not recorded in this version.' }, standing: { words: 'Not available' } });
  });

  it('are not shown before their first day or after their last, nor to another authority', async () => {
    const { measureId } = await done(run(saveMeasure, admin, measure('attendance', { shownTo: '2026-09-09' })));
    await frozenMonth(council, commissioner, '2026-08');
    expect(await rowOf(admin, 'attendance')).toBeUndefined();
    expect(await readUnit(admin, (tx) => measureView(tx, measureId))).toBeNull();
    const { measureId: later } = await done(run(saveMeasure, admin, measure('attendance')));
    expect(await readUnit(callerFor(council.neighbour, 'administrator', NOW), (tx) => measureView(tx, later))).toBeNull();
    expect(await readUnit(admin, (tx) => measureView(tx, 'no-such'))).toBeNull();
  });
});

describe('decisions and risks', () => {
  it('are entered and settled by commissioners, with every version kept', async () => {
    expect((await refusal(run(saveItem, admin, item()))).kind).toBe('not_found');
    const { itemId } = await done(run(saveItem, commissioner, item()));
    expect((await board(commissioner)).needed).toMatchObject([{ itemId, enteredOn: '2026-09-10', dueOn: '2026-10-01' }]);
    const taken = item({ itemId, version: '1', itemState: 'taken', settledOn: '2026-09-10', outcome: 'Agreed' });
    await done(run(saveItem, commissioner, taken));
    expect((await refusal(run(saveItem, commissioner, { ...taken, title: 'Another' }))).kind).toBe('stale');
    const now = await board(commissioner);
    expect(now.needed).toEqual([]);
    expect(now.taken).toMatchObject([{ itemId, version: 2, outcome: 'Agreed' }]);
    expect(await asApp("UPDATE board_item SET outcome = 'Refused'")).toBe('42501');
  });

  it('are refused where kind and state do not go together, or how they were settled is missing', async () => {
    const fields = async (changes: Readonly<Record<string, string>>) => {
      const refused = await refusal(run(saveItem, commissioner, item(changes)));
      return refused.kind === 'invalid' ? refused.problems.map((one) => one.field) : refused.kind;
    };
    expect(await fields({ itemKind: 'risk' })).toEqual(['itemState']);
    expect(await fields({ itemState: 'taken' })).toEqual(['settledOn', 'outcome']);
    expect(await fields({ settledOn: '2026-09-10' })).toEqual(['settledOn']);
    expect(await fields({ itemState: 'taken', settledOn: '2026-09-11', outcome: 'Agreed' })).toEqual(['settledOn']);
    expect(await fields({ itemState: 'taken', title: '' })).toEqual(['title', 'settledOn', 'outcome']);
  });
});

describe('the pack of a meeting', () => {
  const freeze = (changes: Readonly<Record<string, string>> = {}) => run(freezePack, commissioner, { meetingId: '', version: '0', title: 'Autumn', meetsOn: '2026-09-10', note: '', ...changes });

  it('stays as it was frozen, whatever is recorded later, with the hash of its bytes', async () => {
    await done(run(saveMeasure, admin, measure('exclusions_recorded')));
    await excluded(5, '2025-10-06');
    await frozenMonth(council, commissioner, '2026-07');
    await done(run(saveItem, commissioner, item({ itemState: 'taken', settledOn: '2026-09-10', outcome: 'Agreed' })));
    await done(run(saveItem, commissioner, item({ title: 'Earlier', itemState: 'taken', settledOn: '2026-09-09', outcome: 'Agreed' })));
    const { packId } = await done(freeze());
    const [first] = (await council.database.owner.query<{ bytes: Buffer; sha256: string }>('SELECT bytes, sha256 FROM board_pack WHERE id = $1', [packId])).rows;
    await excluded(3, '2025-11-03');
    await done(run(saveItem, commissioner, item({ title: 'Later' })));
    const view = await readUnit(commissioner, (tx) => packView(tx, packId));
    expect(view?.content.rows.map(({ row }) => row.now)).toEqual(['5']);
    expect(view?.content).toMatchObject({ title: 'Autumn', number: 1, taken: [{ title: 'A trial' }], needed: [] });
    expect((await rowOf(admin, 'exclusions_recorded'))?.now).toBe('5');
    expect(view?.line.sha256).toBe(createHash('sha256').update(first?.bytes ?? '').digest('hex'));
    expect(await asApp("UPDATE board_pack SET note = 'X'")).toBe('42501');
    expect(await asApp('DELETE FROM board_pack')).toBe('42501');
    await expect(council.database.owner.query("UPDATE board_pack SET note = 'X' WHERE id = $1", [packId])).rejects.toMatchObject({ code: 'FP001' });
  });

  it('is corrected by a further one with a note, once', async () => {
    await done(run(saveMeasure, admin, measure('exclusions_recorded')));
    const { packId } = await done(freeze());
    const meetingId = (await readUnit(commissioner, packList))[0]?.meeting_id ?? '';
    expect((await refusal(freeze({ meetingId, version: '1' }))).kind).toBe('invalid');
    const corrected = await done(freeze({ meetingId, version: '1', note: 'Five exclusions were entered late' }));
    expect((await refusal(freeze({ meetingId, version: '1', note: 'Again' }))).kind).toBe('stale');
    expect((await refusal(freeze())).kind).toBe('conflict');
    expect((await readUnit(commissioner, packList)).map(({ number, isLatest }) => [number, isLatest])).toEqual([[2, true], [1, false]]);
    expect(await readUnit(commissioner, (tx) => packView(tx, packId))).toMatchObject({ latestId: corrected.packId, content: { number: 1, note: '' } });
  });

  it('is frozen by commissioners and read in its own authority', async () => {
    expect((await refusal(run(freezePack, admin, { meetingId: '', version: '0', title: 'Autumn', meetsOn: '2026-09-10', note: '' }))).kind).toBe('not_found');
    const { packId } = await done(freeze());
    expect(await readUnit(callerFor(council.neighbour, 'administrator', NOW), (tx) => packView(tx, packId))).toBeNull();
    const refused = await refusal(freeze({ title: '', meetsOn: '' }));
    expect(refused.kind).toBe('invalid');
  });
});
