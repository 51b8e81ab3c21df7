import type { DraftCell } from '../disclosure/report';
import { DOES_NOT_APPLY, type FigureList, NOT_AVAILABLE } from './figure-list';
import type { ForumFigures, ForumProvider } from './forum-figures';
import type { LaidTable } from './laid-table';

const COLUMNS: LaidTable['columns'] = [
  { title: 'Places commissioned', unit: 'count' }, { title: 'Places taken on the last school day', unit: 'count' }, { title: 'Places taken on average', unit: 'tenths' },
  { title: 'Occupancy, %', unit: 'percent' }, { title: 'Pupils in the month', unit: 'count' }, { title: 'Cost of a place in the year', unit: 'pounds' },
];

type Volume = 'commissioned' | 'commissioned tenths' | 'taken' | 'average' | 'pupils' | 'unit cost';

const keyOf = (what: Volume, provider: string, month: string): string => `${what} ${provider} ${month}`;

/**
 * Places commissioned and taken, pupils and unit cost by provider. Places taken are whole places, rounded up at each
 * provider: part of a place would tell of a single pupil. The totals add up the rounded numbers.
 */
export function placesTable(figures: ForumFigures, list: FigureList): LaidTable {
  const { providers, month, monthTitle } = figures;
  const rows = providers.map((one) => ({ title: one.name, cells: providerCells(one, figures, list) }));
  const sum = (what: Volume): DraftCell => list.addSum(keyOf(what, 'total', month), `all providers, ${what}, ${monthTitle}`, providers.map((one) => keyOf(what, one.key, month)));
  const commissioned = sum('commissioned');
  sum('commissioned tenths');
  const taken = sum('taken');
  const average = sum('average');
  // A provider whose number of places is not known is in neither part of the total's occupancy.
  const isWhole = providers.every((one) => one.commissioned !== null && one.averageTenths !== null);
  const pupils = list.add({ key: keyOf('pupils', 'total', month), words: `pupils of all providers, ${monthTitle}`, value: figures.pupils, unit: 'count', pupils: figures.pupils });
  pupilBounds(figures, list);
  return {
    id: 'places', title: `Places and pupils by provider, ${monthTitle}`, rowHeading: 'Provider', columns: COLUMNS,
    rows: [...rows, { title: 'Total', cells: [commissioned, taken, average, isWhole ? occupancy('total', figures, list) : NOT_AVAILABLE, pupils, totalUnitCost(figures, list)] }],
  };
}

function providerCells(one: ForumProvider, figures: ForumFigures, list: FigureList): DraftCell[] {
  const { month, monthTitle } = figures;
  const add = (what: Volume, value: number | null, pupils: number | null, unit: 'count' | 'pence' = 'count'): DraftCell =>
    (value === null ? NOT_AVAILABLE : list.add({ key: keyOf(what, one.key, month), words: `${what} at ${one.name}, ${monthTitle}`, value, unit, pupils }));
  const commissioned = add('commissioned', one.commissioned, null);
  add('commissioned tenths', one.commissioned === null ? null : one.commissioned * 10, null);
  const taken = add('taken', Math.ceil(one.occupiedTenths / 10), one.pupils);
  const average = add('average', one.averageTenths, one.pupils);
  const pupils = add('pupils', one.pupils, one.pupils);
  const unitCost = add('unit cost', one.unitCost, one.pupils, 'pence');
  return [commissioned, taken, average, occupancy(one.key, figures, list), pupils, unitCost];
}

function occupancy(provider: string, { month }: ForumFigures, list: FigureList): DraftCell {
  const [average, places] = [list.of(keyOf('average', provider, month)), list.of(keyOf('commissioned tenths', provider, month))];
  if (!average || !places) return NOT_AVAILABLE;
  return places.value > 0 ? { kind: 'ratio', numerator: average.key, denominator: places.key, per: 100, decimals: 1 } : DOES_NOT_APPLY;
}

/** A pupil may be at two providers in a month and takes one place at most: what a reader may reckon with. */
function pupilBounds({ providers, month }: ForumFigures, list: FigureList): void {
  const MOST = 1_000_000;
  const total = list.of(keyOf('pupils', 'total', month));
  const own = providers.flatMap((one) => list.of(keyOf('pupils', one.key, month)) ?? []);
  if (!total) return;
  if (own.reduce((sum, one) => sum + one.value, 0) >= total.value && own.length > 0) {
    list.relate({ words: 'each pupil is at one provider or more', terms: [...own.map(({ key }) => ({ key, times: 1 })), { key: total.key, times: -1 }], least: 0, greatest: MOST });
  }
  for (const one of own) {
    list.relate({ words: `${one.words} are among the pupils of all providers`, terms: [{ key: total.key, times: 1 }, { key: one.key, times: -1 }], least: 0, greatest: MOST });
  }
  for (const { key, name } of providers) {
    const [taken, pupils] = [list.of(keyOf('taken', key, month)), list.of(keyOf('pupils', key, month))];
    if (!taken || !pupils || taken.value > pupils.value) continue;
    list.relate({ words: `each place taken at ${name} is a pupil's`, terms: [{ key: pupils.key, times: 1 }, { key: taken.key, times: -1 }], least: 0, greatest: MOST });
  }
}

/** The cost of a place over all providers: with the places of each it tells of the others' costs, within rounding. */
function totalUnitCost(figures: ForumFigures, list: FigureList): DraftCell {
  const { unitCost, month, monthTitle, providers, pupils } = figures;
  if (unitCost === null) return NOT_AVAILABLE;
  const key = keyOf('unit cost', 'total', month);
  const cell = list.add({ key, words: `cost of a place over all providers, ${monthTitle}`, value: unitCost, unit: 'pence', pupils });
  costOfLines(figures, list, key);
  const parts = providers.flatMap((one) => (one.unitCost !== null && one.commissioned !== null && one.commissioned > 0 ? [{ key: keyOf('unit cost', one.key, month), times: one.commissioned, cost: one.unitCost }] : []));
  const places = parts.reduce((sum, part) => sum + part.times, 0);
  const difference = parts.reduce((sum, part) => sum + part.times * part.cost, 0) - places * unitCost;
  if (parts.length === 0 || Math.abs(difference) > places) return cell;
  list.relate({ words: 'the cost of all places is the sum of the providers\' costs', terms: [...parts.map(({ key: own, times }) => ({ key: own, times })), { key, times: -places }], least: -places, greatest: places });
  return cell;
}

/** Lines whose forecasts the cost of a place adds up, the most first. */
const COSTED = [['pru_places', 'top_ups', 'ap_academy'], ['pru_places', 'top_ups'], ['pru_places']] as const;

/** With the number of places the cost of one tells the forecasts of its lines together, within rounding. */
function costOfLines({ month, unitCost }: ForumFigures, list: FigureList, key: string): void {
  const places = list.of(keyOf('commissioned', 'total', month));
  if (!places || unitCost === null) return;
  for (const lines of COSTED) {
    const forecasts = lines.flatMap((line) => list.of(`forecast ${line} ${month}`) ?? []);
    const difference = forecasts.reduce((sum, one) => sum + one.value, 0) - unitCost * places.value;
    if (forecasts.length === 0 || Math.abs(difference) > places.value) continue;
    list.relate({
      words: 'the cost of all places is the forecast of their lines', terms: [...forecasts.map((one) => ({ key: one.key, times: 1 })), { key, times: -places.value }],
      least: -places.value, greatest: places.value,
    });
    return;
  }
}
