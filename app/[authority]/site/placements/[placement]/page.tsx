import { z } from 'zod';
import { SitePlacementActs } from '@/components/site/placement-acts';
import { BackLink } from '@/components/ui/back-link';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';
import { PLACE_KIND_WORDS, shareInWords, TRANSPORT_WORDS } from '@/lib/core/field-words';
import { senProvisionInWords, senTypeName } from '@/lib/pupils/rules/sen-types';
import { stateInWords } from '@/lib/placements/rules/states';
import { sitePlacement } from '@/lib/placements/queries/site-placement';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import * as actions from '../../actions';

export const generateMetadata = titled('/[authority]/site/placements/[placement]', 'Placement');

type Props = { params: Promise<{ authority: string; placement: string }> };

export default async function SitePlacementPage({ params }: Props) {
  const { authority, placement } = await params;
  const page = await openPage('/[authority]/site/placements/[placement]', authority);
  const id = z.uuid().safeParse(placement);
  if (!id.success) pageNotFound();
  const { row, follows, goesOnHere, pupil, family, site, acts, askedFor, schoolName, markers, inConflict, recordsStart, tellParentsBy, toldLate } = await page.read((tx) => sitePlacement(tx, id.data));
  await recordOpening(page.caller, { act: 'placement.opened', subjectKind: 'placement', subjectId: row.id, pupilId: pupil.id });
  return (
    <>
      <BackLink href={`/${authority}/site/${site.slug}`}>{site.name}</BackLink>
      <PageHeading caption={`${row.reference} · ${stateInWords(row.state)}`} lead={`Year ${pupil.year_group}, ${schoolName ?? 'held by the authority'}`}>{pupil.first_name} {pupil.last_name}</PageHeading>
      {follows === null ? null : <Notice title={`Follows the answer to ${follows.reference}`}>This is another share of the week, from a later day. It is answered with <a href={`/${authority}/site/placements/${follows.id}`}>{follows.reference}</a>.</Notice>}
      {inConflict.map(({ what, days, reason }) => (
        <Notice key={`${what} ${days} ${reason}`} kind="error" title={what}>
          <p>{days}. Reason: {reason}</p>
          <p>
            The officers have a task about it.{' '}
            {acts.includes('accept') ? 'Until it is settled the place cannot be accepted: raise a concern, or ring the placement officer.' : 'Ring the placement officer about what to do until it is settled.'}
          </p>
        </Notice>
      ))}
      {markers.map((marker) => <Notice key={marker} kind="warning" title={marker} />)}
      {row.concern ? <Notice kind="warning" title="Concern raised">{row.concern}</Notice> : null}
      <SummaryList
        rows={[
          { label: 'Place', value: `${PLACE_KIND_WORDS[row.place_kind]}, ${shareInWords(row.share_tenths).toLowerCase()}` },
          { label: 'Planned', value: `${weekdayDateInWords(row.planned_first_on)} to ${weekdayDateInWords(row.planned_last_on)}` },
          ...(row.started_on ? [{ label: 'Started on', value: weekdayDateInWords(row.started_on) }] : []),
          ...(row.left_on ? [{ label: 'Left on', value: `${weekdayDateInWords(row.left_on)}. Where next: ${row.where_next}` }] : []),
          { label: 'Born', value: dateInWords(pupil.born_on) },
          { label: 'Needs', value: pupil.needs.map(senTypeName).join(', ') || 'None recorded' },
          { label: 'SEN or EHC plan', value: senProvisionInWords(pupil.sen_provision) },
          { label: 'Looked after', value: pupil.isLookedAfter ? 'Yes' : 'No' },
          { label: 'Social worker', value: pupil.has_social_worker ? 'Yes' : 'No' },
          { label: 'What the school asked', value: askedFor || 'Nothing was said' },
          { label: 'Why this place suits', value: row.why_suits || 'Nothing was said' },
          { label: 'View of the pupil', value: row.view_pupil || 'Not recorded' },
          { label: 'View of the parent', value: row.view_parent || 'Not recorded' },
          { label: 'Language', value: `${pupil.language}${pupil.needs_interpreter ? ', an interpreter is needed' : ''}` },
          { label: 'Medical', value: pupil.medical || 'Nothing recorded' },
          ...(family === null ? [] : [
            { label: 'Home', value: family.address || 'No address recorded' },
            {
              label: 'Contacts', value: family.contacts.length === 0 ? 'None recorded' : family.contacts.map((one) => (
                <p key={`${one.name} ${one.phone}`}>{[`${one.name}${one.relationship ? `, ${one.relationship.toLowerCase()}` : ''}`, one.email].filter(Boolean).join(', ')}{one.phone ? <> <a href={`tel:${one.phone.replace(/\s+/g, '')}`}>{one.phone}</a></> : null}</p>
              )),
            },
          ]),
          ...(family === null && recordsStart === 'before' ? [{ label: 'Home and contacts', value: 'Shown from the day the place is accepted' }] : []),
          ...(goesOnHere ? [] : [{ label: 'Parents told', value: row.parents_told_at ? `${weekdayDateInWords(londonDateOf(row.parents_told_at))} at ${londonTimeOf(row.parents_told_at)}` : `Not recorded: ${recordsStart === 'before' ? 'due' : 'was due'} by ${tellParentsBy}` }]),
          { label: 'Transport', value: `${TRANSPORT_WORDS[row.transport]}${row.transport === 'none' ? '' : row.transport_booked_on ? `, booked on ${dateInWords(row.transport_booked_on)}` : ', not booked yet'}` },
        ]}
      />
      <SitePlacementActs
        authority={authority}
        acts={acts}
        today={page.clock.today}
        hidden={{ placementId: row.id, version: row.version }}
        keys={Array.from({ length: 7 }, () => newFormKey())}
        transport={row.transport}
        plannedFirstOn={row.planned_first_on}
        goesOnHere={goesOnHere}
        start={recordsStart ? { when: recordsStart, tellParentsBy, toldLate } : null}
        actions={actions}
      />
    </>
  );
}
