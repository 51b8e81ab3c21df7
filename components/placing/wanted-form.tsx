import { PLACE_KIND_WORDS, shareInWords } from '@/lib/core/field-words';
import { Button } from '@/components/ui/button';
import { DateField, type DateParts } from '@/components/ui/date-field';
import { SelectField } from '@/components/ui/select-field';

interface WantedFormProps {
  /** The page that shows the options again. */
  action: string;
  from: DateParts;
  to: DateParts;
  endReason: string | null;
  shareTenths: number;
  kind: string;
  problems: readonly { readonly field: string | null; readonly message: string }[];
}

export const SHARE_OPTIONS = Array.from({ length: 10 }, (_, index) => ({ value: String(10 - index), text: shareInWords(10 - index) }));
export const KIND_OPTIONS = Object.entries(PLACE_KIND_WORDS).map(([value, text]) => ({ value, text }));

/** The period, share and kind of place wanted, kept in the address. */
export function WantedForm({ action, from, to, endReason, shareTenths, kind, problems }: WantedFormProps) {
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.message;
  return (
    <form action={action} method="get" aria-label="Place wanted">
      <h3>Place wanted</h3>
      <DateField name="from" label="From" hint={null} defaultValue={from} error={problemOf('from')} />
      <DateField name="to" label="To" hint={endReason} defaultValue={to} error={problemOf('to')} />
      <SelectField name="share" label="Share" options={SHARE_OPTIONS} defaultValue={String(shareTenths)} error={problemOf('share')} />
      <SelectField name="kind" label="Kind of place" options={KIND_OPTIONS} defaultValue={kind} />
      <Button kind="secondary">Show options</Button>
    </form>
  );
}
