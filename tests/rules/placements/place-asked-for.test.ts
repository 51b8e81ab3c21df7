/** What stands in the way of a place asked for, and what an authorisation over number leaves open of it. */
import { describe, expect, it } from 'vitest';
import { judgeAlready } from '@/lib/placements/rules/already-placed';
import { daysNotAuthorised } from '@/lib/placements/rules/authorised-days';
import { occupancyOf } from '@/lib/placements/rules/capacity';
import { clockAtStart } from '@/lib/placements/rules/clock-at-start';
import { recordsOfStart } from '@/lib/placements/rules/states';
import { neededOverNumber, overNumberInWords } from '@/lib/placements/rules/within-over-number';
import { lostNotice } from '@/lib/exclusions/rules/day-six-notice';
import type { DutyView } from '@/lib/exclusions/types';
import { CAL_25_DAYS, placed } from '@/tests/support/agreement-examples';
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

describe('a place over the number of a site', () => {
  const agreed = (firstOn: string, lastOn: string | null, places = 2, kind: 'day6' | 'reserve' = 'day6') => ({ kind, places, firstOn: d(firstOn), lastOn: lastOn === null ? null : d(lastOn), agreedBySite: 'Mrs Hill', authorisedBy: 'Mr Shah' });
  const needed = (over: readonly ReturnType<typeof agreed>[], taken: readonly (readonly [string, string])[], wanted: { shareTenths?: number; firstOn?: string; lastOn?: string } = {}) => {
    const occupancy = occupancyOf({
      siteId: 'rowan', schoolDays: CAL_25_DAYS, places: [{ kind: 'day6', places: 1, firstOn: d('2025-09-01'), lastOn: null }], overNumber: over.map((one) => ({ ...one, lastOn: one.lastOn ?? d('2026-08-31') })),
      placements: taken.map(([firstOn, lastOn], index) => placed(`PL-${index + 1}`, firstOn, lastOn)),
    });
    return neededOverNumber(occupancy, { kind: 'day6', shareTenths: wanted.shareTenths ?? 10, firstOn: d(wanted.firstOn ?? '2026-03-09'), lastOn: d(wanted.lastOn ?? '2026-07-17') }, over);
  };
  const spring = agreed('2026-03-01', '2026-08-31');

  it('names the authorisation that it is within, and none where the number itself has room', () => {
    expect(needed([spring], [['2025-09-03', '2026-07-17']])).toEqual([spring]);
    expect(needed([spring], [])).toEqual([]);
    expect(needed([spring], [['2025-09-03', '2026-03-06']])).toEqual([]);
    // Full on one day only, and that day is of the days wanted or is not.
    expect(needed([spring], [['2026-07-17', '2026-07-17']])).toEqual([spring]);
    expect(needed([spring], [['2026-07-17', '2026-07-17']], { lastOn: '2026-07-16' })).toEqual([]);
  });

  it('passes over one of another kind, of other days and one ended before it began', () => {
    const [reserve, autumn, ended] = [agreed('2026-03-01', '2026-08-31', 2, 'reserve'), agreed('2025-09-01', '2026-03-06'), agreed('2026-03-10', '2026-03-09')];
    expect(needed([reserve, autumn, ended, spring], [['2025-09-03', '2026-07-17']])).toEqual([spring]);
    // One after the other: each is needed on its own days.
    expect(needed([agreed('2026-03-01', '2026-03-31'), agreed('2026-04-01', null)], [['2025-09-03', '2026-07-17']])).toHaveLength(2);
  });

  it('is said with its days and who agreed', () => {
    expect(overNumberInWords(spring)).toBe('Within the authorisation of 2 places over number from 1 March to 31 August 2026, agreed by Mrs Hill at the site and Mr Shah in the authority');
    expect(overNumberInWords(agreed('2026-03-01', null, 1))).toMatch(/^Within the authorisation of 1 place over number from 1 March 2026 until further notice, agreed/);
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
