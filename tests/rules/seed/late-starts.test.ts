import { expect, it } from 'vitest';
import { calendarOf, lateReasonOf } from '@/prisma/seed/load/late-start';
import { daysOf, facts } from './fact-sums';

const daysFor = calendarOf(facts);
const placed = facts.placements.flatMap((placement) => {
  const referral = facts.referrals.find((each) => each.reference === placement.referral);
  const exclusion = facts.exclusions.find((each) => each.reference === referral?.exclusion);
  const pupil = facts.pupils.find((each) => each.reference === placement.pupil);
  if (!exclusion?.excludedAt || !pupil) return [];
  const days = daysOf(exclusion.authority, exclusion.urn);
  // Counted by hand here: day 1 is the day itself, or the next school day when it was no school day or the afternoon had begun.
  const onTheDay = exclusion.excludedAt < '13:15' && days.isSchoolDay(exclusion.excludedOn);
  const until = days.schoolDaysBetween(exclusion.excludedOn, placement.firstOn).filter((day) => onTheDay || day > exclusion.excludedOn);
  return [{ start: until.length, reason: lateReasonOf(daysFor(exclusion), exclusion, pupil, placement) }];
});

it('a placement after an exclusion says why it starts late, exactly when it does', () => {
  expect(placed.filter((one) => one.start > 6).length).toBeGreaterThan(20);
  expect(placed.filter((one) => one.start <= 6 && one.reason !== '')).toEqual([]);
  expect(placed.filter((one) => one.start > 6 && one.reason === '')).toEqual([]);
});
