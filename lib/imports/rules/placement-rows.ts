import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { PLACE_KIND_WORDS, ROUTE_WORDS } from '@/lib/core/field-words';
import { yearGroupInWords } from '@/lib/pupils/rules/year-group';
import type { DatedRow, FileRow, FromRow, KnownSite, KnownWords, PlacementFact, ReadRows, RowProblem } from '../types';
import { parseDate, parsePlaceKind, parseRoute, wholeNumber } from './cells';
import { columnsOf } from './columns';
import { isTooLong, schoolIn, siteIn } from './directory';
import { pupilCells } from './pupil-cells';
import { readPupil } from './read-pupil';
import { RowReader } from './row-reader';

/** Placements out of the rows of a file; a row with any problem gives none. */
export function readPlacements(rows: readonly FileRow[], known: KnownWords): ReadRows<PlacementFact> {
  const facts: FromRow<PlacementFact>[] = [];
  const problems: RowProblem[] = [];
  const remarks: RowProblem[] = [];
  const dated: DatedRow[] = [];
  for (const row of rows) {
    const reader = new RowReader('placements', row);
    const fact = readPlacement(reader, known);
    if (fact !== null && reader.problems.length === 0) facts.push({ row, fact });
    else dated.push(...datesIn(row, known));
    problems.push(...reader.problems);
    remarks.push(...reader.remarks);
  }
  return { facts, problems, remarks, dated };
}

/** The days that count in the school days of the site. */
export function placementDates({ siteId, startedOn, plannedFirstOn, plannedLastOn }: Pick<PlacementFact, 'siteId' | 'startedOn'> & Partial<PlacementFact>): Omit<DatedRow, 'row'> {
  return { whereId: siteId, dates: { startedOn, plannedStart: startedOn === null ? plannedFirstOn ?? null : null, plannedEnd: plannedLastOn ?? null } };
}

/** The same of a row with a problem, as far as site and days can be read. */
function datesIn(row: FileRow, known: KnownWords): DatedRow[] {
  const reader = new RowReader('placements', row);
  const site = reader.may('site', siteIn(known));
  const [startedOn, planned, last] = [reader.may('startedOn', parseDate), reader.may('plannedStart', parseDate), reader.may('plannedEnd', parseDate)];
  return site === null ? [] : [{ row, ...placementDates({ siteId: site.id, startedOn, plannedFirstOn: planned ?? undefined, plannedLastOn: last ?? undefined }) }];
}

function readPlacement(reader: RowReader, known: KnownWords): PlacementFact | null {
  const pupil = readPupil(reader, known);
  const school = reader.may('school', schoolIn(known));
  const route = reader.need('route', parseRoute);
  const site = reader.need('site', siteIn(known));
  const placeKind = reader.need('placeKind', parsePlaceKind);
  const shareTenths = reader.need('share', wholeNumber(1, 10));
  const startedOn = reader.may('startedOn', parseDate);
  const planned = reader.may('plannedStart', parseDate);
  const plannedLastOn = reader.need('plannedEnd', parseDate);
  if (reader.text('startedOn') === '' && reader.text('plannedStart') === '') {
    reader.refuse('startedOn', 'Neither Started on nor Planned start is filled in', 'Write the day the pupil started, or the day the pupil is expected under Planned start');
  }
  if ((route === 'preventative' || route === 'short_break') && reader.text('school') === '') {
    reader.refuse('school', `A place by the route ${ROUTE_WORDS[route]} is always from a school`, 'Write the URN of the home school');
  }
  const firstOn = startedOn ?? planned;
  if (firstOn !== null && plannedLastOn !== null) checkDays(reader, firstOn, startedOn, plannedLastOn, known.today);
  if (site !== null && pupil !== null && firstOn !== null) checkSite(reader, site, pupil.yearGroup, firstOn, plannedLastOn);
  if (pupil === null || route === null || site === null || placeKind === null || shareTenths === null || firstOn === null || plannedLastOn === null) return null;
  return { pupil, schoolId: school?.id ?? null, route, siteId: site.id, placeKind, shareTenths, startedOn, plannedFirstOn: planned ?? firstOn, plannedLastOn };
}

function checkDays(reader: RowReader, firstOn: CalendarDate, startedOn: CalendarDate | null, lastOn: CalendarDate, today: CalendarDate): void {
  if (startedOn !== null && startedOn > today) reader.refuse('startedOn', `This is after today, ${dateInWords(today)}`, 'Leave Started on empty and write the day under Planned start');
  if (lastOn < firstOn) reader.refuse('plannedEnd', 'The end is before the start', 'Check both dates');
  else if (lastOn < today) reader.refuse('plannedEnd', `The place ended before today, ${dateInWords(today)}`, 'Remove the row: only open placements are imported');
  else if (isTooLong(firstOn, lastOn)) reader.refuse('plannedEnd', 'The place would be held for more than four years', 'Check the year');
}

function checkSite(reader: RowReader, site: KnownSite, yearGroup: number, firstOn: CalendarDate, lastOn: CalendarDate | null): void {
  if (yearGroup < site.lowYear || yearGroup > site.highYear) {
    reader.refuse('yearGroup', `${site.name} takes ${yearGroupInWords(site.lowYear)} to ${yearGroupInWords(site.highYear)}`, 'Check the year group and the site');
  }
  if (firstOn < site.openedOn) reader.refuse('site', `${site.name} opened on ${dateInWords(site.openedOn)}, after the start`, 'Check the start, or the opening day under Sites and places');
  if (site.closedOn !== null && lastOn !== null && lastOn >= site.closedOn) reader.refuse('site', `${site.name} closes on ${dateInWords(site.closedOn)}`, 'End the place before that day, or name another site');
}

/** A placement as a row of the template: what an export writes. */
export function placementCells(fact: PlacementFact, known: KnownWords): string[] {
  const cells: Readonly<Record<string, string>> = {
    ...pupilCells(fact.pupil), school: known.schools.find((one) => one.id === fact.schoolId)?.urn ?? '', route: routeWords(fact.route),
    site: known.sites.find((one) => one.id === fact.siteId)?.name ?? '', placeKind: PLACE_KIND_WORDS[fact.placeKind] ?? '', share: String(fact.shareTenths),
    startedOn: fact.startedOn ?? '', plannedStart: fact.plannedFirstOn, plannedEnd: fact.plannedLastOn,
  };
  return columnsOf('placements').map((column) => cells[column.key] ?? '');
}

function routeWords(route: PlacementFact['route']): string {
  return ROUTE_WORDS[route] ?? route;
}
