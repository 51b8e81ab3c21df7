import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormRadios, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import type { CalendarDate } from '@/lib/core/calendar-date';

interface ConfirmProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  hidden: Readonly<Record<string, string | number>>;
  today: CalendarDate;
  backHref: string;
}

/** The governing board's decision, confirmed with its day. */
export function DecisionForm({ decision, today, backHref, hidden, ...form }: ConfirmProps & { decision: 'upheld' | 'reinstated' }) {
  return (
    <div className="fp-confirm">
      <ActionForm
        {...form} hidden={{ ...hidden, decision }} submit={decision === 'upheld' ? 'Confirm: upheld' : 'Confirm: the pupil is reinstated'} submitKind={decision === 'upheld' ? undefined : 'warning'}
        beside={<a href={backHref}>Leave it as it is</a>}
      >
        <FormDate name="decidedOn" label="Date of the decision" defaultValue={datePartsOf(today)} />
        <FormTextArea name="decisionNote" label="Note" optional rows={2} />
      </ActionForm>
    </div>
  );
}

/** The head's cancellation, confirmed with what decides whether it is still possible (R30). */
export function CancellationForm({ today, backHref, ...form }: ConfirmProps) {
  return (
    <div className="fp-confirm">
      <p className="fp-waiting__text">Parents, the board and the authority are told in writing, with reasons; so are the social worker and the Virtual School Head where the pupil has them.</p>
      <ActionForm {...form} submit="Confirm: the exclusion is cancelled" submitKind="warning" beside={<a href={backHref}>Leave it as it is</a>}>
        <FormDate name="cancelledOn" label="Date of the cancellation" defaultValue={datePartsOf(today)} />
        <FormTextArea name="cancelReason" label="Why the head cancels" rows={2} />
        <FormRadios name="boardBegan" label="Has the governing board begun its meeting?" inline options={[{ value: 'no', text: 'No' }, { value: 'yes', text: 'Yes' }]} />
        <FormText
          name="otherSessionsOut" label="School days of other exclusions this school year" hint="In halves, for example 3.5. Above 45 with this one, it cannot be cancelled"
          optional width={4} inputMode="decimal" autoComplete="off"
        />
      </ActionForm>
    </div>
  );
}
