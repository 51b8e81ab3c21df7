import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '@/lib/core/calendar-date';
import { decodeFile } from '@/lib/imports/decode-file';
import { parseFile } from '@/lib/imports/parse-file';
import { columnsOf } from '@/lib/imports/rules/columns';
import { asImported, csvText } from '@/lib/imports/rules/csv-text';
import { exclusionCells, readExclusions } from '@/lib/imports/rules/exclusion-rows';
import { placementCells, readPlacements } from '@/lib/imports/rules/placement-rows';
import { placesCells, readPlaces } from '@/lib/imports/rules/places-rows';
import type { ExclusionFact, FileRow, FromRow, ImportKind, KnownWords, PlacementFact, PlacesFact, PupilFact, ReadRows } from '@/lib/imports/types';
import { upnCheckLetter } from '@/lib/pupils/rules/upn';
import { usualYearGroup } from '@/lib/pupils/rules/year-group';
import { cases } from '@/tests/support/cases';

const TODAY = calendarDate('2026-03-02');
const KNOWN: KnownWords = {
  today: TODAY, setBFrom: null,
  authorities: [{ code: '372', name: 'Rotherham' }, { code: '888', name: 'Lancashire' }],
  schools: [
    { id: 'aston', name: 'Aston Academy', urn: '136331', laestab: '3724007', closedOn: null },
    { id: 'wales', name: 'Wales High School', urn: '136332', laestab: '3724026', closedOn: null },
  ],
  sites: [
    { id: 'rowan', slug: 'rowan', name: 'The Rowan Centre', lowYear: 0, highYear: 13, openedOn: calendarDate('2015-09-01'), closedOn: null },
    { id: 'aspire', slug: 'aspire', name: 'Aspire, "Secondary"', lowYear: 0, highYear: 13, openedOn: calendarDate('2015-09-01'), closedOn: null },
  ],
};

