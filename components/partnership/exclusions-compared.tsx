import { DataTable } from '@/components/ui/data-table';
import { Details } from '@/components/ui/details';
import { Prose } from '@/components/ui/prose';
import { dateWords } from '@/components/ui/date-words';
import { calendarDate, type CalendarDate } from '@/lib/core/calendar-date';

interface RateShown {
  readonly perThousand: number;
  readonly interval: { readonly low: number; readonly high: number };
}

interface ComparedRow {
  readonly name: string;
  readonly own: boolean;
  readonly count: number | null;
  readonly rate: RateShown | null;
}

export interface ComparisonShown {
  readonly point: {
    readonly number: number; readonly calendarName: string;
    readonly thisYear: { readonly label: string; readonly lastOn: CalendarDate }; readonly lastYear: { readonly label: string; readonly lastOn: CalendarDate } | null;
  };
  readonly partnershipName: string;
  readonly change: string;
  readonly school: { readonly name: string; readonly change: string; readonly rate: RateShown | null } | null;
  readonly others: string | null;
  readonly rollOn: string | null;
  readonly partnerships: readonly ComparedRow[];
  readonly suppressed: boolean;
}

function rangeWords(rate: RateShown | null): string {
  return rate ? `${rate.interval.low.toFixed(1)} to ${rate.interval.high.toFixed(1)}` : '';
}

/** Permanent exclusions this year against the same point of last year and against other partnerships; a sentence says whether it means anything. */
export function ExclusionsCompared({ comparison }: { comparison: ComparisonShown }) {
  const { point, school, partnerships } = comparison;
  return (
    <>
      <Prose>
        {school ? (
          <p>
            <strong>{school.name}:</strong> {school.change}
            {school.rate ? ` That is ${school.rate.perThousand.toFixed(1)} per 1,000 on roll, expected range ${rangeWords(school.rate)}.` : ''}
          </p>
        ) : null}
        <p>
          <strong>{comparison.partnershipName}:</strong> {comparison.change}
        </p>
        {comparison.others ? (
          <p>
            <strong>Against the others:</strong> {comparison.others}
          </p>
        ) : null}
      </Prose>
      <DataTable
        caption={`Permanent exclusions recorded to ${dateWords(point.thisYear.lastOn)}, partnerships in the authority's own order`}
        dense
        rows={partnerships}
        rowKey={(row) => row.name}
        columns={[
          { key: 'name', header: 'Partnership', rowHeader: true, cell: (row) => (row.own ? <strong>{row.name} (this partnership)</strong> : row.name) },
          { key: 'count', header: 'Recorded', numeric: true, cell: (row) => row.count ?? '[c]' },
          { key: 'rate', header: 'Per 1,000', numeric: true, cell: (row) => (row.count === null ? '[c]' : row.rate?.perThousand.toFixed(1) ?? '[x]') },
          { key: 'range', header: 'Expected range', numeric: true, cell: (row) => (row.count === null ? '[c]' : rangeWords(row.rate) || '[x]') },
        ]}
      />
      {comparison.suppressed ? <p>[c] a count from 1 to 4, or one that such a count could be worked out from, is not shown.</p> : null}
      <Details summary="How was this compared?">
        <p>
          Every permanent exclusion recorded counts, whatever became of it, so that both years are alike. {dateWords(point.thisYear.lastOn)} is school day {point.number} of {point.thisYear.label}
          {point.lastYear ? `; school day ${point.number} of ${point.lastYear.label} was ${dateWords(point.lastYear.lastOn)}` : ''} ({point.calendarName}).
        </p>
        <p>
          {comparison.rollOn ? `Rates are per 1,000 pupils on roll on ${dateWords(calendarDate(comparison.rollOn))} (school census). ` : 'No rate is shown where a school has no dated roll. '}
          The expected range is the exact 95% interval: were the true rate anywhere in it, chance alone could give the count seen. The order is the authority&apos;s and ranks nobody.
        </p>
      </Details>
    </>
  );
}
