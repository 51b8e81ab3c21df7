import { describe, expect, it } from 'vitest';
import { usualYearGroup, yearGroupOnRecord } from '@/lib/pupils/rules/year-group';
import { facts } from './fact-sums';

const TITLES: Readonly<Record<string, readonly string[]>> = { Mother: ['Ms', 'Mrs'], Grandmother: ['Ms', 'Mrs'], Father: ['Mr'], Carer: ['Ms', 'Mr', 'Mrs'] };

describe('invented pupils', () => {
  it('are in the year group of their birth date: today, or in the year of their exclusion for the history', () => {
    const yearOf = (pupil: (typeof facts.pupils)[number]) => {
      const exclusion = facts.exclusions.find((one) => one.pupil === pupil.reference && one.authority === pupil.authority);
      return pupil.historyOnly && exclusion ? exclusion.excludedOn : facts.today;
    };
    expect(facts.pupils.length).toBeGreaterThan(1000);
    expect(facts.pupils.filter((pupil) => usualYearGroup(pupil.bornOn, yearOf(pupil)) !== pupil.yearGroup).map((pupil) => pupil.reference)).toEqual([]);
  });

  it('are shown with the year of their year group when they are past school age', () => {
    const shown = facts.pupils.filter((pupil) => usualYearGroup(pupil.bornOn, facts.today) > 13).map((pupil) => yearGroupOnRecord(pupil.yearGroup, pupil.bornOn, facts.today));
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.filter((words) => !/^Year \d+ in 201\d\/1\d$/.test(words))).toEqual([]);
  });

  it('have contacts whose title fits the relation', () => {
    const contacts = facts.pupils.flatMap((pupil) => pupil.contacts);
    expect(new Set(contacts.map((one) => one.relation))).toEqual(new Set(Object.keys(TITLES)));
    expect(contacts.filter((one) => !TITLES[one.relation]?.includes(one.name.split(' ')[0] ?? '')).map((one) => `${one.name} (${one.relation})`)).toEqual([]);
  });
});
