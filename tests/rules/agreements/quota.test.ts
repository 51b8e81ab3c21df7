import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeBetween, chargeToDate } from '@/lib/agreements/rules/charge';
import { quotaSentence, quotaTenthsByDay, quotaTenthsOn } from '@/lib/agreements/rules/quota';
import { pence } from '@/lib/core/pence';
import { southAgreement } from '@/tests/support/agreement-examples';
import { d } from '@/tests/support/calendars';
import { cases } from '@/tests/support/cases';
import { agreementTerms } from '@/tests/support/generators/agreements';

const YEAR = { firstOn: d('2025-09-01'), lastOn: d('2026-08-31') };
const NAMES: Readonly<Record<string, string>> = { carr: 'Carr Hill', lytham: 'Lytham', stbede: "St Bede's" };
const fylde = (changes = {}) => southAgreement({
  quota: [{ ...YEAR, places: 30 }],
  schools: ['lytham', 'carr', 'stbede'].map((schoolId) => ({ schoolId, membership: [YEAR], binding: schoolId === 'carr' ? [] : [YEAR], shareWeight: 1 })),
  ...changes,
});

describe('quota that counts on a day', () => {
  // demonstration.md: Carr Hill's signature is not binding; bounded Webster of 30 on three schools = 10, so 20 count.
  it("withholds Carr Hill's share of Fylde's 30 places", () => {
    const quota = quotaTenthsOn(fylde(), d('2026-03-02'));
    expect(quota).toMatchObject({ countedTenths: 200, agreedPlaces: 30, withheld: [{ schoolId: 'carr', places: 10 }], unboundSchoolIds: ['carr'] });
    expect(quotaSentence(quota, (id) => NAMES[id] ?? id)).toBe('30 places agreed. 10 for Carr Hill withheld, because no binding agreement is in force, so 20 count.');
  });

  it('withholds nothing where the agreement says so, but still names the school', () => {
    expect(quotaTenthsOn(fylde({ withholdUnboundShare: false }), d('2026-03-02'))).toMatchObject({ countedTenths: 300, withheld: [], unboundSchoolIds: ['carr'] });
  });

  it('follows the day: quota, membership and binding are dated', () => {
    const terms = southAgreement({
      quota: [{ firstOn: d('2025-09-01'), lastOn: d('2025-12-31'), places: 12 }, { firstOn: d('2026-01-01'), lastOn: null, places: 8 }],
      schools: [
        { schoolId: 'aston', membership: [YEAR], binding: [YEAR], shareWeight: 3 },
        { schoolId: 'wales', membership: [{ firstOn: d('2025-11-04'), lastOn: d('2026-05-22') }], binding: [{ firstOn: d('2026-03-31'), lastOn: d('2026-04-30') }], shareWeight: 1 },
      ],
    });
    const on = (date: string) => quotaTenthsOn(terms, d(date)).countedTenths;
    // 12 before Wales joins; 12 less its quarter (3); 8 less its quarter (2); whole while bound; without it again.
    expect([on('2025-11-03'), on('2025-11-04'), on('2026-01-06'), on('2026-03-30'), on('2026-03-31'), on('2026-04-30'), on('2026-05-01'), on('2026-05-23')])
      .toEqual([120, 90, 60, 60, 80, 80, 60, 80]);
    expect(quotaTenthsByDay(terms)).toEqual(terms.schoolDays.map((day) => on(day)));
  });

  it('is nothing on a day without an agreed quota, and says so', () => {
    const quota = quotaTenthsOn(southAgreement({ quota: [] }), d('2026-03-02'));
    expect(quota).toMatchObject({ agreed: false, countedTenths: 0 });
    expect(quotaSentence(quota, String)).toBe('No quota is agreed for this day, so no place counts within quota.');
    expect(quotaSentence(quotaTenthsOn(southAgreement(), d('2026-03-02')), String)).toBe('17 places agreed, and all of them count.');
  });

  it('refuses shares that rest on no weight', () => {
    const terms = fylde();
    const weightless = { ...terms, schools: terms.schools.map((school) => ({ ...school, shareWeight: 0 })) };
    expect(() => quotaTenthsOn(weightless, d('2026-03-02'))).toThrow(/every weight is zero/);
  });

  it('is the same by day and day by day, never above what is agreed, and parts sum to the whole', () => {
    fc.assert(fc.property(agreementTerms, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (terms, picks) => {
      const byDay = quotaTenthsByDay(terms);
      const indexes = picks.map((pick) => pick % terms.schoolDays.length);
      const days = indexes.map((index) => quotaTenthsOn(terms, terms.schoolDays[index] ?? terms.firstOn));
      expect(indexes.map((index) => byDay[index])).toEqual(days.map((day) => day.countedTenths));
      const wrong = days.filter((day) => day.countedTenths + day.withheld.reduce((sum, share) => sum + share.places * 10, 0) !== day.agreedPlaces * 10
        || day.countedTenths < 0 || (day.shares.length > 0 && day.shares.reduce((sum, share) => sum + share.places, 0) !== day.agreedPlaces));
      expect(wrong).toEqual([]);
    }), { numRuns: cases() });
  });
});

describe('charge to date', () => {
  const price = { annualPence: pence(1_800_000), basisDays: 190 };

  it('is 5,400.00 for 57 days at 18,000 on 190 (R60c)', () => {
    expect(chargeToDate(price, 570)).toBe(540_000n);
  });

  it('accrues without drift (quantitative methods, section 5)', () => {
    expect([63, 64, 190].map((days) => chargeToDate(price, days * 10))).toEqual([596_842n, 606_316n, 1_800_000n]);
    expect(chargeBetween(price, 630, 640)).toBe(9_474n);
  });

  it('rounds half up, once', () => {
    // 1 penny a year on 1 day: half a place-day is half a penny.
    expect(chargeToDate({ annualPence: pence(1), basisDays: 1 }, 5)).toBe(1n);
    expect(chargeToDate({ annualPence: pence(1), basisDays: 1 }, 4)).toBe(0n);
  });

  it('refuses a quantity that is not whole or a basis without days', () => {
    expect(() => chargeToDate(price, 0.5)).toThrow(RangeError);
    expect(() => chargeToDate(price, -1)).toThrow(RangeError);
    expect(() => chargeToDate({ ...price, basisDays: 0 }, 1)).toThrow(RangeError);
  });
});
