import { QuotaBar } from '@/components/places/quota-bar';
import { type Column, DataTable } from '@/components/ui/data-table';
import { weekdayDateWords } from '@/components/ui/date-words';
import { LinkButton } from '@/components/ui/link-button';
import { StatusWord } from '@/components/ui/status-word';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { WaitingRow } from '@/lib/placements/types';
import type { ReactNode } from 'react';
import { DutyClock } from './duty-clock';
import { FlagTags } from './flag-tags';
import { yearWords } from './year-words';

interface WaitingTableProps {
  /** `/rotherham/officer`. */
  path: string;
  partnershipPath: string;
  caption: string;
  rows: readonly WaitingRow[];
  today: CalendarDate;
  empty: ReactNode;
}

/** The list of pupils waiting: when due, who, what counts, what happens next. */
export function WaitingTable({ path, partnershipPath, caption, rows, today, empty }: WaitingTableProps) {
  const columns: readonly Column<WaitingRow>[] = [
    { key: 'due', header: 'Due', cell: (row) => <Due row={row} today={today} /> },
    { key: 'pupil', header: 'Pupil', rowHeader: true, cell: (row) => <Pupil row={row} path={path} /> },
    { key: 'partnership', header: 'Partnership today', cell: (row) => <Partnership row={row} path={partnershipPath} /> },
    { key: 'flags', header: 'Flags', cell: (row) => <FlagTags flags={row.flags} /> },
    { key: 'next', header: 'Next', cell: (row) => <StatusWord tone={row.next.tone}>{row.next.words}</StatusWord> },
    { key: 'place', header: 'Place', headerHidden: true, cell: (row) => <Place row={row} path={path} /> },
  ];
  return (
    <DataTable
      caption={caption} columns={columns} rows={rows} rowKey={(row) => row.referralId} dense empty={empty}
      rowTone={(row) => (row.due === 'overdue' ? 'late' : row.due === 'due_today' ? 'due' : undefined)}
    />
  );
}

function Due({ row, today }: { row: WaitingRow; today: CalendarDate }) {
  if (row.duty.kind === 'clock') {
    return (
      <>
        {row.duty.targetWords === null ? null : <p className="fp-waiting__target">{row.duty.targetWords}</p>}
        <DutyClock duty={row.duty} today={today} small />
      </>
    );
  }
  return (
    <>
      {row.wantedFrom === null ? null : <p className="fp-waiting__wanted">Wanted from {weekdayDateWords(row.wantedFrom, today)}</p>}
      <p className="fp-waiting__quiet">{row.duty.reason}</p>
    </>
  );
}

function Pupil({ row, path }: { row: WaitingRow; path: string }) {
  return (
    <>
      <a href={`${path}/waiting/${row.referralId}`}>{row.pupilName}</a>
      <span className="fp-waiting__about">{yearWords(row.yearGroup)}, {row.schoolName ?? 'no school'}</span>
      <span className="fp-waiting__about">{row.routeWords}</span>
    </>
  );
}

function Partnership({ row, path }: { row: WaitingRow; path: string }) {
  if (row.quota === null) return <span className="fp-waiting__quiet">Outside every quota</span>;
  return (
    <>
      <span>{row.quota.name}</span>
      <QuotaBar quota={row.quota} small href={`${path}/${row.quota.slug}`} />
    </>
  );
}

function Place({ row, path }: { row: WaitingRow; path: string }) {
  if (row.next.kind === 'other_authority') return <LinkButton href={`${path}/tasks`}>Open the task<VisuallyHidden> to tell the home authority of {row.pupilName}</VisuallyHidden></LinkButton>;
  const placeHref = `${path}/waiting/${row.referralId}/place`;
  if (row.next.placementId === null) return <LinkButton href={placeHref}>Place<VisuallyHidden> {row.pupilName}</VisuallyHidden></LinkButton>;
  return (
    <>
      <LinkButton href={`${path}/placements/${row.next.placementId}`}>Open placement<VisuallyHidden> of {row.pupilName}</VisuallyHidden></LinkButton>
      {row.next.mayShare ? <a className="fp-waiting__further" href={placeHref}>Propose another share<VisuallyHidden> of the week for {row.pupilName}</VisuallyHidden></a> : null}
    </>
  );
}