/** Text as people type it, formulas, quotation marks, separators and accents among it; without spaces at its ends. */
const words = fc.array(fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', ' ', 'A', 'z', '\u00e9', '\u2019', '\u0142', '5', '\u{1F600}'), { minLength: 0, maxLength: 12 })
  .map((parts) => parts.join('').trim());
const name = words.map((text) => `${text}B`);
const day = (least: number, most: number) => fc.integer({ min: least, max: most }).map((days) => addDays(TODAY, days));
const upn = fc.integer({ min: 0, max: 99_999_999 }).map((serial) => {
  const body = `372${String(serial).padStart(9, '0')}`;
  return `${upnCheckLetter(body)}${body}`;
});
const pupil: fc.Arbitrary<PupilFact> = fc.record({
  firstName: name, lastName: name, bornOn: day(-17 * 365, -5 * 365), upn: fc.option(upn), outOfYear: fc.integer({ min: -1, max: 1 }),
  sex: fc.constantFrom('F' as const, 'M' as const), homeAuthority: fc.constantFrom('372', '888'), lookedAfterBy: fc.option(fc.constantFrom('372', '888')),
  hasSocialWorker: fc.option(fc.boolean()), senProvision: fc.option(fc.constantFrom('N' as const, 'K' as const, 'E' as const)),
  needs: fc.option(fc.subarray(['SEMH', 'SLCN', 'ASD', 'MLD', 'HI', 'VI'], { minLength: 1, maxLength: 5 })), language: fc.option(name),
  homePostcode: fc.option(fc.constantFrom('S66 2BH', 'S66', 'SW1A 1AA')),
}).map(({ outOfYear, ...one }) => ({ ...one, yearGroup: Math.min(13, Math.max(0, usualYearGroup(one.bornOn, TODAY) + outOfYear)) }));
const placement: fc.Arbitrary<PlacementFact> = fc.record({
  pupil, schoolId: fc.constantFrom('aston', 'wales'), siteId: fc.constantFrom('rowan', 'aspire'), placeKind: fc.constantFrom('day6', 'preventative', 'reserve'),
  route: fc.constantFrom('permanent_exclusion', 'preventative', 'fair_access', 'ehc_plan', 'medical', 'short_break', 'authority_placed'),
  shareTenths: fc.integer({ min: 1, max: 10 }), startedOn: fc.option(day(-400, 0)), plannedFirstOn: day(-400, 100), plannedLastOn: day(101, 700),
});
const exclusion: fc.Arbitrary<ExclusionFact> = fc.record({
  pupil, schoolId: fc.constantFrom('aston', 'wales'), excludedOn: day(-300, 0), excludedAt: fc.constantFrom('12:30', '14:05'), afternoonBegan: fc.boolean(),
  reasonSet: fc.constant('A'), reasons: fc.subarray(['PP', 'DB', 'VA', 'DM'], { minLength: 1, maxLength: 3 }), decidedBy: words,
});
const places: fc.Arbitrary<PlacesFact> = fc.record({
  siteId: fc.constantFrom('rowan', 'aspire'), placeKind: fc.constantFrom('day6', 'preventative', 'reserve'), effectiveOn: day(-3000, 3000),
  places: fc.integer({ min: 0, max: 500 }), reason: name,
});

/** Facts to a file, as bytes, and back. */
function throughFile<Fact>(kind: ImportKind, facts: readonly Fact[], write: (fact: Fact, known: KnownWords) => string[], read: (rows: readonly FileRow[], known: KnownWords) => ReadRows<Fact>): readonly Fact[] {
  const bytes = new TextEncoder().encode(csvText([columnsOf(kind).map((column) => column.header), ...facts.map((fact) => write(fact, KNOWN))]));
  const decoded = decodeFile(bytes);
  if ('problem' in decoded) throw new Error(decoded.problem);
  const file = parseFile(decoded.text, columnsOf(kind));
  const result = read(file.rows, KNOWN);
  expect([...file.problems, ...result.problems]).toEqual([]);
  return result.facts.map((one: FromRow<Fact>) => one.fact);
}

describe('the examples of the templates', () => {
  const readers = { placements: readPlacements, exclusions: readExclusions, places: readPlaces } as const;
  const sites = KNOWN.sites.map((site) => (site.id === 'rowan' ? { ...site, name: 'Rowan' } : site));
  it.each(Object.entries(readers) as [ImportKind, typeof readExclusions][])('make a row of %s that nothing is wrong with', (kind, read) => {
    const cells = Object.fromEntries(columnsOf(kind).map((column) => [column.key, column.example]));
    expect(read([{ row: 2, cells }], { ...KNOWN, sites })).toMatchObject({ facts: [{}], problems: [], remarks: [] });
  });
});

describe('export, then import', () => {
  it('gives the same placements', () => {
    fc.assert(fc.property(fc.array(placement, { minLength: 1, maxLength: 8 }), (facts) => {
      expect(throughFile('placements', facts, placementCells, readPlacements)).toEqual(facts);
    }), { numRuns: cases(1_000) });
  });

  it('gives the same exclusions', () => {
    fc.assert(fc.property(fc.array(exclusion, { minLength: 1, maxLength: 8 }), (facts) => {
      expect(throughFile('exclusions', facts, exclusionCells, readExclusions)).toEqual(facts);
    }), { numRuns: cases(1_000) });
  });

  it('gives the same numbers of places', () => {
    fc.assert(fc.property(fc.array(places, { minLength: 1, maxLength: 8 }), (facts) => {
      expect(throughFile('places', facts, placesCells, readPlaces)).toEqual(facts);
    }), { numRuns: cases(1_000) });
  });

  it('writes no cell that a spreadsheet would run', () => {
    fc.assert(fc.property(words, (text) => {
      const cell = csvText([[text, 'end']]).slice(1).replace(/,end\r\n$/, '').replace(/^"|"$/g, '');
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect(asImported(cell.replaceAll('""', '"'))).toBe(text);
    }));
  });
});
