import { beforeEach, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { setQuota } from '@/lib/agreements/commands/set-quota';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import { extendPlacement } from '@/lib/placements/commands/extend-placement';
import { type AuditFilter, auditLog } from '@/lib/publishing/queries/audit-log';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';

let council: TwoCouncils;
let auditor: Caller;

beforeEach(async () => {
  council = await buildCouncil({ quota: 16 });
  auditor = callerFor(council, 'auditor');
});

const ALL: AuditFilter = { act: '', person: '', pupil: '', record: '', on: null, page: 1 };
const log = (filter: Partial<AuditFilter> = {}) => readUnit(auditor, (tx) => auditLog(tx, { ...ALL, ...filter }));

describe('the access log', () => {
  it('says an act in words, with its record by reference, the reason and the values', async () => {
    await done(run(setQuota, callerFor(council, 'administrator'), { agreementId: council.agreementId, version: '1', places: '15', firstOn: '2026-04-13', reason: 'Two places given up' }));
    const [line] = (await log()).lines;
    expect(line).toMatchObject({
      words: 'Changed a quota', act: 'agreement.set_quota', outcome: 'done', why: 'Two places given up',
      changed: [{ label: 'Places', before: null, after: '15' }, { label: 'First day', before: null, after: '13 April 2026' }],
    });
    expect(line?.record?.words).toMatch(/^Agreement .+, version 1$/);
  });

  it('says old and new values, and leads from a record to every line about it', async () => {
    const siteId = await buildSite(council, 'Rowan', 5);
    const [pupil] = await buildWaiting(council, 1);
    if (!pupil) throw new Error('No pupil');
    const [placementId = ''] = await buildPlacements(council, siteId, [pupil], { state: 'started', started_on: calendarDate('2026-02-02') });
    const officer = callerFor(council, 'placement_officer');
    expect((await refusal(run(cancelPlacement, officer, { placementId, version: '1', reason: 'Moved away' }))).kind).toBe('conflict');
    expect((await refusal(run(extendPlacement, officer, { placementId, version: '9', lastOn: '2026-07-20', reason: 'Needs longer', seen: 'x' }))).kind).toBe('stale');
    const { lines, total } = await log({ record: placementId });
    expect(total).toBe(2);
    expect(lines.map((line) => line.words)).toEqual(['Moved the planned end of a placement', 'Cancelled a placement']);
    expect(lines.every((line) => line.outcome === 'refused' && line.why.length > 20 && /^Placement PL/.test(line.record?.words ?? ''))).toBe(true);
    const reference = lines[0]?.pupil ?? '';
    expect(reference).not.toBe('');
    expect((await log({ pupil: reference })).total).toBe(2);
    expect(JSON.stringify(lines)).not.toContain('Moved away');
  });
});
