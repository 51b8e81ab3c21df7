import { type CalendarDate, londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { PLACE_KIND_WORDS, shareInWords, TRANSPORT_WORDS } from '@/lib/core/field-words';
import { dateRangeWords, dateWords, weekdayDateWords } from '@/components/ui/date-words';
import type { SummaryRow } from '@/components/ui/summary-list';

interface PlacementFacts {
  readonly row: {
    readonly place_kind: string;
    readonly share_tenths: number;
    readonly planned_first_on: CalendarDate;
    readonly planned_last_on: CalendarDate;
    readonly started_on: CalendarDate | null;
    readonly left_on: CalendarDate | null;
    readonly reply_by: CalendarDate | null;
    readonly state: string;
    readonly transport: string;
    readonly transport_booked_on: CalendarDate | null;
    readonly parents_told_at: Date | null;
    readonly admission_meeting_on: CalendarDate | null;
    readonly view_pupil: string;
    readonly view_parent: string;
    readonly why_suits: string;
    readonly late_reason: string;
    readonly less_notice_agreed: string;
    readonly where_next: string;
  };
  readonly siteName: string;
  readonly siteHref: string;
  readonly placementsHref: string;
  readonly continuesId: string | null;
  readonly continuedById: string | null;
}

/** A placement's facts: what was planned and what really happened stand apart. */
export function placementRows({ row, siteName, siteHref, placementsHref, continuesId, continuedById }: PlacementFacts, today: CalendarDate): SummaryRow[] {
  const told = row.parents_told_at;
  const transport = (TRANSPORT_WORDS[row.transport] ?? row.transport) + (row.transport_booked_on && row.transport !== 'none' ? `, booked ${dateWords(row.transport_booked_on, today)}` : '');
  const optional: readonly (readonly [string, string])[] = [
    ['Why this place suits', row.why_suits], [row.started_on === null ? 'Why it starts late' : 'Why it started late', row.late_reason], ['Less notice agreed', row.less_notice_agreed], ['Pupil\u2019s view', row.view_pupil],
    ['Parents\u2019 or carers\u2019 view', row.view_parent], ['Where next', row.where_next],
  ];
  return [
    { label: 'Site', value: <a href={siteHref}>{siteName}</a> },
    { label: 'Planned', value: dateRangeWords(row.planned_first_on, row.planned_last_on) },
    {
      label: 'Actual',
      value: row.started_on === null ? 'Not started' : row.left_on === null ? `Started ${weekdayDateWords(row.started_on)}` : `Started ${weekdayDateWords(row.started_on)}, left ${weekdayDateWords(row.left_on)}`,
    },
    { label: 'Share and kind', value: `${shareInWords(row.share_tenths)}, ${(PLACE_KIND_WORDS[row.place_kind] ?? row.place_kind).toLowerCase()}` },
    ...(row.state === 'proposed' && row.reply_by ? [{ label: 'Reply due', value: weekdayDateWords(row.reply_by, today) }] : []),
    ...(row.admission_meeting_on ? [{ label: 'Admission meeting', value: weekdayDateWords(row.admission_meeting_on, today) }] : []),
    { label: 'Parents told', value: told ? `${weekdayDateWords(londonDateOf(told), today)} at ${londonTimeOf(told)}` : 'Not recorded' },
    { label: 'Transport', value: transport },
    ...optional.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })),
    ...(continuesId ? [{ label: 'Continues', value: <a href={`${placementsHref}/${continuesId}`}>an earlier placement of the same stay</a> }] : []),
    ...(continuedById ? [{ label: 'Continued by', value: <a href={`${placementsHref}/${continuedById}`}>the next placement of the same stay</a> }] : []),
  ];
}
