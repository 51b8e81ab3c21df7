import { describe, expect, it } from 'vitest';
import { schoolDaysOf } from '@/lib/calendars/rules/school-days';
import { type CancellingFacts, cancellingRefusals, toldOfCancellation } from '@/lib/exclusions/rules/cancelling';
import { meaningForAuthority } from '@/lib/exclusions/rules/home-authority';
import { isOnRoll, type RollFacts, rollRemoval } from '@/lib/exclusions/rules/roll-removal';
import { d, DEMONSTRATION_CALENDAR } from '../../support/calendars';

const days = schoolDaysOf(DEMONSTRATION_CALENDAR);

describe('R30: cancelling', () => {
  const facts = (over: Partial<CancellingFacts> = {}): CancellingFacts => ({ alreadyCancelled: false, boardMeetingCommenced: false, sessionsOutThisYear: 12, ...over });
  const reasons = (over: Partial<CancellingFacts>) => cancellingRefusals(facts(over)).map((refusal) => refusal.reason);

  it('is allowed before the board has begun', () => expect(cancellingRefusals(facts())).toEqual([]));

  it('(a) is refused once the board has commenced its meeting', () => expect(reasons({ boardMeetingCommenced: true })).toEqual(['board_commenced']));

  it('(b) is refused above 45 days in the school year; 45.0 is allowed (R15)', () => {
    expect(reasons({ sessionsOutThisYear: 90 })).toEqual([]);
    expect(cancellingRefusals(facts({ sessionsOutThisYear: 91 }))).toEqual([{
      reason: 'more_than_45_days',
      words: 'The pupil will have been excluded for 45.5 school days this school year. Above 45 an exclusion cannot be cancelled.',
    }]);
  });

  it('gives every reason at once', () => {
    expect(reasons({ alreadyCancelled: true, boardMeetingCommenced: true, sessionsOutThisYear: 91 })).toEqual(['already_cancelled', 'board_commenced', 'more_than_45_days']);
  });

  it('parent, board and authority are told, and the social worker and Virtual School Head if there is one', () => {
    expect(toldOfCancellation({ socialWorker: false, lookedAfter: false })).toEqual(['parent', 'governing_board', 'authority']);
    expect(toldOfCancellation({ socialWorker: true, lookedAfter: true }).slice(3)).toEqual(['social_worker', 'virtual_school_head']);
  });
});

describe('R35: off the roll', () => {
  const facts = (over: Partial<RollFacts> = {}): RollFacts => ({
    decisionNotice: { sentOn: d('2025-10-15'), delivery: 'by_hand' }, reviewDeclinedOn: null, review: null, tribunalDecidedOn: null, reinstated: false, ...over,
  });
  const earliest = (over: Partial<RollFacts>) => {
    const removal = rollRemoval(days, facts(over));
    return removal.kind === 'from' ? removal.earliestOn : removal.kind;
  };

  it('notice delivered Wednesday 15 October 2025 and no application: earliest Friday 14 November', () => {
    const removal = rollRemoval(days, facts());
    expect(removal).toMatchObject({ kind: 'from', earliestOn: '2025-11-14', words: 'May leave the roll from Friday 14 November 2025: no review was applied for by 13 November 2025' });
    expect(removal.kind === 'from' && removal.deadline?.counted.length).toBe(15);
  });

  it('R12: posted that day, it is given on Friday 17 October and the pupil stays two school days longer', () => {
    expect(earliest({ decisionNotice: { sentOn: d('2025-10-15'), delivery: 'first_class_post' } })).toBe('2025-11-18');
  });

  it('from the day the parents say in writing that they will not apply', () => {
    expect(earliest({ reviewDeclinedOn: d('2025-10-20') })).toBe('2025-10-20');
    expect(earliest({ reviewDeclinedOn: d('2025-12-01') })).toBe('2025-11-14');
  });

  it('with a review, only when it and any reconsideration are finished or abandoned', () => {
    expect(earliest({ review: { appliedOn: d('2025-11-13'), concludedOn: null } })).toBe('not_yet');
    expect(earliest({ review: { appliedOn: d('2025-11-13'), concludedOn: d('2026-01-20') } })).toBe('2026-01-20');
    expect(earliest({ reviewDeclinedOn: d('2025-10-20'), review: { appliedOn: d('2025-10-22'), concludedOn: null } })).toBe('not_yet');
  });

  it('R31: an application after the last day is refused and keeps nobody on roll, save after a tribunal', () => {
    const late = { review: { appliedOn: d('2025-11-14'), concludedOn: null } };
    expect(earliest(late)).toBe('2025-11-14');
    expect(earliest({ ...late, tribunalDecidedOn: d('2025-11-10') })).toBe('not_yet');
    expect(earliest({ tribunalDecidedOn: d('2025-11-10') })).toBe('2025-12-02');
  });

  it('not before the board has decided, never when reinstated', () => {
    expect(earliest({ decisionNotice: null })).toBe('not_yet');
    expect(earliest({ reinstated: true })).toBe('never');
  });

  it('a pupil is the school\u2019s own until the day of removal', () => {
    expect([isOnRoll(null, d('2026-03-02')), isOnRoll(d('2026-03-03'), d('2026-03-02')), isOnRoll(d('2026-03-02'), d('2026-03-02'))]).toEqual([true, true, false]);
  });
});

describe('R24: whose exclusion it is', () => {
  it.each([
    ['372', '372', { kind: 'local_duty', clock: true, countsToQuota: true }],
    ['372', '373', { kind: 'held_by_authority', clock: true, countsToQuota: false }],
    ['373', '372', { kind: 'tell_home_authority', clock: false, countsToQuota: false }],
    ['373', '370', { kind: 'not_ours', clock: false, countsToQuota: false }],
    [null, '372', { kind: 'home_authority_unknown', clock: true, countsToQuota: true }],
    [null, '373', { kind: 'home_authority_unknown', clock: true, countsToQuota: false }],
  ] as const)('home %s, school in %s', (homeAuthority, schoolAuthority, expected) => {
    expect(meaningForAuthority({ thisAuthority: '372', homeAuthority, schoolAuthority })).toMatchObject(expected);
  });
});
