/** A year of one invented council's true figures for the Forum's reports, from invented placements, so that every count hangs together as in life. */
import type { ForumFigures, ForumLine } from '@/lib/publishing/rules/forum/forum-figures';

export interface CouncilShape {
  readonly seed: number;
  readonly partnerships: number;
  /** Providers with the places bought and the most pupils that come to each in a month. */
  readonly providers: readonly { readonly name: string; readonly line: 'pru' | 'academy' | 'college' | 'independent'; readonly places: number | null; readonly comeAMonth: number }[];
}

/** A report to draw up: the figures depend on the months that have a published report by then. */
export interface DueReport {
  readonly month: string;
  readonly version: number;
  readonly figures: (published: readonly string[]) => ForumFigures;
}

interface Placed { readonly pupil: number; readonly provider: number; readonly first: number; readonly last: number; readonly tenths: number; readonly pence: number; readonly over: boolean; readonly taxi: boolean }

/** Months from April 2025; the reports are of September 2025 to August 2026. */
const FIRST = 5;
const LAST = 16;
const YEAR = 12;
const nameOf = (at: number): string => `${2025 + Math.floor((at + 3) / 12)}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`;
const TERMS = [{ name: 'Summer 2024/25', from: FIRST }, { name: 'Autumn 2025/26', from: 9 }, { name: 'Spring 2025/26', from: 13 }, { name: 'Summer 2025/26', from: 16 }];

/** A generator of numbers from 0 to below 1 that gives the same ones on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function placedIn({ providers, seed }: CouncilShape): Placed[] {
  const random = seeded(seed);
  const up = (most: number): number => Math.floor(random() * (most + 1));
  const placed: Placed[] = [];
  providers.forEach(({ comeAMonth }, provider) => {
    for (let first = -6; first <= LAST; first += 1) {
      for (let coming = up(comeAMonth); coming > 0; coming -= 1) {
        placed.push({ pupil: placed.length, provider, first, last: first + 1 + up(10), tenths: random() < 0.8 ? 10 : 5, pence: 40_000 + up(160_000), over: random() < 0.15, taxi: random() < 0.3 });
      }
    }
  });
  // Some are at a second provider too.
  return [...placed, ...placed.filter((_one, index) => index % 11 === 5).map((one) => ({ ...one, provider: (one.provider + 1) % providers.length, first: one.first + 1 }))];
}

/** The reports of a year in the order in which they come out: two months in three, every fourth with a correction. */
export function forumYear(shape: CouncilShape): DueReport[] {
  const record = placedIn(shape);
  const due: DueReport[] = [];
  // A pupil is found to have left a month before: each correction, and every month after it, knows it.
  let known: readonly Placed[] = record;
  for (let at = FIRST; at <= LAST; at += 1) {
    const facts = known;
    due.push({ month: nameOf(at), version: 1, figures: (published) => figuresOf(shape, facts, at, published) });
    if ((at - FIRST) % 4 !== 1) continue;
    const late = facts.findIndex((one) => one.first < at && one.last === at);
    known = facts.map((one, index) => (index === late ? { ...one, last: at - 1 } : one));
    const corrected = known;
    due.push({ month: nameOf(at), version: 2, figures: (published) => figuresOf(shape, corrected, at, published) });
  }
  return due;
}

const there = (one: Placed, at: number): boolean => one.first <= at && at <= one.last;
const pupilsOf = (placed: readonly Placed[]): number => new Set(placed.map((one) => one.pupil)).size;

interface Line { readonly key: string; readonly title: string; readonly isIncome?: true; readonly takes: (one: Placed) => boolean; readonly pence: (one: Placed) => number; readonly fixed?: number }

function linesOf({ providers }: CouncilShape): Line[] {
  const at = (line: string) => (one: Placed): boolean => providers[one.provider]?.line === line;
  const places = providers.filter((one) => one.line === 'pru').reduce((sum, one) => sum + (one.places ?? 0), 0);
  return [
    { key: 'pru_places', title: 'PRU places', takes: at('pru'), pence: () => 0, fixed: places * 83_333 },
    { key: 'top_ups', title: 'Top-ups', takes: (one) => at('pru')(one) || at('academy')(one), pence: (one) => one.pence },
    { key: 'ap_academy', title: 'AP academy', takes: at('academy'), pence: (one) => one.pence * 2 }, { key: 'college', title: 'College', takes: at('college'), pence: (one) => one.pence },
    { key: 'independent', title: 'Independent places', takes: at('independent'), pence: (one) => one.pence * 4 },
    { key: 'transport', title: 'Transport', takes: (one) => one.taxi, pence: (one) => Math.floor(one.pence / 3) },
    { key: 'over_quota_income', title: 'Over-quota income', isIncome: true, takes: (one) => one.over, pence: (one) => one.tenths * 947 * 19 },
  ];
}

