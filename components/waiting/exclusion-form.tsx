import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { AskedTick } from '@/components/forms/asked-tick';
import { FormCheckboxes, FormDate, FormRadios, FormSelect, FormText, FormTextArea, FormTime } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { type EntryChoice, type EntryPupil, pupilHidden } from './entry-choices';
import { HomeFields, PupilFields, SupportFields } from './pupil-fields';

interface ExclusionFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  path: string;
  cancelHref: string;
  today: CalendarDate;
  pupil: EntryPupil | null;
  pupilSchoolId: string | null;
  schools: readonly EntryChoice[];
  authorities: readonly EntryChoice[];
  ownCode: string;
  reasons: readonly EntryChoice[];
  needs: readonly EntryChoice[];
  /** Officers may also record an exclusion by a school in another authority. */
  mayBeElsewhere: boolean;
}

/** One page, in the order of the call. */
export function ExclusionForm(props: ExclusionFormProps) {
  const { pupil, schools, authorities, ownCode, reasons, needs, mayBeElsewhere } = props;
  const onlySchool = !mayBeElsewhere && schools.length === 1 ? schools[0] : undefined;
  return (
    <ActionForm
      action={props.action} authority={props.authority} formKey={props.formKey} submit="Record the exclusion" beside={<a href={props.cancelHref}>Cancel</a>}
      hidden={{ ...pupilHidden(pupil), ...(onlySchool ? { schoolId: onlySchool.value } : {}) }}
    >
      <section>
        <h2>The exclusion</h2>
        <FormDate name="excludedOn" label="Date of the exclusion" defaultValue={datePartsOf(props.today)} />
        <AskedTick name="dayChecked" label="Is the date right?" yes="Yes, I have checked: the head decided on this day" />
        <FormTime name="excludedAt" label="Time of the exclusion" hint="When the head decided, for example 10:15" />
        <FormRadios
          name="afternoonBegan" label="Had the afternoon session begun?" hint="If it had, day 1 is the next school day" inline
          options={[{ value: 'no', text: 'No' }, { value: 'yes', text: 'Yes' }]}
        />
        <AskedTick name="timeChecked" label="Are the time and the answer right?" yes="Yes, I have checked: both are right" />
        {onlySchool ? <p className="fp-waiting__text"><strong>School:</strong> {onlySchool.text}</p> : (
          <FormSelect
            name="schoolId" label="School" emptyText="Choose a school" width="full" defaultValue={props.pupilSchoolId ?? ''}
            options={mayBeElsewhere ? [{ value: 'elsewhere', text: 'A school in another authority (name it below)' }, ...schools] : schools}
          />
        )}
        {mayBeElsewhere ? (
          <div className="fp-waiting__beside">
            <FormText name="elsewhereSchool" label="School elsewhere: name" optional autoComplete="off" />
            <FormSelect name="elsewhereAuthority" label="School elsewhere: its authority" emptyText="None" options={authorities.filter((one) => one.value !== ownCode)} optional />
          </div>
        ) : null}
        <FormText name="decidedBy" label="Who decided" hint="Name and post: only the head, or whoever acts as head, may exclude" autoComplete="off" />
        <FormSelect name="mainReason" label="Main reason" emptyText="Choose" options={reasons} width="full" />
        <FormSelect name="secondReason" label="Second reason" emptyText="None" options={reasons} width="full" optional />
        <FormSelect name="thirdReason" label="Third reason" emptyText="None" options={reasons} width="full" optional />
      </section>
      <PupilFields pupil={pupil} newHref={props.path} />
      <FormCheckboxes name="noExamLeft" label="Year 11" options={[{ value: 'yes', text: 'No public exam is left this year', hint: 'Every exam entered for this year has been taken or missed' }]} />
      <HomeFields pupil={pupil} authorities={authorities} ownCode={ownCode} />
      <SupportFields pupil={pupil} authorities={authorities} needs={needs} />
      <FormTextArea name="askedFor" label="What the school asks for" hint="Subjects and exams, what works, what has been tried, who must not meet" optional rows={3} />
    </ActionForm>
  );
}
