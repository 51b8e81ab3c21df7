import { headers } from 'next/headers';
import { PrintNote } from '@/components/ui/print-note';
import { type CalendarDate, londonTimeOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';

interface ReportPrintNoteProps {
  /** The page's address below the host: `/rotherham/board`. */
  path: string;
  clock: { readonly today: CalendarDate; readonly now: Date };
  source: string;
}

/** The last line of a printed report: its address, when it was made and what it rests on. */
export async function ReportPrintNote({ path, clock, source }: ReportPrintNoteProps) {
  const host = (await headers()).get('host') ?? '';
  return <PrintNote address={`${host}${path}`} madeAt={`${dateInWords(clock.today)} at ${londonTimeOf(clock.now)}`} source={source} />;
}
