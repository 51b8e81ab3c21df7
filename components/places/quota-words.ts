import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateWords } from '@/components/ui/date-words';
import { tenthsWords } from '@/components/ui/tenths-words';
import { measureTerms, type QuotaMeasure } from './quota-measure';

/** A start that is agreed but lies after the day of the figure. */
export interface PlannedStart {
  readonly on: CalendarDate;
  /** Share of a place in tenths. */
  readonly tenths: number;
}

export interface QuotaView {
  /** Places used on `on`, in tenths. */
  readonly usedTenths: number;
  /** The quota in force on `on`, in tenths. */
  readonly quotaTenths: number;
  /** The day of the figure. */
  readonly on: CalendarDate;
  /** The application's today: the words say "today" when it is the day of the figure. */
  readonly today: CalendarDate;
  readonly planned?: readonly PlannedStart[];
  /** Held on `on` for pupils who have not started, in tenths; drawn as planned. */
  readonly awaitedTenths?: number;
  /** How the agreement counts use over the quota; left out, day by day. */
  readonly measure?: QuotaMeasure;
}

export function plannedTenthsOf(view: QuotaView): number {
  return (view.planned ?? []).reduce((sum, start) => sum + start.tenths, view.awaitedTenths ?? 0);
}

function startVerb(tenths: number): string {
  return tenths <= 10 ? 'starts' : 'start';
}

function plannedWords(view: QuotaView): string {
  const byDate = new Map<CalendarDate, number>();
  for (const start of view.planned ?? []) byDate.set(start.on, (byDate.get(start.on) ?? 0) + start.tenths);
  const dates = [...byDate.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const first = dates[0];
  const last = dates[dates.length - 1];
  if (!first || !last) return '';
  const [firstOn, firstTenths] = first;
  if (dates.length === 1) return `${tenthsWords(firstTenths)} more ${startVerb(firstTenths)} on ${dateWords(firstOn, view.on)}`;
  if (dates.length === 2) {
    return `${tenthsWords(firstTenths)} more ${startVerb(firstTenths)} on ${dateWords(firstOn, view.on)} and ${tenthsWords(last[1])} on ${dateWords(last[0], view.on)}`;
  }
  const all = plannedTenthsOf(view) - (view.awaitedTenths ?? 0);
  return `${tenthsWords(all)} more ${startVerb(all)} between ${dateWords(firstOn, view.on)} and ${dateWords(last[0], view.on)}`;
}

function awaitedWords({ awaitedTenths = 0 }: QuotaView): string {
  return awaitedTenths === 0 ? '' : `${tenthsWords(awaitedTenths)} more held for ${awaitedTenths <= 10 ? 'a pupil who has' : 'pupils who have'} not started`;
}

/** "none free", "1 over quota" or null while places are free, in the terms of the measure; `short` for a table cell: "full", "1 over". */
export function fullOrOver(view: QuotaView, short: 'short' | 'whole' = 'whole'): string | null {
  const over = view.usedTenths - view.quotaTenths;
  const terms = measureTerms(view.measure);
  if (over > 0) return `${tenthsWords(over)} ${short === 'short' ? terms.overShort : terms.over}`;
  return over === 0 ? (short === 'short' ? terms.fullShort : terms.full) : null;
}

/** True when the day itself is over the quota as the agreement counts it. */
export function isOverOnDay({ usedTenths, quotaTenths, measure = 'daily' }: QuotaView): boolean {
  return measure === 'daily' && usedTenths > quotaTenths;
}

/** "11.5 of 12 places used today, 1 more starts on 4 November"; under a measure that does not count day by day, with how it counts. */
export function quotaSentence(view: QuotaView): string {
  const when = view.on === view.today ? 'today' : `on ${dateWords(view.on, view.today)}`;
  const places = view.quotaTenths === 10 ? 'place' : 'places';
  const parts = [`${tenthsWords(view.usedTenths)} of ${tenthsWords(view.quotaTenths)} ${places} used ${when}`, fullOrOver(view), awaitedWords(view), plannedWords(view)];
  const { counted } = measureTerms(view.measure);
  return `${parts.filter(Boolean).join(', ')}${counted === null ? '' : `; ${counted}`}`;
}
