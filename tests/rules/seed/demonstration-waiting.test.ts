import { describe, expect, it } from 'vitest';
import { clockStatus, daysLate } from '@/lib/exclusions/rules/clock-status';
import { daySixDutyOfPermanentExclusion } from '@/lib/exclusions/rules/day-six-clock';
import { calendarDate, londonInstant } from '@/lib/core/calendar-date';
import type { AuthoritySlug } from '@/prisma/seed/demonstration/facts';
import { daysOf, facts, membersOn } from './fact-sums';

const waiting = facts.referrals.filter((each) => each.waiting);

function one(authority: AuthoritySlug, shows: string, route = 'permanent_exclusion') {
  const found = waiting.filter((each) => each.authority === authority && each.route === route && each.shows.includes(shows));
  const referral = found[0];
  if (!referral) throw new RangeError(`Nobody waits for: ${shows}`);
  const pupil = facts.pupils.find((each) => each.reference === referral.pupil);
  const exclusion = facts.exclusions.find((each) => each.reference === referral.exclusion);
  if (!pupil) throw new RangeError('No pupil');
  return { referral, pupil, exclusion, placement: facts.placements.find((each) => each.referral === referral.reference) };
}

function dutyOf(authority: AuthoritySlug, shows: string) {
  const { pupil, exclusion } = one(authority, shows);
  if (!exclusion?.excludedAt) throw new RangeError('No exclusion');
  const days = daysOf(authority, exclusion.urn);
  const duty = daySixDutyOfPermanentExclusion(days,
    { excludedOn: exclusion.excludedOn, excludedAt: exclusion.excludedAt, afternoonSessionStartsAt: '13:15' },
    { bornOn: pupil.bornOn, yearGroup: pupil.yearGroup, publicExamsLeft: pupil.publicExamsLeft, ehcPlanHoursProvided: false, lookedAfter: pupil.lookedAfterByCode !== null, socialWorker: pupil.socialWorker });
  return { days, duty, exclusion };
}

function clockOf(authority: AuthoritySlug, shows: string) {
  const { days, duty, exclusion } = dutyOf(authority, shows);
  if (duty.kind !== 'clock') throw new RangeError(`No clock: ${duty.kind}`);
  return { days, clock: duty.clock, exclusion };
}

