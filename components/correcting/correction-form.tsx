import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { AskedTick } from '@/components/forms/asked-tick';
import { FormCheckboxes, FormDate, FormRadios, FormSelect, FormText, FormTextArea, FormTime } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import { type EntryChoice, type EntryPupil, POSTCODE_HINT, YEAR_CHOICES } from '@/components/waiting/entry-choices';
import { SupportFields } from '@/components/waiting/pupil-fields';
import { YearQuestion } from '@/components/waiting/year-question';
import type { CalendarDate } from '@/lib/core/calendar-date';

interface CorrectedPupil extends EntryPupil {
  readonly born_on: CalendarDate;
  readonly previously_looked_after: boolean;
}

interface CorrectedExclusion {
  readonly id: string;
  readonly version: number;
  readonly excluded_on: CalendarDate;
  readonly excluded_at_time: string | null;
  readonly after_afternoon_began: boolean;
  readonly decided_by: string;
  readonly reasons: readonly string[];
  readonly home_authority_code: string;
  readonly no_exam_left: boolean;
}

interface CorrectionFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  cancelHref: string;
  pupil: CorrectedPupil;
  exclusion: CorrectedExclusion | null;
  authorities: readonly EntryChoice[];
  reasons: readonly EntryChoice[];
  needs: readonly EntryChoice[];
}

const MOST_CONTACTS = 4;

/** Everything as it was recorded, to be put right, with the reason; what follows is asked before it is saved. */
export function CorrectionForm({ action, authority, formKey, cancelHref, pupil, exclusion, authorities, reasons, needs }: CorrectionFormProps) {
  return (
    <ActionForm
      action={action} authority={authority} formKey={formKey} submit="Save the correction" beside={<a href={cancelHref}>Cancel</a>}
      hidden={{ pupilId: pupil.id, pupilVersion: pupil.version, ...(exclusion ? { exclusionId: exclusion.id, exclusionVersion: exclusion.version } : {}) }}
    >
      <AskedTick name="effectsChecked" label="Check what this changes" yes="Yes, change this too" />
      {exclusion ? <ExclusionPart exclusion={exclusion} reasons={reasons} /> : null}
      <section>
        <h2>The pupil</h2>
        <FormText name="firstName" label="First name" defaultValue={pupil.first_name} autoComplete="off" />
        <FormText name="lastName" label="Last name" defaultValue={pupil.last_name} autoComplete="off" />
        <FormDate name="bornOn" label="Birth date" defaultValue={datePartsOf(pupil.born_on)} />
        <FormRadios name="sex" label="Sex on the school's record" defaultValue={pupil.sex} options={[{ value: 'F', text: 'Female' }, { value: 'M', text: 'Male' }]} inline />
        <FormText name="upn" label="UPN" defaultValue={pupil.upn ?? ''} optional width={20} autoComplete="off" spellCheck={false} />
        <FormSelect name="yearGroup" label="Year group now" options={YEAR_CHOICES} emptyText="Choose" defaultValue={String(pupil.year_group)} />
        <YearQuestion note={pupil.year_group_note} />
      </section>
      <HomePart pupil={pupil} homeAuthority={exclusion?.home_authority_code ?? pupil.home_authority_code} isOfExclusion={exclusion !== null} authorities={authorities} />
      <SupportFields pupil={pupil} authorities={authorities} needs={needs}>
        <FormCheckboxes name="previouslyLookedAfter" label="Earlier care" options={[{ value: 'yes', text: 'Previously looked after' }]} defaultValue={pupil.previously_looked_after ? ['yes'] : []} />
      </SupportFields>
      <FormTextArea name="correctionReason" label="Why this is corrected" hint="What was wrong, and how you know: it is kept with the correction" rows={2} />
    </ActionForm>
  );
}

