import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Prose } from '@/components/ui/prose';
import { dateWords } from '@/components/ui/date-words';
import type { AuthorityReport, ReportExclusions } from '@/lib/publishing/types';
import { shownCount } from './shown';

interface YearsTableProps {
  caption: string;
  rows: readonly ReportExclusions[];
  point: NonNullable<AuthorityReport['point']>;
  total?: ReportExclusions;
}

function YearsTable({ caption, rows, point, total }: YearsTableProps) {
  const { thisYear, lastYear } = point;
  const last = (row: ReportExclusions): string => (lastYear ? shownCount(row.lastYear) : '[x]');
  return (
    <DataTable
      caption={caption}
      stack={false}
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        { key: 'name', header: 'Schools of', rowHeader: true, cell: (row) => row.name },
        { key: 'this', header: thisYear.label, numeric: true, cell: (row) => shownCount(row.thisYear) },
        { key: 'last', header: lastYear?.label ?? 'Year before', numeric: true, cell: last },
      ]}
      foot={total ? { name: 'All partnerships', this: shownCount(total.thisYear), last: last(total) } : undefined}
    />
  );
}

/** Recorded and upheld permanent exclusions, this year and last to the same school day. */
export function ExclusionsReport({ report }: { report: AuthorityReport }) {
  const { point, recorded, upheld, change } = report;
  if (!point) return <EmptyState title="Permanent exclusions this year and last">No calendar of the authority covers this day, so the same point of last year is not known.</EmptyState>;
  const { lastYear } = point;
  return (
    <>
      <Prose>
        <p>
          {change ? `All partnerships: ${change}` : 'The totals of the two years are not both shown, so they are not compared.'} {dateWords(point.thisYear.lastOn)} is school day {point.number} of {point.thisYear.label}
          {lastYear ? `; the same school day of ${lastYear.label} was ${dateWords(lastYear.lastOn)}` : ''}.
        </p>
      </Prose>
      <YearsTable caption="Permanent exclusions recorded to the same school day, by the partnership of the excluding school on the day" rows={report.exclusions} point={point} total={recorded} />
      <p>
        Upheld by the governing board or a panel by that day: {shownCount(upheld.thisYear)} this year{lastYear ? `, ${shownCount(upheld.lastYear)} last year` : ''}. Those not yet decided, reinstated or cancelled are recorded but not upheld.
        {upheldWithheld(report)}
      </p>
      <YearsTable caption="Permanent exclusions recorded by schools in no partnership" rows={report.outside} point={point} />
    </>
  );
}

/**
 * Why a number upheld is [c] beside a number recorded that is shown: upheld and not upheld are two cells of one total
 * (R75). It does not say which of the two is small.
 */
function upheldWithheld({ recorded, upheld, point }: AuthorityReport): string {
  const years = [...(recorded.thisYear !== null && upheld.thisYear === null ? ['this year'] : []), ...(point?.lastYear && recorded.lastYear !== null && upheld.lastYear === null ? ['last year'] : [])];
  if (years.length === 0) return '';
  return ` The number upheld ${years.join(' and ')} is withheld because taking it from the number recorded gives the number not upheld, and one of the two is from 1 to 4.`;
}

const ROWS: readonly { readonly key: keyof NonNullable<AuthorityReport['starts']>; readonly label: string }[] = [
  { key: 'byDaySix', label: 'Started by the sixth school day' },
  { key: 'later', label: 'Started later' },
  { key: 'waitingOverdue', label: 'Not started, sixth school day has passed' },
  { key: 'waitingInTime', label: 'Not started, sixth school day still to come' },
];

/** School days from exclusion to the start of full-time education. */
export function StartsReport({ report }: { report: AuthorityReport }) {
  const { starts, point } = report;
  if (!starts || !point) return null;
  return (
    <>
      <p>
        {starts.median === null
          ? 'Too few pupils have started this year to give a median.'
          : `Half of the pupils started on school day ${starts.median.toLocaleString('en-GB')} of the exclusion or before it. Education is due on school day 6.`}
      </p>
      <DataTable
        caption={`Pupils permanently excluded in ${point.thisYear.label} to ${dateWords(report.on)} whose education this authority owes`}
        stack={false}
        rows={ROWS}
        rowKey={(row) => row.key}
        columns={[
          { key: 'label', header: 'Education', rowHeader: true, cell: (row) => row.label },
          { key: 'count', header: 'Pupils', numeric: true, cell: (row) => shownCount(starts[row.key]) },
        ]}
        foot={{ label: 'All', count: shownCount(starts.total) }}
      />
    </>
  );
}

/** The key to the shorthand, wherever something is left out. */
export function ReportKey({ report }: { report: AuthorityReport }) {
  return (
    <Prose>
      {report.suppressed ? (
        <p>[c] a count from 1 to 4, or a figure that such a count could be worked out from, is not shown. Noughts are shown. [z] does not apply; [x] not available.</p>
      ) : (
        <p>No count had to be left out. [z] does not apply; [x] not available.</p>
      )}
      <p>Places used are full-time places, rounded up to whole places at each site and partnership: part of a place would tell of a single pupil. A total adds up the rounded numbers.</p>
      <p>All figures are actual and of {dateWords(report.on)}: pupils who had started. Places proposed or agreed for later are not among them. PRU: pupil referral unit. AP: alternative provision.</p>
    </Prose>
  );
}
