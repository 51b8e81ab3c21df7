import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { isAuthorityCode } from '@/lib/pupils/rules/authority-codes';
import { isTemporaryUpn, isUpn, normaliseUpn, parseUpn, upnCheckLetter } from '@/lib/pupils/rules/upn';
import { cases } from '../../support/cases';

interface Vector { readonly upn: string; readonly valid: string; readonly why: string }
const vectors: Vector[] = parse(readFileSync(new URL('../../support/data/upn-test-vectors.csv', import.meta.url)), { columns: true, bom: true });

const messageOf = (text: string) => { const parsed = parseUpn(text); return parsed.kind === 'invalid' ? parsed.message : null; };

describe('R64: UPN', () => {
  it('has test vectors of each kind: valid, not valid, and a reason in place of a UPN', () => {
    const count = (kind: string) => vectors.filter((vector) => vector.valid === kind).length;
    expect([count('true'), count('false'), count('reason'), vectors.length]).toEqual([15, 19, 5, 39]);
  });

  it.each(vectors)('$upn: $valid, $why', ({ upn, valid }) => {
    expect(isUpn(upn)).toBe(valid === 'true');
  });

  it('an importer puts small letters and spaces right, and can warn', () => {
    expect(parseUpn(' B3729 99920001')).toEqual({ kind: 'valid', upn: 'B372999920001', temporary: false, tidied: true });
    expect(parseUpn('b372999920001')).toMatchObject({ kind: 'valid', tidied: true });
    expect(parseUpn('B372999920001')).toMatchObject({ kind: 'valid', tidied: false });
    expect(normaliseUpn(' b37 ')).toBe('B37');
    for (const { upn, why } of vectors.filter((v) => /importer may/.test(v.why))) expect(parseUpn(upn).kind, why).toBe('valid');
  });

  it('B801200005001 is valid, A801200005001 is not, E372400118001 is', () => {
    expect([isUpn('B801200005001'), isUpn('A801200005001'), isUpn('E372400118001')]).toEqual([true, false, true]);
    expect([upnCheckLetter('801200005001'), upnCheckLetter('372400118001')]).toEqual(['B', 'E']);
  });

  it('the trap in two vendors\u2019 help pages: 207000016049 has letter P, not Q', () => {
    expect(upnCheckLetter('207000016049')).toBe('P');
    expect([isUpn('P207000016049'), isUpn('Q207000016049'), isUpn('B207000016049')]).toEqual([true, false, false]);
  });

  it('a temporary UPN ends in a letter, valued by its place in the alphabet without I, O and S', () => {
    expect(parseUpn('Y37299992000Z')).toMatchObject({ kind: 'valid', temporary: true });
    expect([isTemporaryUpn('M37299992000A'), isTemporaryUpn('B372999920001')]).toEqual([true, false]);
  });

  it('messages say what is wrong and how to mend it, without the number', () => {
    expect(messageOf('B37299992000')).toBe('A UPN has 13 characters, this has 12. Check it against the school\u2019s record.');
    expect(messageOf('I372999920001')).toBe('A UPN never has the letters I, O or S. Look for the digits 1, 0 or 5 in their place.');
    expect(messageOf('X80120000A001')).toContain('one letter and 12 digits');
    expect(messageOf('E000200005001')).toBe('The authority number 000 in this UPN is not known. Check characters 2 to 4.');
    expect(messageOf('C372999920001')).toContain('check letter does not fit');
  });

  it('one wrong digit is always noticed in the twelve digits of a permanent UPN', () => {
    const digits = fc.stringMatching(/^372\d{9}$/);
    fc.assert(fc.property(digits, fc.integer({ min: 3, max: 11 }), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
      const wrong = body.slice(0, at) + String((Number(body.charAt(at)) + by) % 10) + body.slice(at + 1);
      return isUpn(upnCheckLetter(body) + body) && !isUpn(upnCheckLetter(body) + wrong);
    }), { numRuns: cases() });
  });
});

describe('authority numbers', () => {
  it('knows new, former and pseudo-authorities, and no others', () => {
    for (const code of ['201', '372', '888', '838', '839', '940', '943', '837', '820', '702']) expect(isAuthorityCode(code), code).toBe(true);
    for (const code of ['000', '123', '200', '804', '944', '37', '0372', '']) expect(isAuthorityCode(code), code).toBe(false);
  });
});
