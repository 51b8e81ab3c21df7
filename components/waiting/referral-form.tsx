import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormRadios, FormSelect, FormTextArea } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { type EntryChoice, type EntryPupil, pupilHidden } from './entry-choices';
import { HomeFields, PupilFields, SupportFields } from './pupil-fields';

interface ReferralFormProps {
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
  needs: readonly EntryChoice[];
}

const ROUTES: readonly { readonly value: string; readonly text: string; readonly hint?: string }[] = [
  { value: 'preventative', text: 'Preventative place', hint: 'Off-site direction by the school, dual registered' },
  { value: 'fair_access', text: 'Fair Access' },
  { value: 'ehc_plan', text: 'EHC plan', hint: 'A place that the plan names or will name' },
  { value: 'medical', text: 'Medical' },
  { value: 'short_break', text: 'Short break' },
  { value: 'authority_placed', text: 'Placed by the authority', hint: 'Counts to no school\u2019s quota' },
];

const SHARES: readonly EntryChoice[] = Array.from({ length: 10 }, (_, index) => ({
  value: String(10 - index), text: index === 0 ? 'Full time' : `0.${10 - index} of full time`,
}));

/** A request by a route other than permanent exclusion. */
export function ReferralForm(props: ReferralFormProps) {
  const { pupil, authorities, ownCode } = props;
  return (
    <ActionForm
      action={props.action} authority={props.authority} formKey={props.formKey} hidden={pupilHidden(pupil)} submit="Record the request"
      beside={<a href={props.cancelHref}>Cancel</a>}
    >
      <section>
        <h2>The request</h2>
        <FormRadios name="route" label="Route" options={ROUTES} />
        <FormSelect name="schoolId" label="School" hint="The school the pupil is on the roll of" emptyText="No school yet" options={props.schools} defaultValue={props.pupilSchoolId ?? ''} width="full" />
        <FormDate name="receivedOn" label="Date received" defaultValue={datePartsOf(props.today)} />
        <FormDate name="wantedFrom" label="Date wanted from" hint="The list is ordered by it" optional />
        <FormDate name="wantedTo" label="Last day wanted" hint="Where the request is for a time, for example two weeks. Left empty, a place is proposed to the end of the year" optional />
        <FormSelect name="shareTenths" label="Share" options={SHARES} defaultValue="10" />
        <FormTextArea name="askedFor" label="What was asked for" hint="What works, what has been tried, what the place is to achieve" rows={3} />
      </section>
      <PupilFields pupil={pupil} newHref={props.path} />
      <HomeFields pupil={pupil} authorities={authorities} ownCode={ownCode} />
      <SupportFields pupil={pupil} authorities={authorities} needs={props.needs} />
    </ActionForm>
  );
}
