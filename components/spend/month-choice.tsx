import { FilterPanel } from '@/components/ui/filter-panel';
import { SelectField } from '@/components/ui/select-field';
import type { MonthChoice } from '@/lib/spend/types';

/** Which month to look at; a GET form, so that every month has an address. */
export function MonthChooser({ action, months, month }: { action: string; months: readonly MonthChoice[]; month: string }) {
  return (
    <FilterPanel action={action} legend="Month" submit="Show the month">
      <SelectField name="month" label="Month" defaultValue={month} options={months.map((one) => ({ value: one.month, text: `${one.title}${one.isClosed ? ', closed' : ''}` }))} />
    </FilterPanel>
  );
}
