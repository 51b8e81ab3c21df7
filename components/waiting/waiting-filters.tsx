import { type ChosenFilter, FilterPanel } from '@/components/ui/filter-panel';
import { SelectField } from '@/components/ui/select-field';
import { addressWith } from './address';
import { type CountedGroup, groupWords } from './waiting-counts';

interface Choice { readonly value: string; readonly text: string }

const FILTERS = ['due', 'route', 'partnership', 'flag', 'step'] as const;
type FilterName = (typeof FILTERS)[number];
const LABELS: Readonly<Record<FilterName, string>> = { due: 'Due', route: 'Route', partnership: 'Partnership', flag: 'Flag', step: 'What happens next' };

interface WaitingFiltersProps {
  path: string;
  filter: Readonly<Record<FilterName, string | null>>;
  choices: Readonly<Record<Exclude<FilterName, 'due'>, readonly Choice[]>>;
}

/** Filters of the list at the left, kept in the address. */
export function WaitingFilters({ path, filter, choices }: WaitingFiltersProps) {
  const words = (name: FilterName, value: string): string => {
    const text = name === 'due' ? groupWords(value as CountedGroup) : choices[name].find((one) => one.value === value)?.text;
    return text ?? 'Not in the list now';
  };
  const chosen = FILTERS.flatMap((name): ChosenFilter[] => {
    const value = filter[name];
    return value === null ? [] : [{ label: LABELS[name], value: words(name, value), removeHref: addressWith(path, { ...filter, [name]: null }) }];
  });
  return (
    <FilterPanel action={path} chosen={chosen} clearHref={chosen.length > 1 ? path : undefined} keep={filter.due === null ? {} : { due: filter.due }}>
      {(['route', 'partnership', 'flag', 'step'] as const).map((name) => (
        <SelectField key={name} name={name} label={LABELS[name]} emptyText="All" options={choices[name]} defaultValue={filter[name] ?? ''} width="full" />
      ))}
    </FilterPanel>
  );
}
