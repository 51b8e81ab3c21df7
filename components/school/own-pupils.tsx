import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { dateWords } from '@/components/ui/date-words';
import type { CalendarDate } from '@/lib/core/calendar-date';

export interface OwnPupilShown {
  readonly id: string;
  readonly name: string;
  readonly yearGroup: number;
  readonly route: string;
  readonly where: string;
  readonly until: CalendarDate | null;
  readonly next: string;
}

interface OwnPupilsProps {
  schoolName: string;
  pupils: readonly OwnPupilShown[];
  today: CalendarDate;
  hrefOf: (id: string) => string;
}

/** The school's own pupils by name: where, until when, what is next. A pupil is own while on the school's roll (R35). */
export function OwnPupils({ schoolName, pupils, today, hrefOf }: OwnPupilsProps) {
  return (
    <>
      <h2 id="own">Pupils of {schoolName} out of school</h2>
      <DataTable
        caption="Pupils on your roll with a place outside the school, or waiting for one"
        captionHidden
        rows={pupils}
        rowKey={(pupil) => pupil.id}
        empty={<EmptyState title="Your pupils in places outside the school">None of the pupils on your roll is in a place or waits for one.</EmptyState>}
        columns={[
          { key: 'name', header: 'Pupil', rowHeader: true, cell: (pupil) => <a href={hrefOf(pupil.id)}>{pupil.name}</a> },
          { key: 'year', header: 'Year group', cell: (pupil) => `Year ${pupil.yearGroup}` },
          { key: 'where', header: 'Where', cell: (pupil) => pupil.where },
          { key: 'until', header: 'Until', cell: (pupil) => (pupil.until ? dateWords(pupil.until, today) : 'No date yet') },
          { key: 'next', header: 'Next', cell: (pupil) => pupil.next },
          { key: 'route', header: 'Route', cell: (pupil) => pupil.route },
        ]}
      />
    </>
  );
}
