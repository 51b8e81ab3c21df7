import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { Notice } from '@/components/ui/notice';

interface UndoFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  placementId: string;
  offer: { readonly actId: string; readonly what: string; readonly until: string };
}

/** Takes the latest act back, for ten minutes. */
export function UndoForm({ action, authority, formKey, placementId, offer }: UndoFormProps) {
  return (
    <Notice title={`The ${offer.what} can be undone until ${offer.until}`} action={
      <ActionForm action={action} authority={authority} formKey={formKey} hidden={{ placementId, actId: offer.actId }} submit={`Undo the ${offer.what}`} submitKind="secondary" />
    } />
  );
}