function ExclusionPart({ exclusion, reasons }: { exclusion: CorrectedExclusion; reasons: readonly EntryChoice[] }) {
  const [main = '', second = '', third = ''] = exclusion.reasons;
  return (
    <section>
      <h2>The exclusion</h2>
      <FormDate name="excludedOn" label="Date of the exclusion" hint="The clock is counted again from this date" defaultValue={datePartsOf(exclusion.excluded_on)} />
      <AskedTick name="dayChecked" label="Is the date right?" yes="Yes, I have checked: the head decided on this day" />
      <FormTime
        name="excludedAt" label="Time of the exclusion" defaultValue={exclusion.excluded_at_time ?? ''} optional={exclusion.excluded_at_time === null}
        hint={exclusion.excluded_at_time === null ? 'It is on record without a time, so no clock runs. Leave it empty if nobody knows it' : undefined}
      />
      <FormRadios
        name="afternoonBegan" label="Had the afternoon session begun?" inline defaultValue={exclusion.after_afternoon_began ? 'yes' : 'no'}
        options={[{ value: 'no', text: 'No' }, { value: 'yes', text: 'Yes' }]}
      />
      <AskedTick name="timeChecked" label="Are the time and the answer right?" yes="Yes, I have checked: both are right" />
      <FormText name="decidedBy" label="Who decided" defaultValue={exclusion.decided_by} autoComplete="off" />
      <FormSelect name="mainReason" label="Main reason" emptyText="Choose" options={reasons} width="full" defaultValue={main} />
      <FormSelect name="secondReason" label="Second reason" emptyText="None" options={reasons} width="full" defaultValue={second} optional />
      <FormSelect name="thirdReason" label="Third reason" emptyText="None" options={reasons} width="full" defaultValue={third} optional />
      <FormCheckboxes name="noExamLeft" label="Year 11" options={[{ value: 'yes', text: 'No public exam was left that year' }]} defaultValue={exclusion.no_exam_left ? ['yes'] : []} />
    </section>
  );
}

interface HomePartProps {
  pupil: CorrectedPupil;
  homeAuthority: string;
  isOfExclusion: boolean;
  authorities: readonly EntryChoice[];
}

function HomePart({ pupil, homeAuthority, isOfExclusion, authorities }: HomePartProps) {
  const offered = Math.min(MOST_CONTACTS, pupil.contacts.length + 1);
  return (
    <section>
      <h2>Home and family</h2>
      <FormText name="homeAddress" label="Home address" defaultValue={pupil.home_address} width="full" optional autoComplete="off" />
      <FormText name="homePostcode" label="Postcode" hint={POSTCODE_HINT} defaultValue={pupil.home_postcode} width={10} optional autoComplete="off" spellCheck={false} />
      <FormSelect
        name="homeAuthority" label={isOfExclusion ? 'Authority the pupil lived in when excluded' : 'Authority the pupil lives in'} hint="It has the duty from day 6, wherever the school is"
        options={authorities} defaultValue={homeAuthority}
      />
      {pupil.contacts.length > 0 ? <p>To take a contact away, clear its name, relationship and telephone.</p> : null}
      {Array.from({ length: offered }, (_, index) => {
        const contact = pupil.contacts[index];
        const title = `Contact ${index + 1}`;
        return (
          <div key={index} className="fp-waiting__beside">
            <FormText name={`contacts-${index}-name`} label={`${title}: name`} defaultValue={contact?.name} optional autoComplete="off" />
            <FormText name={`contacts-${index}-relationship`} label={`${title}: relationship`} defaultValue={contact?.relationship} optional width={10} autoComplete="off" />
            <FormText name={`contacts-${index}-phone`} label={`${title}: telephone`} type="tel" defaultValue={contact?.phone} optional width={10} autoComplete="off" />
          </div>
        );
      })}
      <FormText name="language" label="Language at home" defaultValue={pupil.language} autoComplete="off" />
      <FormCheckboxes name="needsInterpreter" label="Interpreter" options={[{ value: 'yes', text: 'The family needs an interpreter' }]} defaultValue={pupil.needs_interpreter ? ['yes'] : []} />
    </section>
  );
}
