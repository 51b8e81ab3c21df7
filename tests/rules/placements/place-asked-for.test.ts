/** What stands in the way of a place asked for, and what an authorisation over number leaves open of it. */
import { describe, expect, it } from 'vitest';
import { judgeAlready } from '@/lib/placements/rules/already-placed';
import { daysNotAuthorised } from '@/lib/placements/rules/authorised-days';
import { clockAtStart } from '@/lib/placements/rules/clock-at-start';
import { recordsOfStart } from '@/lib/placements/rules/states';
import { lostNotice } from '@/lib/exclusions/rules/day-six-notice';
import type { DutyView } from '@/lib/exclusions/types';
import { placed } from '@/tests/support/agreement-examples';
import { d } from '@/tests/support/calendars';

describe('a place the pupil has already', () => {
  const wanted = (shareTenths: number, firstOn = '2026-03-09') => placed('new', firstOn, '2026-07-17', { pupilId: 'pupil of PL-1', state: 'proposed', shareTenths });
  const half = placed('PL-1', '2026-03-02', '2026-03-27', { shareTenths: 5 });

  it('blocks a further one only where both are more than one whole place', () => {
    expect(judgeAlready([half], wanted(6))).toMatchObject([{ blocks: true, mayChangeSite: true }]);
    expect(judgeAlready([half], wanted(5))).toMatchObject([{ blocks: false }]);
    expect(judgeAlready([half], wanted(10, '2026-03-30'))).toEqual([]);
  });

  it('cannot be moved once it is over, and one that is no part of the excess is not in the way', () => {
    expect(judgeAlready([{ ...half, state: 'left' }], wanted(10))).toMatchObject([{ blocks: true, mayChangeSite: false }]);
    const later = placed('PL-2', '2026-06-01', '2026-07-17', { pupilId: 'pupil of PL-1', shareTenths: 5 });
    expect(judgeAlready([half, later], wanted(5)).map((one) => [one.placement.reference, one.blocks])).toEqual([['PL-1', false], ['PL-2', false]]);
    expect(judgeAlready([{ ...half, state: 'cancelled' }], wanted(10)).filter((one) => one.blocks)).toEqual([]);
  });
});

describe('days asked for and not authorised', () => {
  const wanted = { kind: 'day6' as const, firstOn: d('2026-03-09'), lastOn: d('2026-07-17') };
  const over = (firstOn: string, lastOn: string) => daysNotAuthorised(wanted, { kind: 'day6', firstOn: d(firstOn), lastOn: d(lastOn) });

  it('are those after it, else those before it, or none', () => {
    expect(over('2026-03-09', '2026-03-27')).toEqual({ firstOn: '2026-03-28', lastOn: '2026-07-17' });
    expect(over('2026-04-13', '2026-07-17')).toEqual({ firstOn: '2026-03-09', lastOn: '2026-04-12' });
    expect(over('2026-03-02', '2026-07-31')).toBeNull();
  });
  it('are all of them for other days or another kind of place', () => {
    expect(over('2026-02-02', '2026-02-27')).toEqual({ firstOn: '2026-03-09', lastOn: '2026-07-17' });
    expect(daysNotAuthorised(wanted, { ...wanted, kind: 'reserve' })).toEqual({ firstOn: '2026-03-09', lastOn: '2026-07-17' });
  });
});

describe('the clock at a start', () => {
  const clock = (metOn: string | null) => ({ kind: 'clock', metOn: metOn === null ? null : d(metOn) }) as DutyView;

  it('stops then for a whole place, has stopped for one who moves, and does not stop for part of one', () => {
    expect(clockAtStart(clock(null), 10)).toBe('The clock stops then, not before.');
    expect(clockAtStart(clock('2026-01-12'), 10)).toBe('The clock stopped on Monday 12 January 2026, when full-time education started.');
    expect(clockAtStart(clock(null), 5)).toMatch(/^The clock does not stop then/);
    expect(clockAtStart({ kind: 'none', reason: 'No exclusion' }, 10)).toBeNull();
  });
});

describe('what belongs to a start', () => {
  it('is recorded before it and after it, and no more once the placement is over', () => {
    expect((['proposed', 'accepted', 'concern', 'not_arrived', 'started', 'left', 'cancelled'] as const).map(recordsOfStart)).toEqual(['before', 'before', 'before', 'before', 'after', null, null]);
  });
  it('after it, asks for what was done and no longer for a later start', () => {
    const start = { startsOn: d('2026-03-04'), startsAt: '09:00' };
    const now = new Date('2026-03-05T10:00:00Z');
    expect(lostNotice(now, start, d('2026-03-05'), true)).toMatchObject({ mayAgree: true, words: expect.not.stringContaining('start later') });
    expect(lostNotice(now, start, d('2026-03-04'), true)).toEqual({ mayAgree: false, words: 'The pupil has started. Record when the parents were told.' });
  });
});
