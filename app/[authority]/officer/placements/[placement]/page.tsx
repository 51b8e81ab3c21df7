import { SideColumns } from '@/components/layout/columns';
import { DonePanel, isDone } from '@/components/placing/done-panel';
import { MarkerConflicts } from '@/components/placing/marker-conflicts';
import { PlacementActs } from '@/components/placing/placement-acts';
import { placementRows } from '@/components/placing/placement-rows';
import { PrepareForms } from '@/components/placing/prepare-forms';
import { PupilSide } from '@/components/placing/pupil-side';
import { UndoForm } from '@/components/placing/undo-form';
import { BackLink } from '@/components/ui/back-link';
import { weekdayDateWords } from '@/components/ui/date-words';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { Timeline } from '@/components/ui/timeline';
import { placementPage } from '@/lib/placements/queries/placement-page';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { type Asked, askedText } from '../../address';
import { noticeAgreed, parentsTold, transportBooked, undo } from './actions';

export const generateMetadata = titled('/[authority]/officer/placements/[placement]', 'Placement');

type Props = { params: Promise<{ authority: string; placement: string }>; searchParams: Promise<Asked> };

export default async function PlacementPage({ params, searchParams }: Props) {
  const { authority, placement } = await params;
  const done = askedText(await searchParams, 'done');
  const page = await openPage('/[authority]/officer/placements/[placement]', authority);
  const view = await page.read((tx) => placementPage(tx, placement));
  const { row, brief } = view;
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'placement', subjectId: row.id, pupilId: brief.pupilId });
  const officer = `/${authority}/officer`;
  const here = `${officer}/placements/${row.id}`;
  const today = page.clock.today;
  const undoForm = view.undo ? <UndoForm action={undo} authority={authority} formKey={newFormKey()} placementId={row.id} offer={view.undo} /> : null;
  const isWaiting = view.referralOpen && row.state === 'cancelled';
  return (
    <>
      <BackLink href={officer}>Pupils waiting</BackLink>
      {isDone(done) ? (
        <DonePanel done={done} isCancelled={row.state === 'cancelled'} endsEarlier={view.endsEarlier} reference={row.reference} firstName={brief.firstName} siteName={view.siteName} tellParentsBy={view.tellParentsBy} lostNotice={view.lostNotice} clockWords={view.clockWords} untilThen={view.untilThen}
          replyWords={row.reply_by ? weekdayDateWords(row.reply_by, today) : null} actions={undoForm} />
      ) : (
        <PageHeading caption={`Placement ${row.reference}`}>{brief.firstName} {brief.lastName} at {view.siteName}</PageHeading>
      )}
      <SideColumns label="Pupil" stays side={<PupilSide pupil={brief} pupilHref={`${officer}/pupils/${brief.pupilId}`} today={today} />}>
        {isDone(done) ? <h2>{brief.firstName} {brief.lastName} at {view.siteName}</h2> : undoForm}
        <p><Tag tone={view.stateTone}>{view.stateWords}</Tag>{view.next ? <> {view.next}.</> : null}</p>
        <MarkerConflicts conflicts={view.inConflict} officer={officer} here={row.id} />
        {row.concern ? <Notice kind="warning" title={`${view.siteName} has a concern`}>{row.concern}</Notice> : null}
        {isWaiting ? <p><LinkButton href={`${officer}/waiting/${row.referral_id}/place`} kind="primary">Place {brief.firstName}</LinkButton></p> : null}
        <PlacementActs acts={view.acts} here={here} />
        <SummaryList rows={placementRows({ ...view, siteHref: `${officer}/sites/${view.siteSlug}`, placementsHref: `${officer}/placements` }, today)} />
        {view.recordsStart ? (
          <PrepareForms when={view.recordsStart} tell={parentsTold} book={transportBooked} authority={authority} keys={[newFormKey(), newFormKey(), newFormKey()]} hidden={{ placementId: row.id, version: row.version }}
            today={today} transport={row.transport} tellParentsBy={view.tellParentsBy} lostNotice={view.lostNotice} agree={noticeAgreed} toldAlready={row.parents_told_at !== null} bookedAlready={row.transport_booked_on !== null} />
        ) : null}
        <h2>What happened</h2>
        <Timeline label="What happened to this placement, newest first" items={view.events} />
      </SideColumns>
    </>
  );
}
