import type { CalendarDate } from '@/lib/core/calendar-date';
import { TRANSPORT_WORDS } from '@/lib/core/field-words';
import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormSelect, FormTextArea, FormTime } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';

interface SitePlacementActsProps {
  authority: string;
  /** Acts that the state allows. */
  acts: readonly string[];
  today: CalendarDate;
  hidden: Readonly<Record<string, string | number>>;
  /** One fresh key a form. */
  keys: readonly string[];
  transport: string;
  plannedFirstOn: CalendarDate;
  /** The pupil is here already: only the new share begins, and nothing is prepared. */
  goesOnHere: boolean;
  /** What is recorded of the start, with the latest moment for telling the parents (R21); null when nothing can be. */
  start: { readonly when: 'before' | 'after'; readonly tellParentsBy: string; readonly toldLate: boolean } | null;
  actions: Readonly<Record<'accept' | 'raiseAConcern' | 'told' | 'transport' | 'start' | 'notArrived' | 'leave', FormActionFunction>>;
}

/** What the site can do now, each act a form of its own; the likeliest stands open. */
export function SitePlacementActs({ authority, acts, today, hidden, keys, transport, plannedFirstOn, goesOnHere, start, actions }: SitePlacementActsProps) {
  const form = (index: number) => ({ authority, hidden, formKey: keys[index] ?? '' });
  const transportChoices = Object.entries(TRANSPORT_WORDS).map(([value, text]) => ({ value, text }));
  return (
    <section className="fp-part" aria-labelledby="acts">
      <h2 id="acts">What to do</h2>
      {acts.includes('accept') ? (
        <ActionForm fold={{ summary: 'Accept', open: true }} {...form(0)} action={actions.accept} submit="Accept the pupil">
          <FormDate name="admissionMeetingOn" label="Admission meeting" optional />
        </ActionForm>
      ) : null}
      {acts.includes('raise_concern') ? (
        <ActionForm fold={{ summary: 'Raise a concern' }} {...form(1)} action={actions.raiseAConcern} submit="Raise the concern" submitKind="secondary">
          <FormTextArea name="concern" label="What the concern is and what would settle it" rows={3} />
        </ActionForm>
      ) : null}
      {acts.includes('start') ? (
        <ActionForm fold={{ summary: goesOnHere ? 'New share begun' : 'Started', open: plannedFirstOn <= today }} {...form(2)} action={actions.start} submit="Record the start">
          <FormDate name="startedOn" label={goesOnHere ? 'First day of the new share' : 'Date started'} defaultValue={datePartsOf(plannedFirstOn <= today ? plannedFirstOn : today)} />
        </ActionForm>
      ) : null}
      {acts.includes('record_not_arrived') && plannedFirstOn <= today ? (
        <ActionForm fold={{ summary: 'Did not arrive' }} {...form(3)} action={actions.notArrived} submit="Record that the pupil did not arrive" submitKind="secondary">
          <FormDate name="expectedOn" label="Day the pupil was expected" defaultValue={datePartsOf(plannedFirstOn)} />
        </ActionForm>
      ) : null}
      {start ? (
        <>
          <ActionForm fold={{ summary: 'Parents told' }} {...form(4)} action={actions.told} submit="Record that parents were told" submitKind="secondary">
            <p>
              {start.when === 'before' ? 'Parents are told by' : 'Parents were to be told by'} <strong>{start.tellParentsBy}</strong>, 48 hours before the start.
              {start.toldLate && start.when === 'before' ? ' That time has passed: tell them without delay and record when. The placement officer records an agreement to less notice.' : ''}
            </p>
            <FormDate name="toldOn" label="Date parents were told" hint="Start date, times, address and contact" defaultValue={datePartsOf(today)} />
            <FormTime name="toldAt" label="Time they were told" hint="For example, 10:15" />
          </ActionForm>
          <ActionForm fold={{ summary: 'Transport booked' }} {...form(5)} action={actions.transport} submit="Record the transport" submitKind="secondary">
            <FormSelect name="transport" label="Transport" options={transportChoices} defaultValue={transport} />
            <FormDate name="bookedOn" label="Date booked" defaultValue={datePartsOf(today)} />
          </ActionForm>
        </>
      ) : null}
      {acts.includes('leave') ? (
        <ActionForm fold={{ summary: 'Left' }} {...form(6)} action={actions.leave} submit="Record that the pupil left" submitKind="secondary">
          <FormDate name="leftOn" label="Last day" defaultValue={datePartsOf(today)} />
          <FormTextArea name="whereNext" label="Where next" rows={2} hint="The school, college or other place the pupil goes to" />
        </ActionForm>
      ) : null}
      {acts.length === 0 ? <p>This placement is over. Nothing is left to do here.</p> : null}
    </section>
  );
}
