import { describe, expect, it } from 'vitest';
import { cell, dataRows, readEstablishments, readPartnershipMembers } from '@/prisma/seed/demonstration/read-data';
import { calendarDate } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';

const establishments = readEstablishments();
const members = readPartnershipMembers();
const byUrn = new Map(establishments.map((school) => [school.urn, school]));
const on = calendarDate('2025-09-01');

function current(partnership: string): string[] {
  return members.filter((row) => row.partnership === partnership && contains(row, on)).map((row) => row.urn);
}

function rollOf(partnership: string): number {
  return current(partnership).reduce((sum, urn) => sum + (byUrn.get(urn)?.rollJanuary2017 ?? 0), 0);
}

describe('establishments of the two councils', () => {
  it('names every URN once', () => {
    expect(new Set(establishments.map((school) => school.urn)).size).toBe(establishments.length);
  });

  it.each([['rotherham-south', 4, 5752], ['wickersley', 5, 5457], ['central', 7, 6924]] as const)(
    '%s has %i schools with %i pupils in January 2017', (partnership, schools, roll) => {
      expect([current(partnership).length, rollOf(partnership)]).toEqual([schools, roll]);
    });

  it('has the printed number of schools in each Lancashire district, and 81 in all', () => {
    const printed = dataRows('published/lancashire-permanent-exclusions-2017-18.csv').filter((row) => !cell(row, 'district').includes('TOTAL'));
    const slugs = new Map(dataRows('partnership_members.csv').map((row) => [cell(row, 'partnership_name'), cell(row, 'partnership')]));
    for (const row of printed) {
      expect([cell(row, 'district'), current(slugs.get(cell(row, 'district')) ?? '').length])
        .toEqual([cell(row, 'district'), Number(cell(row, 'schools_and_academies'))]);
    }
    expect(printed.reduce((sum, row) => sum + Number(cell(row, 'schools_and_academies')), 0)).toBe(81);
  });

  it.each([
    ['8884022', '8884006', 882], ['8884027', '8884302', 1418], ['8884024', '8884159', 692], ['8884021', '8884015', 465], ['8884025', '8884158', 322],
  ] as const)('%s takes the roll of its predecessor %s: %i', (laestab, predecessor, roll) => {
    const school = establishments.find((each) => each.laestab === laestab);
    expect(school?.rollJanuary2017).toBe(roll);
    expect(school?.rollSource).toContain(`predecessor ${predecessor}`);
  });

  it('says maintained or academy by the date', () => {
    const types = dataRows('establishment_types.csv').filter((row) => cell(row, 'laestab') === '8884131')
      .map((row) => [cell(row, 'sector'), cell(row, 'first_on'), cell(row, 'last_on')]);
    expect(types).toEqual([['maintained', '', '2017-11-30'], ['academy', '2017-12-01', '']]);
  });

  it('holds the units and special schools of the printed tables', () => {
    const kinds = Object.fromEntries(['137823', '135743', '142054', '119898', '119873'].map((urn) => [urn, byUrn.get(urn)?.typeCode]));
    expect(kinds).toEqual({ 137823: '14', 135743: '14', 142054: '43', 119898: '07', 119873: '07' });
  });

  it('gives each place an easting and northing inside England, or none', () => {
    for (const { location } of establishments) {
      if (!location) continue;
      expect(location.easting).toBeGreaterThan(320_000);
      expect(location.easting).toBeLessThan(470_000);
      expect(location.northing).toBeGreaterThan(370_000);
      expect(location.northing).toBeLessThan(490_000);
    }
  });

  it('links only schools that are held, and none to itself', () => {
    for (const row of dataRows('links.csv')) {
      expect(cell(row, 'predecessor_urn')).not.toBe(cell(row, 'successor_urn'));
      expect(byUrn.has(cell(row, 'predecessor_urn')) && byUrn.has(cell(row, 'successor_urn'))).toBe(true);
    }
  });

  it('knows the authorities that came after the register', () => {
    const codes = new Set(dataRows('local_authorities.csv').map((row) => cell(row, 'code')));
    for (const code of ['372', '888', '838', '839', '940', '941', '942', '943']) expect(codes).toContain(code);
    expect(codes.size).toBe(155);
  });
});
