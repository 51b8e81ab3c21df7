import { ChartFigure } from '@/components/charts/chart-figure';
import { LineChart } from '@/components/charts/line-chart';
import { DataTable } from '@/components/ui/data-table';
import { dateWords, weekdayDateWords } from '@/components/ui/date-words';
import { tenthsWords } from '@/components/ui/tenths-words';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { DashboardPoint, DashboardShown } from './dashboard-types';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function shortDay(on: CalendarDate): string {
  return `${+on.slice(8)} ${MONTHS[+on.slice(5, 7) - 1] ?? ''}`;
}

function days(count: number): string {
  return count === 1 ? '1 school day' : `${count} school days`;
}

/** Only the daily measure is over on a day; under the others the days are told as what they are, pupils in places. */
export function titleOf({ name, points, quota: { measure } }: Pick<DashboardShown, 'name' | 'points'> & { readonly quota: Pick<DashboardShown['quota'], 'measure'> }): string {
  const past = points.filter((point) => point.actualTenths !== null);
  const over = past.filter((point) => (point.actualTenths ?? 0) > point.quotaTenths).length;
  const full = past.filter((point) => (point.actualTenths ?? 0) === point.quotaTenths).length;
  if (measure !== 'daily') {
    return over > 0 ? `${name} had more pupils in places than the quota of the day on ${days(over)} so far this year` : `${name} had no more pupils in places than the quota of the day so far this year`;
  }
  if (over > 0) return `${name} was over its quota on ${days(over)} so far this year`;
  return full > 0 ? `${name} used its whole quota on ${days(full)} so far this year` : `${name} stayed below its quota on every school day so far this year`;
}

/** The first school day of each month. */
function ticksOf(points: readonly DashboardPoint[]): string[] {
  return points.filter((point, index) => points[index - 1]?.on.slice(0, 7) !== point.on.slice(0, 7)).map((point) => shortDay(point.on));
}

/** The days on which a figure is not that of the school day before: only they are links, so that a year is not 190 stops of the Tab key. */
function daysOfChange(points: readonly DashboardPoint[]): ReadonlySet<CalendarDate> {
  const isSame = (a: DashboardPoint, b: DashboardPoint | undefined): boolean =>
    a.actualTenths === b?.actualTenths && a.plannedTenths === b?.plannedTenths && a.quotaTenths === b?.quotaTenths;
  return new Set(points.filter((point, index) => !isSame(point, points[index - 1])).map((point) => point.on));
}

/** Use by school day through the year against the quota: pupils in places to today, places held or planned after it. */
export function YearChart({ dashboard, dayHref }: { dashboard: DashboardShown; dayHref?: (on: CalendarDate) => string }) {
  const { points, on } = dashboard;
  const changed = daysOfChange(points);
  return (
    <ChartFigure
      title={titleOf(dashboard)}
      summary={
        <p>
          Each school day of {dashboard.calendarName}, {dashboard.academicYear}. To {dateWords(on)}: pupils who were in a place. After it: places held or agreed, as planned today. The two are never added together.{dayHref ? ' In the table, the days on which a figure changed open to the pupils behind it.' : ''}
        </p>
      }
      chart={
        <LineChart
          stepped
          unit="Places"
          ticks={ticksOf(points)}
          series={[
            { key: 'actual', name: `In a place, to ${shortDay(on)}`, role: 'main' },
            { key: 'planned', name: 'Held or planned after it', role: 'second' },
            { key: 'quota', name: 'Quota', role: 'limit' },
          ]}
          points={points.map((point) => ({
            label: shortDay(point.on),
            values: {
              actual: point.actualTenths === null ? null : point.actualTenths / 10,
              planned: point.plannedTenths === null ? null : point.plannedTenths / 10,
              quota: point.quotaTenths / 10,
            },
          }))}
        />
      }
      foldTable
      table={
        <DataTable
          caption={`Places used by school day, ${dashboard.name}, ${dashboard.academicYear}`}
          dense
          stack={false}
          rows={points}
          rowKey={(point) => point.on}
          rowTone={(point) => ((point.actualTenths ?? point.plannedTenths ?? 0) > point.quotaTenths ? 'over' : undefined)}
          columns={[
            { key: 'day', header: 'School day', rowHeader: true, cell: (point) => (dayHref && changed.has(point.on) ? <a href={dayHref(point.on)}>{weekdayDateWords(point.on)}</a> : weekdayDateWords(point.on)) },
            { key: 'actual', header: 'In a place', numeric: true, cell: (point) => (point.actualTenths === null ? '' : tenthsWords(point.actualTenths)) },
            { key: 'planned', header: 'Held or planned', numeric: true, cell: (point) => (point.plannedTenths === null ? '' : tenthsWords(point.plannedTenths)) },
            { key: 'quota', header: 'Quota', numeric: true, cell: (point) => tenthsWords(point.quotaTenths) },
          ]}
        />
      }
    />
  );
}
