import type { DraftValues } from './drafts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Secrets, files and what the page itself put into the form are never kept. */
const NEVER = ['password', 'file', 'hidden', 'submit', 'button', 'reset'];

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter((element): element is Field =>
    (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)
    && element.name !== '' && !NEVER.includes(element.type) && !/password/i.test(element.name));
}

const isChoice = (field: Field): field is HTMLInputElement => field.type === 'radio' || field.type === 'checkbox';

/** Every value that stands in a form's fields, as a browser would send them. */
export function valuesOf(form: HTMLFormElement): DraftValues {
  return fieldsOf(form).filter((field) => !isChoice(field) || field.checked).map((field) => [field.name, field.value] as const);
}

/** Puts values back into a form's fields. */
export function putBack(form: HTMLFormElement, values: DraftValues): void {
  for (const field of fieldsOf(form)) {
    const given = values.filter(([name]) => name === field.name).map(([, value]) => value);
    if (isChoice(field)) field.checked = given.includes(field.value);
    else if (given[0] !== undefined) field.value = given[0];
  }
}
