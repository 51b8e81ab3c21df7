import { describe, expect, it } from 'vitest';
import { REASONS_A, REASONS_B } from '@/lib/exclusions/rules/reason-code-sets';
import { asSetA, checkReasons, reasonCodesOn, type ReasonSettings } from '@/lib/exclusions/rules/reason-codes';
import { d } from '../../support/calendars';

const none: ReasonSettings = { setBFrom: null, cyberBullyingCountsAs: 'MT' };
const settings: ReasonSettings = { setBFrom: d('2026-09-01'), cyberBullyingCountsAs: 'MT' };
const codes = (on: string, by: ReasonSettings) => reasonCodesOn(d(on), by).map((reason) => `${reason.codeSet} ${reason.code}`);

describe('R37 and R38: two code sets, by the day the exclusion starts', () => {
  it('set A has 16 codes, set B 29 with all of A among them', () => {
    expect([REASONS_A.length, REASONS_B.length, new Set(REASONS_B.map((reason) => reason.code)).size]).toEqual([16, 29, 29]);
    for (const { code } of REASONS_A) expect(REASONS_B.some((reason) => reason.code === code), code).toBe(true);
  });

  it('in set B the codes RA, LG and DS include bullying', () => {
    const including = REASONS_B.filter((reason) => reason.label.endsWith(', including bullying')).map((reason) => reason.code);
    expect(including).toEqual(['RA', 'LG', 'DS']);
  });

  it('set B begins on the day that is set, and not before it is', () => {
    expect(codes('2026-08-31', settings)).toEqual(REASONS_A.map((reason) => `reasons-a ${reason.code}`));
    expect(codes('2026-09-01', settings)).toEqual(REASONS_B.map((reason) => `reasons-b ${reason.code}`));
    expect(codes('2028-09-01', none).length).toBe(16);
  });

  it('OT is for old data only', () => {
    expect(codes('2020-08-31', settings)).toContain('reasons-to-2020 OT');
    expect(codes('2020-09-01', settings)).not.toContain('reasons-to-2020 OT');
  });
});

describe('R18: one to three reasons', () => {
  it('keeps the main one first and types each by its set (R39)', () => {
    const check = checkReasons(['DS', 'PA'], d('2026-03-02'), settings);
    expect(check.kind === 'valid' && check.reasons).toEqual([
      { codeSet: 'reasons-a', code: 'DS', label: 'Abuse relating to disability' }, { codeSet: 'reasons-a', code: 'PA', label: 'Physical assault against an adult' },
    ]);
  });

  it.each([
    [[], 'Choose at least one reason, the main one first'],
    [['PP', 'PA', 'VP', 'VA'], 'Choose no more than three reasons'],
    [['PP', 'PP'], 'Choose each reason once only'],
    [['VR'], 'VR is not a reason code for an exclusion that starts on 2 March 2026'],
  ])('%j is refused', (given, message) => {
    expect(checkReasons(given, d('2026-03-02'), settings)).toEqual({ kind: 'invalid', messages: [message] });
  });
});

describe('R38: set B by set A in trends', () => {
  it.each([
    ['DR', 'DA'], ['AR', 'DA'], ['SR', 'DA'], ['VR', 'DA'], ['LD', 'DB'], ['CB', 'DB'], ['BW', 'OW'], ['TB', 'MT'], ['PP', 'PP'],
    ['SB', undefined], ['MB', undefined], ['AB', undefined], ['MP', undefined], ['OS', undefined],
  ])('%s counts as %s', (code, expected) => {
    expect(asSetA({ codeSet: 'reasons-b', code }, settings)?.code).toBe(expected);
  });

  it('TB counts as bullying where that is set; A stays; OT stands apart', () => {
    expect(asSetA({ codeSet: 'reasons-b', code: 'TB' }, { ...settings, cyberBullyingCountsAs: 'BU' })?.code).toBe('BU');
    expect(asSetA({ codeSet: 'reasons-a', code: 'DA' }, settings)?.code).toBe('DA');
    expect(asSetA({ codeSet: 'reasons-to-2020', code: 'OT' }, settings)).toBeNull();
  });
});
