import { describe, expect, it } from 'vitest';
import { schoolDaysOf } from '@/lib/calendars/rules/school-days';
import { daySixDutyOfPermanentExclusion } from '@/lib/exclusions/rules/day-six-clock';
import { suspensionRuns, type SuspensionSpell } from '@/lib/exclusions/rules/suspension-runs';
import type { DaySixClock, DutyFacts, ExclusionMoment } from '@/lib/exclusions/types';
import { d, DEMONSTRATION_CALENDAR, withClosure } from '../../support/calendars';
import { dutyFacts, excluded } from '../../support/exclusions';

const days = schoolDaysOf(DEMONSTRATION_CALENDAR);

function clockOf(moment: ExclusionMoment, facts: DutyFacts = dutyFacts()): DaySixClock {
  const duty = daySixDutyOfPermanentExclusion(days, moment, facts);
  if (duty.kind !== 'clock') throw new Error(`No clock: ${JSON.stringify(duty)}`);
  return duty.clock;
}

describe('R36a: permanent exclusion, the home authority\u2019s duty', () => {
  it.each([
    ['2025-09-29', '10:00', '2025-10-06', '2025-10-07'],
    ['2025-09-29', '14:00', '2025-10-07', '2025-10-08'],
    ['2025-10-22', '10:00', '2025-11-06', '2025-11-07'],
    ['2025-12-16', '10:00', '2026-01-07', '2026-01-08'],
  ])('excluded %s at %s: due %s, the late reading %s is a note', (on, time, due, late) => {
    const clock = clockOf(excluded(on, time));
    expect([clock.dueOn, clock.lateReadingOn, clock.effectiveDueOn, clock.dutyHolder, clock.rule]).toEqual([due, late, due, 'home_authority', 'R36a']);
    expect(clock.counted.length).toBe(6);
    expect(clock.counted.at(-1)).toBe(due);
  });

  it.each([['2026-02-26', '2026-03-05'], ['2026-02-23', '2026-03-02'], ['2026-02-11', '2026-02-25']])(
    'the demonstration: excluded %s at 10:00 is due %s', (on, due) => expect(clockOf(excluded(on)).dueOn).toBe(due));

  it('shows the very dates counted, those left out and why (R2)', () => {
    const clock = clockOf(excluded('2025-10-22', '14:00'));
    expect(clock.startedOn).toBe('2025-10-22');
    expect(clock.counted).toEqual(['2025-10-23', '2025-10-24', '2025-11-04', '2025-11-05', '2025-11-06', '2025-11-07']);
    expect(clock.leftOut.map(({ date, why }) => `${date} ${why}`)).toEqual([
      '2025-10-22 after_afternoon_session_began', '2025-10-25 weekend', '2025-10-26 weekend', '2025-10-27 holiday', '2025-10-28 holiday',
      '2025-10-29 holiday', '2025-10-30 holiday', '2025-10-31 holiday', '2025-11-01 weekend', '2025-11-02 weekend', '2025-11-03 inset',
    ]);
    expect(clock.calendarVersions).toEqual([{ id: 'cal-2025/26', name: 'Demonstration calendar', academicYear: '2025/26', version: 1 }]);
  });

  it('counts from the first school day when the decision falls in a holiday', () => {
    const clock = clockOf(excluded('2026-02-17', '15:00'));
    expect([clock.firstDay, clock.dueOn]).toEqual(['2026-02-23', '2026-03-02']);
    expect(clock.leftOut.map((day) => day.date)).toContain('2026-02-17');
  });

  it('moves with a snow day', () => {
    const snow = schoolDaysOf(withClosure(DEMONSTRATION_CALENDAR, d('2026-03-02'), d('2026-03-03')));
    const duty = daySixDutyOfPermanentExclusion(snow, excluded('2026-02-26'), dutyFacts());
    expect(duty.kind === 'clock' && duty.clock.dueOn).toBe('2026-03-09');
    expect(duty.kind === 'clock' && duty.clock.leftOut.filter((day) => day.why === 'closure').length).toBe(2);
  });

  it('is refused with the missing year where the calendar ends', () => {
    const duty = daySixDutyOfPermanentExclusion(days, excluded('2027-07-19'), dutyFacts());
    expect(duty.kind === 'refused' && duty.message).toContain('no term dates for 2027/28');
  });

  it('leaves the late reading out when only it lies beyond the calendar', () => {
    const clock = clockOf(excluded('2027-07-14'), dutyFacts());
    expect([clock.dueOn, clock.lateReadingOn]).toEqual(['2027-07-21', null]);
  });
});

describe('R36b: day-1 target', () => {
  it.each([[{ lookedAfter: true }], [{ socialWorker: true }]])('%j: a target on day 1, which orders lists, beside the duty', (over) => {
    const clock = clockOf(excluded('2025-09-29', '14:00'), dutyFacts(over));
    expect([clock.dayOneTargetOn, clock.effectiveDueOn, clock.dueOn]).toEqual(['2025-09-30', '2025-09-30', '2025-10-07']);
  });

  it('nobody else has one', () => {
    expect(clockOf(excluded('2025-09-29')).dayOneTargetOn).toBeNull();
  });
});