describe('waiting on 2 March 2026', () => {
  it.each([['rotherham', 8, 6], ['lancashire', 15, 10]] as const)('%s: %i permanently excluded and %i others', (authority, excluded, others) => {
    const own = waiting.filter((each) => each.authority === authority);
    const permanent = own.filter((each) => each.route === 'permanent_exclusion');
    expect([permanent.length, own.length - permanent.length]).toEqual([excluded, others]);
    expect(new Set(own.map((each) => each.pupil)).size).toBe(excluded + others);
  });

  it('nobody waiting has started full-time education', () => {
    for (const each of waiting) {
      expect(facts.placements.filter((row) => row.pupil === each.pupil).map((row) => row.state).includes('started')).toBe(false);
    }
    for (const each of facts.referrals.filter((row) => !row.waiting)) {
      expect(facts.placements.some((row) => row.referral === each.reference && (row.state === 'started' || row.state === 'left'))).toBe(true);
    }
  });

  it('covers each case of the list in one council or both', () => {
    const shown = new Set(waiting.flatMap((each) => each.shows));
    for (const wanted of [
      'excluded today', 'day 6 today', 'overdue by three school days', 'half-term inside the count', 'excluded after the afternoon session began',
      'looked after by this authority', 'looked after by another authority', 'home authority elsewhere', 'excluded elsewhere, living here', 'EHC plan',
      'Year 11 with no public exam left', 'primary', 'twice excluded', 'excluded from the PRU', 'two who must not meet', 'interim education running',
      'proposed and unanswered past its reply date', 'accepted and starting tomorrow', 'did not arrive',
    ]) expect(shown).toContain(wanted);
  });

  it('the main job: a South pupil excluded on 26 February is due on 5 March, and a start on 9 March is two school days late', () => {
    const { days, clock, exclusion } = clockOf('rotherham', 'main job');
    expect([exclusion.excludedOn, exclusion.excludedAt, clock.dueOn, clock.effectiveDueOn]).toEqual(['2026-02-26', '10:00', '2026-03-05', '2026-03-05']);
    expect(membersOn('rotherham-south', facts.today)).toContain(exclusion.urn);
    expect(daysLate(days, clock.dueOn, calendarDate('2026-03-09'))).toBe(2);
  });

  it.each(['rotherham', 'lancashire'] as const)('%s: day 6 is today; one is overdue by three school days, half-term inside', (authority) => {
    expect(clockOf(authority, 'day 6 today').clock.dueOn).toBe('2026-03-02');
    const { days, clock } = clockOf(authority, 'overdue by three school days');
    expect(clock.dueOn).toBe('2026-02-25');
    expect(clockStatus(days, clock, { today: facts.today, metOn: null }).schoolDaysLate).toBe(3);
    expect(clock.counted).toContain('2026-02-13');
    expect(clock.counted).toContain('2026-02-23');
    expect(clockOf(authority, 'excluded today').exclusion.excludedOn).toBe(facts.today);
  });

  it.each(['rotherham', 'lancashire'] as const)('%s: after the afternoon session began, day 1 is the next school day', (authority) => {
    const { clock, exclusion } = clockOf(authority, 'excluded after the afternoon session began');
    expect(exclusion.excludedAt !== null && exclusion.excludedAt >= '13:15').toBe(true);
    expect(clock.firstDay > exclusion.excludedOn).toBe(true);
  });

  it('a looked-after pupil has a day-1 target', () => {
    expect(clockOf('lancashire', 'looked after by this authority').clock.dayOneTargetOn).toBe('2026-02-27');
    expect(one('lancashire', 'looked after by another authority').pupil.lookedAfterByCode).toBe('890');
    expect(one('rotherham', 'looked after by another authority', 'fair_access').pupil.lookedAfterByCode).toBe('373');
  });

  it('nothing is due for the Year 11 pupil with no public exam left', () => {
    expect(dutyOf('lancashire', 'Year 11 with no public exam left').duty).toMatchObject({ kind: 'no_duty', because: 'no_public_exam_left' });
  });

  it.each(['rotherham', 'lancashire'] as const)('%s: whose pupil', (authority) => {
    const code = facts.authorities.find((each) => each.slug === authority)?.code;
    expect(one(authority, 'home authority elsewhere').pupil.homeAuthorityCode).not.toBe(code);
    const elsewhere = one(authority, 'excluded elsewhere, living here');
    expect([elsewhere.exclusion?.urn, elsewhere.pupil.homeAuthorityCode]).toEqual([null, code]);
    expect(elsewhere.exclusion?.outsideSchool?.authorityCode).not.toBe(code);
  });

  it('primary, EHC plan, twice excluded, excluded from the PRU', () => {
    expect(one('rotherham', 'primary').exclusion?.phase).toBe('primary');
    expect(one('lancashire', 'EHC plan').pupil.senProvision).toBe('E');
    const twice = one('lancashire', 'twice excluded').pupil.reference;
    expect(facts.exclusions.filter((each) => each.pupil === twice).length).toBe(2);
    const unit = one('lancashire', 'excluded from the PRU').exclusion?.urn;
    expect(facts.establishments.find((each) => each.urn === unit)?.typeCode).toBe('14');
  });

  it('two who must not meet are held at different sites', () => {
    const pair = facts.markers.find((each) => each.kind === 'not_with');
    if (pair?.kind !== 'not_with') throw new RangeError('No pair');
    const places = [pair.pupil, pair.otherPupil].map((pupil) => facts.placements.find((each) => each.pupil === pupil)?.site);
    expect(new Set(places).size).toBe(2);
    expect(waiting.filter((each) => each.shows.includes('two who must not meet')).map((each) => each.pupil).sort()).toEqual([pair.pupil, pair.otherPupil].sort());
  });

  it('interim tuition runs short of full time', () => {
    for (const each of facts.interimEducation) {
      expect(each.firstOn <= facts.today && (each.lastOn === null || each.lastOn >= facts.today)).toBe(true);
      expect(each.hoursPerWeek).toBeLessThan(25);
    }
    expect(new Set(facts.interimEducation.map((each) => each.authority)).size).toBe(2);
  });

  it('one proposal is past its reply date, one pupil starts tomorrow with parents told in time, one did not arrive', () => {
    const unanswered = one('rotherham', 'proposed and unanswered past its reply date', 'preventative').placement;
    expect(unanswered).toMatchObject({ state: 'proposed', replyDueOn: '2026-02-27' });
    expect(one('lancashire', 'proposed and unanswered past its reply date').placement).toMatchObject({ state: 'proposed', replyDueOn: '2026-02-27' });
    for (const authority of ['rotherham', 'lancashire'] as const) {
      const tomorrow = one(authority, 'accepted and starting tomorrow').placement;
      expect(tomorrow).toMatchObject({ state: 'accepted', firstOn: '2026-03-03' });
      const told = new Date(tomorrow?.parentsToldAt ?? '').getTime();
      expect(londonInstant(calendarDate('2026-03-03'), '08:45').getTime() - told).toBeGreaterThanOrEqual(48 * 3_600_000);
    }
    const absent = one('lancashire', 'did not arrive').placement;
    expect(absent?.state).toBe('not_arrived');
    expect(absent && absent.firstOn < facts.today).toBe(true);
  });
});
