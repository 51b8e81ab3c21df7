import { DataTable } from '@/components/ui/data-table';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Button } from '@/components/ui/button';

interface SuggestionProps {
  action: string;
  year: string;
  asked: { readonly places: string; readonly by: string; readonly phase: string; readonly min: string; readonly max: string };
  /** What is wrong with what was asked, by field. */
  problems: Readonly<Partial<Record<'places' | 'min' | 'max', string>>>;
  result: {
    readonly by: 'roll' | 'schools'; readonly places: number; readonly min: number; readonly max: number | null;
    readonly lines: readonly { readonly name: string; readonly weight: number | null; readonly places: number | null; readonly unbounded: number | null }[];
    readonly notes: readonly string[];
  } | null;
}

/** Splits places over partnerships in proportion to rolls or to the number of schools; a suggestion, which changes nothing. */
export function QuotaSuggestion({ action, year, asked, problems, result }: SuggestionProps) {
  const hasBounds = result !== null && (result.min > 0 || result.max !== null);
  return (
    <section className="fp-part" aria-labelledby="suggestion">
      <h2 id="suggestion">Suggest a split of places</h2>
      <ErrorSummary errors={Object.entries(problems).map(([field, message]) => ({ field, message }))} />
      <p>Bounded Webster: one place at a time goes to the partnership that is furthest from its share. It changes nothing; enter a quota at its agreement.</p>
      <form method="get" action={`${action}#suggestion`}>
        <input type="hidden" name="year" value={year} />
        <div className="fp-form-row">
          <TextField name="places" label="Places to split" width={4} inputMode="numeric" defaultValue={asked.places} error={problems.places} />
          <SelectField name="by" label="In proportion to" defaultValue={asked.by} options={[{ value: 'roll', text: 'Rolls of the members' }, { value: 'schools', text: 'Number of schools' }]} />
          <SelectField name="phase" label="Phase" defaultValue={asked.phase} options={[{ value: 'secondary', text: 'Secondary' }, { value: 'primary', text: 'Primary' }]} />
          <TextField name="min" label="Fewest for each" width={3} inputMode="numeric" defaultValue={asked.min} error={problems.min} optional />
          <TextField name="max" label="Most for each" width={3} inputMode="numeric" defaultValue={asked.max} error={problems.max} optional />
        </div>
        <div className="fp-actions"><Button kind="secondary">Suggest</Button></div>
      </form>
      {result ? (
        <>
          <DataTable
            caption={`${result.places} places on 1 September ${year.slice(0, 4)}`} rows={result.lines} rowKey={(line) => line.name} dense
            empty={<p>No partnership of this phase exists on that day.</p>}
            columns={[
              { key: 'name', header: 'Partnership', rowHeader: true, cell: (line) => line.name },
              { key: 'weight', header: result.by === 'roll' ? 'Roll' : 'Schools', numeric: true, cell: (line) => line.weight?.toLocaleString('en-GB') ?? 'Not known' },
              { key: 'places', header: 'Suggested', numeric: true, cell: (line) => line.places ?? 'None' },
              ...(hasBounds ? [{ key: 'unbounded', header: 'Without the bounds', numeric: true, cell: (line: { unbounded: number | null }) => line.unbounded ?? 'None' }] : []),
            ]}
          />
          <ul>{result.notes.map((note) => <li key={note}>{note}.</li>)}</ul>
        </>
      ) : null}
    </section>
  );
}
