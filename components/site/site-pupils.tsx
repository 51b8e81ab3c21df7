import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords, weekdayDayAndMonth } from '@/lib/core/date-words';
import { PLACE_KIND_WORDS, shareInWords, TRANSPORT_WORDS } from '@/lib/core/field-words';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';

/** What a site's lists show of a pupil. */
export interface SitePupilView {
  readonly id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly year_group: number;
  readonly state: string;
  readonly first_on: CalendarDate;
  readonly last_on: CalendarDate;
  readonly reply_by: CalendarDate | null;
  readonly share_tenths: number;
  readonly school_name: string | null;
  readonly transport: string;
  readonly transport_booked_on: CalendarDate | null;
  readonly parents_told: boolean;
  readonly place_kind: string;
  /** Another share begins, which goes on from a share at this site. */
  readonly goes_on_here: boolean;
  /** The pupil has started there with the share before. */
  readonly is_here: boolean;
}

interface SitePupilsProps {
  slug: string;
  caption: string;
  kind: 'answer' | 'arriving' | 'here';
  pupils: readonly SitePupilView[];
  today: CalendarDate;
  empty: string;
}

function replyTag(pupil: SitePupilView, today: CalendarDate) {
  if (pupil.state === 'concern') return <Tag tone="due">Concern raised</Tag>;
  if (pupil.reply_by === null) return <Tag tone="due">Reply wanted</Tag>;
  if (pupil.reply_by < today) return <Tag tone="late">{`Reply was due ${weekdayDayAndMonth(pupil.reply_by)}`}</Tag>;
  return <Tag tone={pupil.reply_by === today ? 'due' : 'fine'}>{pupil.reply_by === today ? 'Reply due today' : `Reply by ${weekdayDayAndMonth(pupil.reply_by)}`}</Tag>;
}

function arrivalTag(pupil: SitePupilView, today: CalendarDate) {
  if (pupil.goes_on_here) return <Tag tone={pupil.first_on <= today ? 'due' : 'fine'}>{`${shareInWords(pupil.share_tenths)} from ${weekdayDayAndMonth(pupil.first_on)}`}</Tag>;
  if (pupil.state === 'not_arrived') return <Tag tone="late">Did not arrive</Tag>;
  if (pupil.first_on < today) return <Tag tone="late">{`Was to start ${weekdayDayAndMonth(pupil.first_on)}`}</Tag>;
  return pupil.first_on === today ? <Tag tone="due">Starts today</Tag> : <Tag tone="fine">{`Starts ${weekdayDayAndMonth(pupil.first_on)}`}</Tag>;
}

function preparation(pupil: SitePupilView): string {
  if (pupil.goes_on_here) return pupil.is_here ? 'Here already: another share of the week' : 'Then another share of the week';
  const parents = pupil.parents_told ? 'Parents told' : 'Parents not told yet';
  if (pupil.transport === 'none') return `${parents}, no transport needed`;
  return `${parents}, ${(TRANSPORT_WORDS[pupil.transport] ?? '').toLowerCase()} ${pupil.transport_booked_on ? 'booked' : 'not booked yet'}`;
}

/** Pupils of a site with what is to do for each; the name opens the placement. */
export function SitePupils({ slug, caption, kind, pupils, today, empty }: SitePupilsProps) {
  const name: Column<SitePupilView> = {
    key: 'name', header: 'Pupil', rowHeader: true,
    cell: (pupil) => <a href={`/${slug}/site/placements/${pupil.id}`}>{pupil.first_name} {pupil.last_name}</a>,
  };
  const about: Column<SitePupilView> = { key: 'about', header: 'Year and school', cell: (pupil) => `Year ${pupil.year_group}, ${pupil.school_name ?? 'held by the authority'}` };
  const place: Column<SitePupilView> = { key: 'place', header: 'Place', cell: (pupil) => `${PLACE_KIND_WORDS[pupil.place_kind] ?? ''}, ${shareInWords(pupil.share_tenths).toLowerCase()}` };
  const columns: Column<SitePupilView>[] = kind === 'answer'
    ? [name, about, place, { key: 'from', header: 'From', cell: (pupil) => dateInWords(pupil.first_on) }, { key: 'reply', header: 'Reply', cell: (pupil) => replyTag(pupil, today) }]
    : kind === 'arriving'
      ? [name, about, { key: 'starts', header: 'Starts', cell: (pupil) => arrivalTag(pupil, today) }, { key: 'ready', header: 'Prepared', cell: preparation }]
      : [name, about, place, { key: 'since', header: 'Here since', cell: (pupil) => dateInWords(pupil.first_on) }, { key: 'until', header: 'Planned to', cell: (pupil) => dateInWords(pupil.last_on) }];
  return <DataTable caption={caption} columns={columns} rows={pupils} rowKey={(pupil) => pupil.id} dense empty={<p>{empty}</p>} />;
}
