import { ActionForm, type FormActionFunction } from '@/components/forms/action-form';
import { FormRadios, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { type OpenReport, PURPOSES, WORD_FIELDS } from '@/lib/publishing/types';

interface WordsFormProps {
  action: FormActionFunction;
  authority: string;
  formKey: string;
  open: OpenReport;
}

/** The front block and the officer's words by section. Blank lines part paragraphs. */
export function WordsForm({ action, authority, formKey, open }: WordsFormProps) {
  const { words, number, note } = open;
  return (
    <ActionForm action={action} authority={authority} formKey={formKey} hidden={{ reportId: open.id, version: open.version, ...(number === 1 ? { note: '' } : {}) }} submit="Save the words">
      {number > 1 ? <FormTextArea name="note" label="What is corrected" hint="Everybody reads it with the new version" rows={2} defaultValue={note} /> : null}
      <FormRadios
        name="purpose" label="Purpose" hint="Charges and alternative provision are never a decision of the Schools Forum (R62)" defaultValue={words.purpose}
        options={Object.entries(PURPOSES).map(([value, text]) => ({ value, text: `For ${text.toLowerCase()}` }))}
      />
      {WORD_FIELDS.map(({ name, label, long }) => (long
        ? <FormTextArea key={name} name={name} label={label} hint={name === 'headline' ? 'Write no number of pupils from 1 to 4, also not in words. An empty line begins a paragraph' : undefined} rows={4} defaultValue={words[name]} />
        : <FormText key={name} name={name} label={label} defaultValue={words[name]} />))}
    </ActionForm>
  );
}
