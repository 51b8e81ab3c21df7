import { Button } from '@/components/ui/button';
import { FieldFrame } from '@/components/ui/field-frame';
import { RadioGroup } from '@/components/ui/radio-group';

interface UploadFormProps {
  /** Where the file is posted to; the answer is always another page. */
  action: string;
  formKey: string;
  kinds: readonly { readonly kind: string; readonly title: string; readonly hint: string }[];
  /** Most rows of a file. */
  mostRows: number;
  chosen?: string;
  /** What was wrong with the last upload. */
  problem?: { readonly field: 'kind' | 'file'; readonly message: string };
}

/** A plain form with a file, so that it works without a script. */
export function UploadForm({ action, formKey, kinds, mostRows, chosen, problem }: UploadFormProps) {
  return (
    <form method="post" action={action} encType="multipart/form-data">
      <input type="hidden" name="form-key" value={formKey} />
      <RadioGroup
        name="kind"
        label="What the file holds"
        error={problem?.field === 'kind' ? problem.message : undefined}
        defaultValue={chosen}
        options={kinds.map((one) => ({ value: one.kind, text: one.title, hint: one.hint }))}
      />
      <FieldFrame name="file" label="CSV file" hint={`At most 2 MB and ${mostRows.toLocaleString('en-GB')} rows, with the headings of the template in the first row`} error={problem?.field === 'file' ? problem.message : undefined}>
        <input
          className="fp-input fp-width--full" type="file" id="file" name="file" accept=".csv,text/csv"
          aria-describedby={problem?.field === 'file' ? 'file-hint file-error' : 'file-hint'} aria-invalid={problem?.field === 'file' ? true : undefined}
        />
      </FieldFrame>
      <div className="fp-actions">
        <Button>Check the file</Button>
      </div>
    </form>
  );
}
