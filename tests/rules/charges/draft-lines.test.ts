import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';
import { draftLines, type StandingLine } from '@/lib/charges/rules/draft-lines';
import { keptTermsOf } from '@/lib/charges/rules/kept-terms';
import { groupState, lineGroups, linesText, totalOf } from '@/lib/charges/rules/line-groups';
import { isMonth, lastDayOf, type Month, monthInWords } from '@/lib/charges/rules/months';
import { unboundDays } from '@/lib/charges/rules/unbound';
import { whyNotPosted } from '@/lib/charges/rules/why-not-posted';
import type { DraftLine } from '@/lib/charges/types';
import { placed, southAgreement, southPupils } from '@/tests/support/agreement-examples';

const MARCH = '2026-03' as Month;
const APRIL = '2026-04' as Month;
const started = (reference: string, from: string, to: string, changes = {}) => ({ ...placed(reference, from, to), state: 'started' as const, id: `id-${reference}`, ...changes });
const south = southPupils().map((one) => ({ ...one, state: 'started' as const, id: `id-${one.reference}` }));
const late = started('PL-201', '2026-03-09', '2026-07-17');
const agreement = { terms: southAgreement(), fundHolderId: 'aston' };
const standing = (lines: readonly DraftLine[]): StandingLine[] => lines.flatMap((line) => (line.payer === null ? [] : [{ ...line, payer: line.payer, reference: line.placementId.slice(3) }]));
const sums = (lines: readonly DraftLine[]) => [lines.reduce((sum, line) => sum + line.tenths, 0), totalOf(lines)];

describe('the lines of a month', () => {
  it('are the days over the quota, each for its placement and payer, at the agreement and its version', () => {
    const lines = draftLines(agreement, [...south, late], MARCH, new Map(), []);
    expect(sums(lines)).toEqual([150, 142_105n]);
    expect(lines[0]).toMatchObject({ kind: 'charge', placementId: 'id-PL-201', payer: 'school:aston', month: MARCH, on: '2026-03-09', tenths: 10, agreementId: agreement.terms.id, agreementVersion: 1 });
    expect(lines.every((line) => line.reason.startsWith('Over the quota. Counted each school day'))).toBe(true);
  });

  it('correct an earlier month by what a late fact takes away, at the terms of that month', () => {
    const first = draftLines(agreement, [...south, late], MARCH, new Map(), []);
    const dearer = { ...agreement, terms: { ...agreement.terms, annualPence: pence(3_600_000) } };
    const earlier = new Map([[MARCH, keptTermsOf(agreement.terms, 'aston')]]);
    const ended = started('PL-201', '2026-03-09', '2026-03-13');
    const second = draftLines(dearer, [...south, ended], APRIL, earlier, standing(first));
    expect(second.every((line) => line.kind === 'correction' && line.month === MARCH)).toBe(true);
    // Ten of the fifteen days fall away: £947.37 of what £18,000 gave, not of £36,000.
    expect(sums(second)).toEqual([-100, -94_737n]);
    expect(totalOf([...first, ...second])).toBe(47_368n);
    expect(draftLines(dearer, [...south, ended], APRIL, earlier, standing([...first, ...second])).filter((line) => line.kind === 'correction')).toEqual([]);
  });

  it('take back what was posted for a placement that is cancelled', () => {
    const first = draftLines(agreement, [...south, late], MARCH, new Map(), []);
    const back = draftLines(agreement, south, APRIL, new Map([[MARCH, keptTermsOf(agreement.terms, 'aston')]]), standing(first));
    expect(sums(back)).toEqual([-150, -142_105n]);
  });
});

describe('a school without a binding agreement', () => {
  const terms = southAgreement();
  const wales = { ...terms, schools: terms.schools.map((school) => (school.schoolId === 'wales' ? { ...school, binding: [{ firstOn: calendarDate('2026-03-16'), lastOn: null }] } : school)) };
  const own = started('PL-300', '2026-03-09', '2026-07-17', { attributedSchoolId: 'wales' });

  it('has a zero line for each placement that would count, with the days until it binds', () => {
    expect(unboundDays(wales, [own, late], MARCH)).toEqual([{ placement: own, firstOn: '2026-03-09', days: 5 }]);
    expect(unboundDays(wales, [own], APRIL)).toEqual([]);
    expect(unboundDays(wales, [{ ...own, state: 'accepted' }], MARCH)).toEqual([]);
    const [zero] = draftLines({ terms: wales, fundHolderId: 'aston' }, [own], MARCH, new Map(), []);
    expect(zero).toMatchObject({ kind: 'zero', payer: null, tenths: 0, amount: 0n, reason: 'Not charged: no legally binding agreement covers the school on 5 school days of the month (R59b)' });
  });
});

describe('the lines of one placement', () => {
  const line = { placementId: 'p', on: calendarDate('2026-03-09'), tenths: 10, amount: pence(9_474), payer: 'school:aston' };
  const text = linesText([line]);

  it('are held back by an open query, withdrawn by one that is upheld, and let post by one that is refused', () => {
    const open = { answer: null, answeredLines: '' };
    const upheld = { answer: 'upheld' as const, answeredLines: text };
    expect([groupState(false, text, []), groupState(true, text, [])]).toEqual(['draft', 'posted']);
    expect([groupState(false, text, [open]), groupState(true, text, [upheld, open])]).toEqual(['queried', 'waiting']);
    expect([groupState(false, text, [upheld]), groupState(true, text, [upheld])]).toEqual(['withdrawn', 'withdrawn']);
    expect(groupState(true, text, [upheld, { answer: 'refused', answeredLines: text }])).toBe('posted');
    expect(groupState(false, linesText([{ ...line, tenths: 5 }]), [upheld])).toBe('draft');
  });

  it('are one group, whatever their order', () => {
    const second = { ...line, on: calendarDate('2026-03-10') };
    expect(lineGroups([line, second])).toMatchObject([{ tenths: 20, amount: 18_948n }]);
    expect(linesText([second, line])).toBe(linesText([line, second]));
  });
});

describe('posting', () => {
  it('waits for the last day of queries, and for another person from the limit on', () => {
    const run = { isPosted: false, draftUntil: calendarDate('2026-03-16'), needsSecond: true, draftedBy: 'one' };
    expect(whyNotPosted(run, 'two', calendarDate('2026-03-16'))).toMatch(/until 16 March 2026/);
    expect(whyNotPosted(run, 'two', calendarDate('2026-03-17'))).toBeNull();
    expect(whyNotPosted(run, 'one', calendarDate('2026-03-17'))).toMatch(/^You drew this charge up/);
    expect(whyNotPosted({ ...run, needsSecond: false }, 'one', calendarDate('2026-03-17'))).toBeNull();
    expect(whyNotPosted({ ...run, isPosted: true }, 'two', calendarDate('2026-03-17'))).toBe('This charge is posted already');
  });
});

describe('months', () => {
  it('end on their last day and read in words', () => {
    expect([lastDayOf('2024-02' as Month), lastDayOf('2025-12' as Month), monthInWords(MARCH)]).toEqual(['2024-02-29', '2025-12-31', 'March 2026']);
    expect(['2026-13', '2026-3', '2026-00', ''].filter(isMonth)).toEqual([]);
  });
});