describe('R36c: no duty', () => {
  const duty = (facts: DutyFacts, on = '2026-03-02') => daySixDutyOfPermanentExclusion(days, excluded(on), facts);
  const yearEleven = dutyFacts({ bornOn: d('2010-01-10'), yearGroup: 11 });

  it('(a) Year 11 with every public exam of the year taken or missed', () => {
    expect(duty({ ...yearEleven, publicExamsLeft: 0 })).toEqual({
      kind: 'no_duty', because: 'no_public_exam_left', words: 'No duty from day 6: in Year 11 with no public examination left this year',
    });
  });

  it('(a) not while one is left, nobody has said, or the pupil is in another year', () => {
    expect(duty({ ...yearEleven, publicExamsLeft: 1 }).kind).toBe('clock');
    expect(duty({ ...yearEleven, publicExamsLeft: null }).kind).toBe('clock');
    expect(duty(dutyFacts({ yearGroup: 10, publicExamsLeft: 0 })).kind).toBe('clock');
  });

  it('(b) an EHC plan with fewer hours that the authority provides', () => {
    expect(duty(dutyFacts({ ehcPlanHoursProvided: true }))).toMatchObject({ kind: 'no_duty', because: 'ehc_plan_hours_provided' });
  });

  it('(c) not of compulsory school age on the day it would be due: from 27 June 2026 for Year 11', () => {
    expect(duty(yearEleven, '2026-06-19').kind).toBe('clock');
    expect(duty(yearEleven, '2026-06-22')).toEqual({
      kind: 'no_duty', because: 'not_compulsory_school_age',
      words: 'No duty from day 6, only a power: compulsory school age ended on 26 June 2026',
    });
    const four = dutyFacts({ bornOn: d('2021-04-02'), yearGroup: 0 });
    expect(duty(four)).toMatchObject({ words: 'No duty from day 6, only a power: compulsory school age begins on 31 August 2026' });
  });
});

describe('R36: suspensions, the school\u2019s duty', () => {
  const spell = (first: string, last: string): SuspensionSpell => ({ reference: `${first}`, excludedOn: d(first), firstDay: d(first), lastDay: d(last) });
  const about = { facts: dutyFacts(), fromMaintainedPru: false };

  it('10 to 14 November 2025, then 17 and 18 November: one run, day 6 is Monday 17 November', () => {
    const runs = suspensionRuns(days, [spell('2025-11-17', '2025-11-18'), spell('2025-11-10', '2025-11-14')], about);
    expect(runs.length).toBe(1);
    expect([runs[0]?.firstDay, runs[0]?.lastDay, runs[0]?.schoolDays, runs[0]?.references]).toEqual(['2025-11-10', '2025-11-18', 7, ['2025-11-10', '2025-11-17']]);
    const duty = runs[0]?.duty;
    expect(duty?.kind === 'clock' && [duty.clock.dueOn, duty.clock.dutyHolder, duty.clock.rule]).toEqual(['2025-11-17', 'school', 'R36']);
  });

  it('a day attended in between breaks the run', () => {
    const runs = suspensionRuns(days, [spell('2025-11-10', '2025-11-14'), spell('2025-11-18', '2025-11-19')], about);
    expect(runs.map((run) => [run.schoolDays, run.duty])).toEqual([[5, null], [2, null]]);
  });

  it('a holiday in between does not', () => {
    const runs = suspensionRuns(days, [spell('2025-10-21', '2025-10-24'), spell('2025-11-04', '2025-11-05')], about);
    expect(runs.map((run) => run.duty?.kind === 'clock' && run.duty.clock.dueOn)).toEqual(['2025-11-05']);
  });

  it('two entries for the same days count those days once', () => {
    const runs = suspensionRuns(days, [spell('2025-11-10', '2025-11-14'), spell('2025-11-12', '2025-11-13')], about);
    expect(runs.map((run) => [run.schoolDays, run.lastDay, run.duty])).toEqual([[5, '2025-11-14', null]]);
  });

  it('five days are not six, six are', () => {
    expect(suspensionRuns(days, [spell('2025-11-10', '2025-11-14')], about)[0]?.duty).toBeNull();
    expect(suspensionRuns(days, [spell('2025-11-10', '2025-11-17')], about)[0]?.duty?.kind).toBe('clock');
  });

  it('from a PRU that the authority maintains the duty is the authority\u2019s; R36c and R36b hold here too', () => {
    const long = [spell('2025-11-10', '2025-11-21')];
    const pru = suspensionRuns(days, long, { ...about, fromMaintainedPru: true })[0]?.duty;
    expect(pru?.kind === 'clock' && pru.clock.dutyHolder).toBe('maintaining_authority');
    const looked = suspensionRuns(days, long, { ...about, facts: dutyFacts({ lookedAfter: true }) })[0]?.duty;
    expect(looked?.kind === 'clock' && looked.clock.effectiveDueOn).toBe('2025-11-10');
    expect(suspensionRuns(days, long, { ...about, facts: dutyFacts({ ehcPlanHoursProvided: true }) })[0]?.duty?.kind).toBe('no_duty');
  });
});
