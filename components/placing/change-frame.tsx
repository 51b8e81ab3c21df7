import type { ReactNode } from 'react';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { PLACE_KIND_WORDS, shareInWords } from '@/lib/core/field-words';
import { SideColumns } from '@/components/layout/columns';
import { OccupancyStrip } from '@/components/places/occupancy-strip';
import type { OccupancyWeek } from '@/components/places/occupancy-view';
import { BackLink } from '@/components/ui/back-link';
import { dateRangeWords, dateWords } from '@/components/ui/date-words';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import type { PupilBrief } from '@/lib/placements/types';
import { Effects, type EffectFacts } from './effects';
import { PupilSide } from './pupil-side';

export interface ChangeFacts {
  readonly effects: readonly EffectFacts[];
  readonly stopped: { readonly message: string; readonly details: readonly string[] } | null;
  readonly weeks: readonly OccupancyWeek[];
}

interface ChangeFrameProps {
  title: string;
  placement: {
    readonly row: {
      readonly reference: string; readonly share_tenths: number; readonly place_kind: string; readonly planned_first_on: CalendarDate; readonly planned_last_on: CalendarDate;
      readonly started_on: CalendarDate | null; readonly left_on: CalendarDate | null;
    };
    readonly site: { readonly name: string };
    readonly stateWords: string;
    readonly brief: PupilBrief & { readonly pupilId: string };
  };
  /** Why the state does not allow it; null when it does. */
  refused: string | null;
  problems: readonly { readonly field: string | null; readonly message: string }[];
  /** Address of the authority: "/rotherham". */
  base: string;
  placementHref: string;
  today: CalendarDate;
  /** The form that asks for the change, kept in the address. */
  ask?: ReactNode;
  /** What it changes; null before anything valid was asked. */
  change: ChangeFacts | null;
  /** "Places at The Rowan Centre": none when the site's room does not matter. */
  stripTitle?: string;
  /** The form that confirms. */
  children?: ReactNode;
}

function Changes({ change, stripTitle, today, base }: Pick<ChangeFrameProps, 'stripTitle' | 'today' | 'base'> & { change: ChangeFacts }) {
  return (
    <>
      <h2>What this changes</h2>
      {change.stopped ? (
        <Notice kind="error" title={change.stopped.message}>
          {change.stopped.details.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      ) : null}
      <Effects effects={change.effects} today={today} base={base} />
      {stripTitle && change.weeks.length > 0 ? (
        <>
          <h3>{stripTitle}</h3>
          <OccupancyStrip name={stripTitle} weeks={change.weeks} today={today} />
        </>
      ) : null}
    </>
  );
}

/** Every page that changes a placement: what stands, what is asked, what it changes, confirm. */
export function ChangeFrame({ title, placement, refused, problems, base, placementHref, today, ask, change, stripTitle, children }: ChangeFrameProps) {
  const { row, site, brief } = placement;
  return (
    <>
      <BackLink href={placementHref}>Placement</BackLink>
      <ErrorSummary errors={problems.map((one) => ({ field: one.field ?? undefined, message: one.message }))} />
      <PageHeading caption={`${brief.firstName} ${brief.lastName}, placement ${row.reference}`}>{title}</PageHeading>
      <SideColumns label="Pupil" stays side={<PupilSide pupil={brief} pupilHref={`${base}/officer/pupils/${brief.pupilId}`} today={today} />}>
        <SummaryList
          rows={[
            { label: 'Now', value: `${placement.stateWords} at ${site.name}` },
            { label: 'Planned', value: dateRangeWords(row.planned_first_on, row.planned_last_on) },
            ...(row.started_on ? [{ label: 'Started on', value: dateWords(row.started_on, today) }] : []),
            ...(row.left_on ? [{ label: 'Left on', value: dateWords(row.left_on, today) }] : []),
            { label: 'Share and kind', value: `${shareInWords(row.share_tenths)}, ${(PLACE_KIND_WORDS[row.place_kind] ?? row.place_kind).toLowerCase()}` },
          ]}
        />
        {refused ? (
          <Notice kind="warning" title={refused} action={<a href={placementHref}>Back to the placement</a>} />
        ) : (
          <>
            {ask}
            {change ? <Changes change={change} stripTitle={stripTitle} today={today} base={base} /> : null}
            {change && !change.stopped ? children : null}
          </>
        )}
      </SideColumns>
    </>
  );
}
