import { expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { changedMeanwhile } from '@/lib/core/changed-meanwhile';

it('says every field that differs, now and yours, and no other', () => {
  const { refusal } = changedMeanwhile('site', [
    ['Name', 'Rowan', 'Rowan'], ['First day', calendarDate('2026-03-02'), calendarDate('2026-04-13')], ['Contact', '', 'Ada'], ['Must agree', true, false], ['Needs', ['SEMH'], []],
  ]);
  expect(refusal).toMatchObject({ kind: 'stale', details: [
    'First day. Now: 2 March 2026. Yours: 13 April 2026', 'Contact. Now: empty. Yours: Ada', 'Must agree. Now: yes. Yours: no', 'Needs. Now: SEMH. Yours: none',
  ] });
});

it('says so when nothing differs', () => {
  expect(changedMeanwhile('site', [['Name', 'Rowan', 'Rowan']]).refusal).toMatchObject({ details: [], message: expect.stringContaining('What you typed is what stands now') });
});
