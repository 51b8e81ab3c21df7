import { IdentityBar } from '@/components/placing/identity-bar';
import { MarkerConflicts } from '@/components/placing/marker-conflicts';
import { PupilMarkers } from '@/components/placing/pupil-markers';
import { PupilClocks, PupilOpenings, PupilPlacements } from '@/components/placing/pupil-sections';
import { PlaceActions } from '@/components/waiting/place-actions';
import { weekdayDateWords } from '@/components/ui/date-words';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { TabsAsLinks } from '@/components/ui/tabs-as-links';
import { Timeline } from '@/components/ui/timeline';
import { pupilRecord } from '@/lib/placements/queries/pupil-record';
import { unknownDistrictWords } from '@/lib/pupils/rules/home-point';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { type Asked, askedText } from '../../address';

export const generateMetadata = titled('/[authority]/officer/pupils/[pupil]', 'Pupil');

type Props = { params: Promise<{ authority: string; pupil: string }>; searchParams: Promise<Asked> };

const SHOWN = [['', 'Everything'], ['exclusion', 'Exclusions'], ['request', 'Requests'], ['placement', 'Placements'], ['interim', 'Interim education']] as const;

export default async function PupilPage({ params, searchParams }: Props) {
  const { authority, pupil: id } = await params;
  const asked = await searchParams;
  const page = await openPage('/[authority]/officer/pupils/[pupil]', authority);
  const view = await page.read((tx) => pupilRecord(tx, id));
  const { pupil } = view;
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'pupil', subjectId: pupil.id, pupilId: pupil.id });
  const officer = `/${authority}/officer`;
  const here = `${officer}/pupils/${pupil.id}`;
  const today = page.clock.today;
  const show = SHOWN.find(([kind]) => kind === askedText(asked, 'show'))?.[0] ?? '';
  const shown = view.timeline.filter((one) => show === '' || one.kind === show);
  const homeRemark = pupil.home_easting === null ? unknownDistrictWords(pupil.home_postcode) : null;
  const about = [
    { label: 'Needs', value: view.needs.join('; ') || 'None recorded' },
    { label: 'Home', value: [pupil.home_address, pupil.home_postcode].filter(Boolean).join(', ') || 'Not recorded' },
    ...(homeRemark === null ? [] : [{ label: 'Distance to sites', value: `${homeRemark}.` }]),
    { label: 'Language', value: pupil.needs_interpreter ? `${pupil.language}, interpreter needed` : pupil.language },
    ...(pupil.has_social_worker ? [{ label: 'Social worker', value: pupil.social_worker_contact || 'Yes; contact not recorded' }] : []),
    ...(pupil.subjects_and_exams ? [{ label: 'Subjects and exams', value: pupil.subjects_and_exams }] : []),
    ...(pupil.medical ? [{ label: 'Medical', value: pupil.medical }] : []),
    ...pupil.contacts.map((one) => ({ label: one.relationship || 'Contact', value: [one.name, one.phone, one.email].filter(Boolean).join(', ') })),
  ];
  return (
    <>
      <IdentityBar name={`${pupil.first_name} ${pupil.last_name}`} reference={pupil.reference} upn={pupil.upn} bornOn={pupil.born_on} yearGroup={view.yearGroup} school={view.school}
        flags={view.flags} today={today} />
      {askedText(asked, 'done') === 'marker' ? <Notice kind="success" title="Marker added" /> : null}
      {askedText(asked, 'done') === 'corrected' ? <Notice kind="success" title="Details corrected"><p>What stood before is in the timeline, with the reason.</p></Notice> : null}
      {askedText(asked, 'done') === 'marker-ended' ? <Notice kind="success" title="Marker ended" /> : null}
      <MarkerConflicts conflicts={view.inConflict} officer={officer} />
      <h2>Now</h2>
      <SummaryList rows={[
        { label: 'Where', value: <strong>{view.where}</strong> },
        ...(view.until ? [{ label: 'Until', value: weekdayDateWords(view.until, today) }] : []),
        { label: 'Next', value: view.next },
      ]} />
      {view.openReferral ? (
        <div className="fp-actions fp-after-list">
          <PlaceActions next={view.openReferral} firstName={pupil.first_name} placeHref={`${officer}/waiting/${view.openReferral.id}/place`} placements={`${officer}/placements`} />{' '}
          <a href={`${officer}/waiting/${view.openReferral.id}`}>Open the request {view.openReferral.reference}</a>
        </div>
      ) : null}
      <PupilClocks requests={view.requests} today={today} />
      <section className="fp-part" aria-labelledby="timeline">
        <h2 id="timeline">Timeline</h2>
        <TabsAsLinks label="Show" items={SHOWN.map(([kind, text]) => ({
          text, href: kind === '' ? `${here}#timeline` : `${here}?show=${kind}#timeline`, current: kind === show,
          count: view.timeline.filter((one) => kind === '' || one.kind === kind).length,
        }))} />
        {shown.length === 0 ? <p>Nothing of this kind has been recorded.</p> : null}
        <Timeline label="What happened, newest first" items={shown.map((one) => ({
          ...one, title: one.placementId ? <a href={`${officer}/placements/${one.placementId}`}>{one.title}</a> : one.title,
        }))} />
      </section>
      <PupilPlacements placements={view.placements} officer={officer} />
      <h2>About {pupil.first_name}</h2>
      <SummaryList rows={about} />
      <p className="fp-after-list"><a href={`${here}/correct`}>Correct details</a></p>
      <PupilMarkers markers={view.markers} officer={officer} pupilId={pupil.id} today={today} />
      <PupilOpenings openings={view.openings} />
    </>
  );
}
