import type { Pence } from '@/lib/core/pence';
import type { SpendLineKey, SpendSnapshot, VolumeFigures } from '@/lib/spend/types';
import type { ForumFigures, ForumLine, ForumProvider } from './forum-figures';

/** Different pupils behind each line over some days; null for a line that rests on no pupil. */
export type PupilsByLine = Readonly<Record<SpendLineKey, number | null>>;

interface SnapshotInput {
  readonly snapshot: SpendSnapshot;
  /** From 1 April to the end of the month. */
  readonly pupils: PupilsByLine;
  /** Of each earlier year of the comparison, over the whole year. */
  readonly pupilsOfYears: ReadonlyMap<string, PupilsByLine>;
  readonly between: ForumFigures['between'];
  readonly exclusions: ForumFigures['exclusions'];
}

/** The monitor's figures as the report takes them: numbers of pence, income above zero, each with the pupils behind it. */
export function forumFigures({ snapshot, pupils, pupilsOfYears, between, exclusions }: SnapshotInput): ForumFigures {
  const { month, title, year, lines, volumes, volumesTotal, fiveYears, toExplain, reserves, sources } = snapshot;
  return {
    month, monthTitle: title, year, between, exclusions, sources,
    lines: lines.filter((line) => line.budget !== null || line.actual !== null).map((line) => forumLine(line, pupils)),
    providers: volumes.map(forumProvider), pupils: volumesTotal.pupils, unitCost: amount(volumesTotal.unitCost),
    years: fiveYears.map((one) => ({
      year: one.year, isForecast: one.isForecast, commissioned: one.commissioned, pupils: one.pupils,
      spend: one.lines.map(({ key, title: name, spend }) => ({
        key, title: name, amount: isIncome(key) ? opposite(amount(spend)) : amount(spend), pupils: (pupilsOfYears.get(one.year) ?? pupils)[key],
      })),
    })),
    toExplain: toExplain.map(({ key, title: name, variance, reasons }) => ({ key, title: name, words: variance, reasons })),
    reserves: reserves.map(({ name, broughtForward, carriedForward }) => ({ name, broughtForward: amount(broughtForward), carriedForward: amount(carriedForward) })),
  };
}

const isIncome = (key: SpendLineKey): boolean => key === 'over_quota_income';
const amount = (value: Pence | null): number | null => (value === null ? null : Number(value));
const opposite = (value: number | null): number | null => (value === null ? null : 0 - value);

function forumLine(line: SpendSnapshot['lines'][number], pupils: PupilsByLine): ForumLine {
  const own = (value: Pence | null): number | null => (isIncome(line.key) ? opposite(amount(value)) : amount(value));
  return {
    key: line.key, title: line.title, isIncome: isIncome(line.key), budget: own(line.budget), actual: own(line.actual), forecast: own(line.forecast),
    pupils: pupils[line.key],
  };
}

function forumProvider(one: VolumeFigures): ForumProvider {
  const { providerId, name, commissioned, occupiedTenths, averageTenths, pupils, unitCost } = one;
  return { key: providerId ?? name, name, commissioned, occupiedTenths, averageTenths, pupils, unitCost: amount(unitCost) };
}
