import { lastDayOf, type Month, monthInWords } from '@/lib/charges/rules/months';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { loadFacts } from '../load-facts';
import type { PaidBy, SpendFacts, SpendPrice } from '../rules/facts';
import { firstDayOfYear, lastDayOfYear } from '../rules/financial-year';
import { LINE_WORDS, lineOfPlaces, lineOfPupils } from '../rules/lines';
import { type LineWorking, type PlacementCost, type PlacesCost, workings } from '../rules/working';
import { closedAt, loadProviders } from '../store';
import type { AmountRow, PlacementRow, PlacesRow, PriceRow, SpendLineKey, SpendLineView } from '../types';
import { spendMonth } from './spend-month';

/** One line of a month with everything behind it: placements by case reference, places, entries, prices. Null for others than finance. */
export async function spendLine(tx: ReadTx, key: SpendLineKey, month: Month): Promise<SpendLineView | null> {
  const snapshot = await spendMonth(tx, month);
  const figures = snapshot?.lines.find((line) => line.key === key);
  if (!snapshot || !figures) return null;
  const { year } = snapshot;
  const facts = await loadFacts(tx, firstDayOfYear(year), await closedAt(tx, month));
  const working = workings(facts, year, lastDayOf(month)).get(key);
  if (!working) return null;
  const { bySchools } = working;
  return {
    month, monthTitle: snapshot.title, year, figures, from: LINE_WORDS[key].from,
    budgetSource: facts.budgets.find((one) => one.line === key && one.year === year)?.source ?? null,
    placements: working.placements.map(placementRow), places: working.places.map(placesRow), entries: entryRows(working),
    income: working.income.map((one) => ({ key: `${one.month} ${one.partnership}`, month: one.month, title: monthInWords(one.month), partnership: one.partnership, amount: one.amount })),
    prices: await priceRows(tx, facts, key, year), bySchools: { placements: bySchools.placements.map(placementRow), places: bySchools.places.map(placesRow) },
  };
}

const PAID_BY: Readonly<Record<PaidBy, string>> = { authority: 'The authority', department: 'The department, off the grant', schools: 'Schools' };

function placementRow({ stay, days, actual, commitment, expectedOn }: PlacementCost): PlacementRow {
  return {
    id: stay.id, reference: stay.reference, schoolName: stay.schoolName, providerName: stay.providerName, firstOn: stay.firstOn, lastOn: expectedOn ?? stay.lastOn,
    tenths: stay.tenths, days, actual, commitment,
  };
}

function placesRow({ providerId, providerName, paidBy, rows, actual, commitment }: PlacesCost): PlacesRow {
  return {
    key: `${providerId} ${paidBy}`, providerName, paidBy: PAID_BY[paidBy], actual, commitment,
    numbers: rows.map((row) => ({
      words: `${row.places < 0 ? `${-row.places} fewer` : row.places} from ${dateInWords(row.firstOn)}${row.lastOn === null ? '' : ` to ${dateInWords(row.lastOn)}`}`, source: row.source,
    })),
  };
}

function entryRows(working: LineWorking): AmountRow[] {
  return working.entries.map((one) => ({
    id: one.id, month: monthInWords(one.month), kind: one.kind === 'actual' ? 'Spent' : 'Estimate', amount: one.amount, source: one.source, reason: one.reason,
  }));
}

async function priceRows(tx: ReadTx, facts: SpendFacts, key: SpendLineKey, year: SpendLineView['year']): Promise<PriceRow[]> {
  const providers = new Map((await loadProviders(tx)).map((one) => [one.id, one]));
  return facts.prices.flatMap((price): PriceRow[] => {
    const provider = providers.get(price.providerId);
    if (!provider || price.firstOn > lastDayOfYear(year) || (price.kind === 'place' ? lineOfPlaces : lineOfPupils)(provider.kind) !== key) return [];
    return [{
      key: `${price.providerId} ${price.kind} ${price.paidBy} ${price.firstOn}`, providerName: provider.name, words: priceInWords(price), paidBy: PAID_BY[price.paidBy],
      firstOn: price.firstOn, source: price.source,
    }];
  });
}

/** `£8,000 a year for each pupil, on 190 school days`. */
function priceInWords({ kind, amount, per, dayRule, yearDays }: SpendPrice): string {
  const sum = formatPounds(amount, 'short');
  if (kind === 'place') return `${sum} a year for each place, due in twelfths`;
  const days = dayRule === 'school' ? 'school days' : 'days';
  if (per === 'year') return `${sum} a year for each pupil, on ${yearDays} ${days}`;
  return per === 'week' ? `${sum} a week for each pupil` : `${sum} for each pupil and ${days.slice(0, -1)}`;
}
