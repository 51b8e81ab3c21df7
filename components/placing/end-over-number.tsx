import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormDate, FormTextArea } from '@/components/forms/bound-fields';
import { datePartsOf } from '@/components/ui/date-field';
import { dateRangeWords, dateWords } from '@/components/ui/date-words';
import type { CalendarDate } from '@/lib/core/calendar-date';

interface EndOverNumberProps {
  authority: string;
  siteId: string;
  today: CalendarDate;
  standing: readonly { readonly id: string; readonly places: number; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate | null; readonly formKey: string }[];
  action: FormActionFunction;
}

/** Ends each authorisation that still covers days to come, or withdraws one that has not begun. */
export function EndOverNumber({ authority, siteId, today, standing, action }: EndOverNumberProps) {
  return standing.map((one) => {
    const days = one.lastOn ? dateRangeWords(one.firstOn, one.lastOn) : `from ${dateWords(one.firstOn)}`;
    return (
      <ActionForm key={one.id} fold={{ summary: `End the authorisation of ${one.places === 1 ? '1 place' : `${one.places} places`}, ${days}` }} action={action}
        authority={authority} formKey={one.formKey} hidden={{ siteId, overNumberId: one.id }} submit="End the authorisation" submitKind="secondary">
        <FormDate name="lastOn" label="Last day of the authorisation" hint="A day before it begins withdraws it" defaultValue={datePartsOf(today)} />
        <FormTextArea name="endedBecause" label="Why it ends" rows={2} />
      </ActionForm>
    );
  });
}
