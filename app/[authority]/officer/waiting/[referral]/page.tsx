import { QuotaBar } from '@/components/places/quota-bar';
import { BackLink } from '@/components/ui/back-link';
import { dateWords } from '@/components/ui/date-words';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { StatusWord } from '@/components/ui/status-word';
import { Timeline } from '@/components/ui/timeline';
import { DutyClock } from '@/components/waiting/duty-clock';
import { FlagTags } from '@/components/waiting/flag-tags';
import { InterimList } from '@/components/waiting/interim-list';
import { PlaceActions } from '@/components/waiting/place-actions';
import { NoticeList, ToldForm } from '@/components/waiting/notice-list';
import { HomeFacts, RequestFacts } from '@/components/waiting/request-facts';
import { RequestPlacements } from '@/components/waiting/request-placements';
import { yearWords } from '@/components/waiting/year-words';
import { waitingPupil } from '@/lib/placements/queries/waiting-pupil';
import { unknownDistrictWords } from '@/lib/pupils/rules/home-point';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { tellAsOfficer } from '../../exclusions/actions';

export const generateMetadata = titled('/[authority]/officer/waiting/[referral]', 'Waiting pupil');

type Props = { params: Promise<{ authority: string; referral: string }> };

const EXCLUSION_STATES = { recorded: 'Recorded, the governing board has not decided', upheld: 'Upheld', reinstated: 'Reinstated', cancelled: 'Cancelled' } as const;

/** All that decides what is done about a waiting pupil, and the acts. */
export default async function WaitingPupilPage({ params }: Props) {
  const { authority, referral: id } = await params;
  const page = await openPage('/[authority]/officer/waiting/[referral]', authority);
  const view = await page.read((tx) => waitingPupil(tx, id));
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'referral', subjectId: view.referral.id, pupilId: view.pupil.id });
  const { referral, row, pupil, exclusion } = view;
  const officer = `/${page.authority.slug}/officer`;
  const here = `${officer}/waiting/${referral.id}`;
  const { today } = page.clock;
  const isOurs = row.next.kind !== 'other_authority';
  return (
    <>
      <BackLink href={officer}>Pupils waiting</BackLink>
      <PageHeading
        caption={`${row.routeWords}, ${referral.reference}`}
        lead={`${yearWords(pupil.year_group)}, ${row.schoolName ?? 'no school'}, born ${dateWords(pupil.born_on)}`}
        actions={view.isOpen && isOurs ? <PlaceActions next={row.next} firstName={pupil.first_name} placeHref={`${here}/place`} placements={`${officer}/placements`} /> : null}
      >
        {row.pupilName}
      </PageHeading>
      {row.flags.length === 0 ? null : <FlagTags flags={row.flags} />}
      {view.isOpen ? <p className="fp-waiting__next"><strong>Next:</strong> <StatusWord tone={row.next.tone}>{row.next.words}</StatusWord></p> : (
        <Notice title={referral.state === 'met' ? 'Full-time education has started' : `This request is closed${referral.closed_on ? ` since ${dateWords(referral.closed_on)}` : ''}`}>
          {referral.closed_reason ? <p>{referral.closed_reason}</p> : null}
        </Notice>
      )}
      <DutyClock duty={row.duty} today={today} />
      {row.duty.kind === 'clock' && row.duty.targetWords !== null ? <p><strong>{row.duty.targetWords}</strong></p> : null}
      <div className="fp-actions fp-waiting__acts">
        {view.isOpen && exclusion ? <LinkButton href={`${here}/talk`}>Talking with school</LinkButton> : null}
        {referral.state === 'closed' || !isOurs ? null : <LinkButton href={`${here}/interim`}>Interim education</LinkButton>}
        {view.isOpen && isOurs ? <LinkButton href={`${here}/no-place`}>No place found</LinkButton> : null}
        {exclusion && (exclusion.state === 'recorded' || exclusion.state === 'upheld') ? <LinkButton href={`${here}/decision`}>Decision</LinkButton> : null}
        <LinkButton href={`${officer}/pupils/${pupil.id}/correct${exclusion ? `?exclusion=${exclusion.id}` : ''}`}>Correct details</LinkButton>
        <LinkButton href={`${officer}/pupils/${pupil.id}`}>Pupil&rsquo;s record</LinkButton>
      </div>
      <h2>What was asked</h2>
      <RequestFacts
        routeWords={row.routeWords} reference={referral.reference} receivedOn={referral.received_on} wantedFrom={referral.wanted_from} wantedTo={referral.wanted_to}
        shareTenths={referral.wanted_share_tenths} askedFor={referral.asked_for} noPlaceNote={referral.no_place_note} nextAction={referral.next_action}
        exclusion={exclusion && {
          reference: exclusion.reference, excludedOn: exclusion.excluded_on, excludedAt: exclusion.excluded_at_time, decidedBy: exclusion.decided_by,
          school: exclusion.establishment_name ?? exclusion.elsewhere_school ?? '', stateWords: EXCLUSION_STATES[exclusion.state], reasons: view.reasons,
        }}
      />
      <h2>Family and needs</h2>
      <HomeFacts
        homeRemark={pupil.home_easting === null ? unknownDistrictWords(pupil.home_postcode) : null}
        contacts={pupil.contacts} address={[pupil.home_address, pupil.home_postcode].filter(Boolean).join(', ')} language={pupil.language} needsInterpreter={pupil.needs_interpreter}
        socialWorker={pupil.has_social_worker ? pupil.social_worker_contact : null} needs={view.needs} senWords={view.senWords} upn={pupil.upn}
        subjectsAndExams={pupil.subjects_and_exams} medical={pupil.medical} markers={view.markers}
      />
      <h2>Proposals so far</h2>
      <RequestPlacements path={`${officer}/placements`} placements={view.placements} />
      {row.quota === null ? <p>No quota carries this place: the authority holds the pupil.</p> : <><h2>{row.quota.name} today</h2><QuotaBar quota={row.quota} /></>}
      <h2>Interim education</h2>
      <InterimList interim={view.interim} />
      {exclusion === null || view.notices.length === 0 ? null : (
        <section className="fp-part" aria-labelledby="who-is-told">
          <h2 id="who-is-told">{exclusion.state === 'cancelled' ? 'Who must be told of the cancellation' : 'Who must be told of the exclusion'}</h2>
          <NoticeList notices={view.notices} today={today} />
          <ToldForm action={tellAsOfficer} authority={authority} formKey={newFormKey()} exclusionId={exclusion.id} notices={view.notices} today={today} />
        </section>
      )}
      <h2>What happened</h2>
      {view.history.length === 0 ? <p>Nothing is recorded since the request.</p> : (
        <Timeline label="What happened, newest first" items={view.history.map((one) => ({ id: one.id, on: one.on, title: one.title, detail: one.detail || undefined, by: one.by ?? undefined }))} />
      )}
    </>
  );
}
