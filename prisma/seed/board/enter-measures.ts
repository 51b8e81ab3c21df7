import { saveMeasure } from '@/lib/board/commands/save-measure';
import { figureOf } from '@/lib/board/figure-of';
import { type BoardFacts, loadBoardFacts } from '@/lib/board/figure-store';
import { CATALOGUE, type Unit } from '@/lib/board/rules/catalogue';
import { daysOfYear } from '@/lib/board/rules/figure-days';
import { targetFrom } from '@/lib/board/rules/standing';
import type { Direction } from '@/lib/board/types';
import { isMonth } from '@/lib/charges/rules/months';
import { type CalendarDate, calendarDate } from '@/lib/core/calendar-date';
import type { Actor } from '@/lib/core/roles';
import { type ReadTx, readUnit } from '@/lib/server/unit-of-work';
import { spendSnapshot } from '@/lib/spend/snapshot';
import { act, callerAs } from '../charges/run-months';
import { type MeasureFact, MEASURES } from './measures';

const BASELINE_YEAR = '2024/25';
/** A Monday. */
const ENTERED_ON = calendarDate('2025-09-08');
const TARGET_ON = calendarDate('2026-08-31');
const SHOWN_FROM = calendarDate('2025-09-01');
/** Hundredths of the baseline: the constant of the demonstration. */
const BETTER = 10;
const SPEND_MONTH = '2026-01';

interface Held {
  readonly baseline: number | null;
  readonly baselineOn: CalendarDate | null;
  readonly baselineSource: string;
  readonly target: number | null;
  readonly targetOn: CalendarDate | null;
}

/** Enters every measure as the administrator does, with the baseline worked out from the records. */
export async function enterMeasures(authorityId: string, administrator: Actor): Promise<void> {
  const caller = callerAs(authorityId, administrator, ENTERED_ON);
  const held = await readUnit(caller, async (tx) => {
    const facts = await loadBoardFacts(tx);
    const found: Held[] = [];
    for (const fact of MEASURES) found.push(fact.calculation === 'independent_spend' ? await pathOf(tx) : await heldAgainst(tx, fact, facts));
    return found;
  });
  for (const [index, fact] of MEASURES.entries()) {
    const { title, numerator, denominator } = CATALOGUE[fact.calculation];
    const own = held[index];
    if (!own) throw new RangeError(`No baseline was worked out for ${title}`);
    await act(saveMeasure, caller, {
      measureId: '', version: '0', name: title, definition: fact.definition, numerator, denominator, calculation: fact.calculation, direction: fact.direction,
      baseline: typed(own.baseline), baselineOn: own.baselineOn ?? '', baselineSource: own.baselineSource, target: typed(own.target), targetOn: own.targetOn ?? '',
      owner: fact.owner, displayOrder: String(10 * (index + 1)), shownFrom: SHOWN_FROM, shownTo: '',
      reason: `Assumption of the demonstration: the value of ${BASELINE_YEAR} is the baseline, the target is ${BETTER}% better`,
    });
  }
}

/** Three decimals at most, as the form takes them. */
function typed(value: number | null): string {
  return value === null ? '' : String(Math.round(value * 1000) / 1000);
}

async function heldAgainst(tx: ReadTx, { calculation, direction }: MeasureFact, facts: BoardFacts): Promise<Held> {
  const found = daysOfYear(CATALOGUE[calculation].daysOf, BASELINE_YEAR, facts.days);
  const figure = await figureOf(tx, calculation, found, facts);
  if (figure.value === null || !('days' in found)) return { ...NONE, baselineSource: `None for ${BASELINE_YEAR}. ${figure.why}` };
  const target = figure.value === 0 ? null : wholeTarget(targetFrom(figure.value, direction, BETTER), direction, CATALOGUE[calculation].unit);
  return {
    baseline: figure.value, baselineOn: found.days.lastOn, baselineSource: `Worked out from the demonstration\u2019s records of ${BASELINE_YEAR}: ${found.days.words}`,
    target, targetOn: target === null ? null : TARGET_ON,
  };
}

/** Whole pupils, and no more than all of them. */
function wholeTarget(target: number, direction: Direction, unit: Unit): number {
  if (unit === 'share') return Math.min(target, 100);
  return unit === 'pupils' ? (direction === 'lower' ? Math.floor(target) : Math.ceil(target)) : target;
}

const NONE: Held = { baseline: null, baselineOn: null, baselineSource: '', target: null, targetOn: null };

/** The path that finance has entered for independent spend. */
async function pathOf(tx: ReadTx): Promise<Held> {
  if (!isMonth(SPEND_MONTH)) throw new RangeError(`Not a month: ${SPEND_MONTH}`);
  const path = (await spendSnapshot(tx, SPEND_MONTH)).targets.find((one) => one.line === 'independent');
  const first = path?.path[0];
  if (!path || !first) return { ...NONE, baselineSource: 'None: no path is entered for spend on independent places.' };
  return {
    baseline: Number(path.baseline) / 100, baselineOn: calendarDate(`${first.year.slice(0, 4)}-04-01`), baselineSource: path.source,
    target: Number(path.target) / 100, targetOn: path.targetOn,
  };
}
