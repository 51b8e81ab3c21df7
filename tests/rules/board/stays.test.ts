import { describe, expect, it } from 'vitest';
import { pruPopulation, IN_NONE, reintegrations, retained, type Stay, type StayFacts } from '@/lib/board/rules/stays';
import { calendarDate } from '@/lib/core/calendar-date';
import type { TrueFigure } from '@/lib/board/types';

const day = calendarDate;
const stay = (pupilId: string, changes: Partial<Stay> = {}): Stay => ({
  pupilId, siteId: 'site', tenths: 10, phase: 'secondary', schoolId: 'aston', providerId: 'pru', providerKind: 'pru', providerSchoolId: null, firstOn: day('2025-09-08'), lastOn: day('2026-07-17'), hasLeft: false, ...changes,
});
const facts = (changes: Partial<StayFacts>): StayFacts => ({
  partnerships: [{ id: 'south', name: 'South', phase: 'secondary' }, { id: 'central', name: 'Central', phase: 'secondary' }],
  memberships: [
    { partnershipId: 'south', schoolId: 'aston', firstOn: day('2024-09-01'), lastOn: null }, { partnershipId: 'south', schoolId: 'wales', firstOn: day('2024-09-01'), lastOn: null },
    { partnershipId: 'central', schoolId: 'wingfield', firstOn: day('2024-09-01'), lastOn: null },
  ],
  stays: [], excluded: [], boughtBySchools: [], mainstream: [], ...changes,
});
const cells = (figure: TrueFigure) => (figure.kind === 'split' ? figure.parts : []);
const ON = day('2026-02-27');

describe('pupils in a PRU or AP academy on a day', () => {
  it('are counted once each, by the partnership of their school; those of none in a row of their own', () => {
    const figure = pruPopulation(facts({ stays: [
      stay('a'), stay('a', { providerId: 'second' }), stay('b', { schoolId: 'wingfield' }), stay('c', { schoolId: null }), stay('d', { providerKind: 'special_school' }),
      stay('e', { firstOn: day('2026-02-28') }), stay('f', { lastOn: day('2026-02-26') }), stay('g', { lastOn: ON }),
    ] }), ON, 48);
    expect(figure).toMatchObject({ show: 'both', against: 48 });
    expect(cells(figure)).toEqual([{ name: 'South', yes: 2, no: 0 }, { name: 'Central', yes: 1, no: 0 }, { name: IN_NONE, yes: 1, no: 0 }]);
  });
});

describe('retained in the learning community', () => {
  it('is at a member school, in its in-school AP or in AP that schools bought, of all out of their classroom', () => {
    const figure = retained(facts({
      boughtBySchools: [{ providerId: 'bought', firstOn: day('2025-09-01'), lastOn: null }, { providerId: 'ended', firstOn: day('2024-09-01'), lastOn: day('2026-02-26') }],
      stays: [
        stay('member', { providerKind: 'other', providerSchoolId: 'wales' }), stay('neighbour', { providerKind: 'other', providerSchoolId: 'wingfield' }), stay('own', { providerKind: 'in_school' }),
        stay('bought', { providerId: 'bought' }), stay('ended', { providerId: 'ended' }), stay('pru'), stay('both', { providerId: 'bought' }), stay('both'),
      ],
      excluded: [
        { pupilId: 'waits', phase: 'secondary', schoolId: 'aston', firstOn: day('2026-02-20'), lastOn: null }, { pupilId: 'pru', phase: 'secondary', schoolId: 'aston', firstOn: day('2025-09-01'), lastOn: null },
        { pupilId: 'later', phase: 'secondary', schoolId: 'aston', firstOn: day('2026-03-02'), lastOn: null }, { pupilId: 'closed', phase: 'secondary', schoolId: 'aston', firstOn: day('2026-01-05'), lastOn: day('2026-02-20') },
      ],
    }), ON);
    expect(cells(figure)).toEqual([{ name: 'South', yes: 4, no: 4 }, { name: 'Central', yes: 0, no: 0 }]);
  });
});

describe('reintegrations', () => {
  const left = (pupilId: string): Stay => stay(pupilId, { lastOn: day('2025-10-01'), hasLeft: true });
  const back = (pupilId: string, lastOn: string | null = null) => ({ pupilId, firstOn: day('2025-10-02'), lastOn: lastOn === null ? null : day(lastOn) });
  const figure = (changes: Partial<StayFacts>, lastOn = '2025-12-24') => cells(reintegrations(facts(changes), day('2025-09-01'), day(lastOn)))[0];

  it('held when the pupil is on a mainstream roll 84 days later, without a new place or exclusion', () => {
    expect(figure({
      stays: [left('held'), left('moved'), left('again'), left('excluded'), left('never'), stay('again', { firstOn: day('2025-12-01') })],
      mainstream: [back('held'), back('moved', '2025-12-01'), back('again'), back('excluded')],
      excluded: [{ pupilId: 'excluded', phase: 'secondary', schoolId: 'aston', firstOn: day('2025-12-24'), lastOn: null }],
    })).toEqual({ name: 'South', yes: 1, no: 3 });
  });

  it('is not counted before its 84 days are over, nor where another place follows at once', () => {
    expect(figure({ stays: [left('held')], mainstream: [back('held')] }, '2025-12-23')).toEqual({ name: 'South', yes: 0, no: 0 });
    expect(figure({ stays: [left('on'), stay('on', { firstOn: day('2025-10-02') })], mainstream: [back('on')] })).toEqual({ name: 'South', yes: 0, no: 0 });
  });
});