function figuresOf(shape: CouncilShape, placed: readonly Placed[], at: number, published: readonly string[]): ForumFigures {
  const [start, end] = at < YEAR ? [0, YEAR - 1] : [YEAR, 2 * YEAR - 1];
  const behind = (line: Line, from: number, to: number): number => Math.max(1, pupilsOf(placed.filter((one) => line.takes(one) && one.first <= to && one.last >= from)));
  const sum = (line: Line, from: number, to: number): number => {
    let pence = 0;
    for (let month = from; month <= to; month += 1) pence += (line.fixed ?? 0) + placed.filter((one) => line.takes(one) && there(one, month)).reduce((all, one) => all + line.pence(one), 0);
    return pence;
  };
  const lines = linesOf(shape).map((line): ForumLine => {
    const actual = sum(line, start, at);
    return {
      key: line.key, title: line.title, isIncome: line.isIncome ?? false, budget: line.isIncome ? 0 : 30_000_000, actual, forecast: actual + (line.isIncome ? 0 : sum(line, at + 1, end)),
      pupils: behind(line, start, at),
    };
  });
  const year = at < YEAR ? '2025-26' : '2026-27';
  const inMonth = placed.filter((one) => there(one, at));
  const providers = shape.providers.map((one, index) => {
    const own = inMonth.filter((each) => each.provider === index);
    const tenths = own.reduce((all, each) => all + each.tenths, 0);
    return { key: one.name.toLowerCase(), name: one.name, commissioned: one.places, occupiedTenths: tenths, averageTenths: tenths - Math.floor(tenths / 7), pupils: pupilsOf(own), unitCost: one.places === null ? null : 1_600_000 + index * 1_117 };
  }).filter((one) => one.commissioned !== null || one.pupils > 0);
  const term = TERMS.filter((one) => one.from <= at).at(-1);
  const exclusions = seeded(shape.seed + 31 * TERMS.findIndex((one) => one === term));
  const first = at < YEAR ? 2021 : 2022;
  return {
    month: nameOf(at), monthTitle: nameOf(at), year, lines, providers, pupils: pupilsOf(inMonth), unitCost: null, sources: [], reserves: [{ name: 'High needs', broughtForward: -120_000_000, carriedForward: null }],
    years: Array.from({ length: 5 }, (_one, index) => {
      const own = `${first + index}-${first + index - 1999}`;
      const isForecast = own === year;
      return {
        year: own, isForecast, commissioned: isForecast ? 200 : null, pupils: isForecast ? pupilsOf(placed.filter((one) => one.first <= at && one.last >= start)) : 40 + index,
        spend: lines.map((line) => ({ key: line.key, title: line.title, amount: isForecast ? line.forecast : index === 0 ? null : 1_000_000 * (index + 1), pupils: isForecast ? line.pupils : index === 1 ? 3 : 25 })),
      };
    }),
    toExplain: lines.filter((line) => !line.isIncome && (line.forecast ?? 0) > 36_000_000).map((line) => ({ key: line.key, title: line.title, words: 'Over its budget', reasons: [] })),
    exclusions: term ? { term: term.name, groups: Array.from({ length: shape.partnerships }, (_one, index) => ({ key: `p${index + 1}`, name: `Partnership ${index + 1}`, count: Math.floor(exclusions() * 9) })) } : null,
    between: published.filter((other) => other !== nameOf(at)).flatMap((other) => {
      const where = Array.from({ length: 2 * YEAR }, (_one, index) => index).find((index) => nameOf(index) === other) ?? -1;
      if (where < start || where > end) return [];
      const [from, to] = where < at ? [where + 1, at] : [at + 1, where];
      return [{ month: other, pupils: Object.fromEntries(linesOf(shape).map((line) => [line.key, behind(line, from, to)])) }];
    }),
  };
}
