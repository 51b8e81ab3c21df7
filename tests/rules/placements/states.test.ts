import { describe, expect, it } from 'vitest';
import { defaultEnd } from '@/lib/placements/rules/default-period';
import { actsAllowed, mayUndo, type PlacementAct, refusalInWords, stateAfter, stateInWords, takesPlaceAgain } from '@/lib/placements/rules/states';
import type { PlacementState } from '@/lib/placements/types';
import { CAL_25_DAYS } from '@/tests/support/agreement-examples';
import { d } from '@/tests/support/calendars';

const path = (...acts: PlacementAct[]) => acts.reduce<PlacementState | null>((state, act) => (state === null ? null : stateAfter(state, act)), 'proposed');

describe('states of a placement', () => {
  it('proposed, accepted, started, left', () => expect(path('accept', 'start', 'leave')).toBe('left'));
  it('a concern can be answered by acceptance or cancellation, not by a start', () => {
    expect(path('raise_concern', 'accept')).toBe('accepted');
    expect(path('raise_concern', 'cancel')).toBe('cancelled');
    expect(path('raise_concern', 'start')).toBeNull();
  });
  it('a site starts only whom it has accepted; who did not arrive may start later', () => {
    expect(path('start')).toBeNull();
    expect(path('accept', 'record_not_arrived', 'start')).toBe('started');
    expect(path('accept', 'record_not_arrived', 'cancel')).toBe('cancelled');
  });
  it('who has started leaves and is never cancelled; an end is final but for undo', () => {
    expect(path('accept', 'start', 'cancel')).toBeNull();
    expect(actsAllowed('left')).toEqual([]);
    expect(actsAllowed('cancelled')).toEqual([]);
  });
  it('moving to another site asks that site, unless the pupil has started', () => {
    expect(path('accept', 'change_site')).toBe('proposed');
    expect(path('accept', 'start', 'change_site')).toBe('started');
    expect(path('accept', 'extend')).toBe('accepted');
  });
  it('undo leads back only where an act led from', () => {
    expect([mayUndo('left', 'started'), mayUndo('cancelled', 'concern'), mayUndo('cancelled', 'started'), mayUndo('left', 'proposed')]).toEqual([true, true, false, false]);
    expect([takesPlaceAgain('left', 'started'), takesPlaceAgain('cancelled', 'proposed'), takesPlaceAgain('accepted', 'proposed')]).toEqual([true, true, false]);
  });
  it('says what stands and what can be done instead', () => {
    expect(refusalInWords('proposed', 'start')).toBe('The placement stands as "Proposed", so it cannot be started. It can be accepted, questioned with a concern, cancelled, extended, given another share, moved to another site, given other dates.');
    expect(refusalInWords('left', 'extend')).toBe('The placement stands as "Left", so it cannot be extended. Nothing more can be done to it; record a new placement.');
    expect(stateInWords('not_arrived')).toBe('Did not arrive');
  });
});

describe('default end of a period', () => {
  it('is the last school day of the year, 17 July 2026 on CAL-25', () => expect(defaultEnd(d('2026-03-09'), 9, CAL_25_DAYS)?.lastOn).toBe('2026-07-17'));
  it('is the last Friday in June for Year 11: 26 June 2026 (R36c)', () => {
    expect(defaultEnd(d('2026-03-09'), 11, CAL_25_DAYS)).toEqual({ lastOn: '2026-06-26', reason: 'Year 11: the last Friday in June, when compulsory school age ends' });
    expect(defaultEnd(d('2025-09-03'), 11, CAL_25_DAYS)?.lastOn).toBe('2026-06-26');
    expect(defaultEnd(d('2026-06-29'), 11, CAL_25_DAYS)?.lastOn).toBe('2026-07-17');
  });
  it('is the last day that the request asks for, within the year and from the start on', () => {
    const asked = (wantedTo: string, yearGroup = 9) => defaultEnd(d('2026-03-09'), yearGroup, CAL_25_DAYS, d(wantedTo));
    expect(asked('2026-03-20')).toEqual({ lastOn: '2026-03-20', reason: 'The last day that the request asks for' });
    expect([asked('2026-03-09')?.lastOn, asked('2026-03-06')?.lastOn, asked('2026-09-11')?.lastOn, asked('2026-07-10', 11)?.lastOn]).toEqual(['2026-03-09', '2026-07-17', '2026-07-17', '2026-06-26']);
  });
  it('is not to be had when the year is over', () => {
    expect(defaultEnd(d('2026-07-18'), 9, CAL_25_DAYS)).toBeNull();
    expect(defaultEnd(d('2026-07-01'), 9, [])).toBeNull();
    expect(defaultEnd(d('2026-07-18'), 9, CAL_25_DAYS, d('2026-07-31'))).toBeNull();
  });
});
