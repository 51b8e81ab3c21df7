import type { ReactNode } from 'react';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { DataTable } from '@/components/ui/data-table';
import { dateWords, weekdayDateWords } from '@/components/ui/date-words';

interface Found {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly bornOn: CalendarDate;
  readonly yearGroup: string;
  readonly school: string;
  readonly where: string;
  readonly until: CalendarDate | null;
  readonly next: string;
  readonly referralId: string | null;
}

/** Pupils found, each with where they are and what is next. */
export function FoundTable({ pupils, officer, today, empty }: { pupils: readonly Found[]; officer: string; today: CalendarDate; empty: ReactNode }) {
  return (
    <DataTable
      caption="Pupils found"
      captionHidden
      rows={pupils}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: 'pupil', header: 'Pupil', rowHeader: true,
          cell: (row) => (
            <>
              <a href={`${officer}/pupils/${row.id}`}>{row.name}</a>
              <span className="fp-option__specialism">
                {row.yearGroup}, born {dateWords(row.bornOn)}, {row.reference}
              </span>
            </>
          ),
        },
        { key: 'school', header: 'School', cell: (row) => row.school },
        { key: 'now', header: 'Now', cell: (row) => `${row.where}${row.until ? `, until ${weekdayDateWords(row.until, today)}` : ''}` },
        { key: 'next', header: 'Next', cell: (row) => row.next },
        {
          key: 'place', header: 'Place', headerHidden: true,
          cell: (row) => (row.referralId ? <a href={`${officer}/waiting/${row.referralId}/place`}>Place<span className="fp-hidden"> {row.name}</span></a> : null),
        },
      ]}
    />
  );
}
