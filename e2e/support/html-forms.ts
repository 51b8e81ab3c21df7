/** A form as it stands in a page's HTML: what a browser would send, and the server action behind it. */
export interface HtmlForm {
  /** The text of its submit button. */
  readonly submit: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Id of the server action, out of the form's hidden fields; null for a GET form. */
  readonly actionId: string | null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" };

const decoded = (text: string): string => text.replace(/&(#x27|#39|amp|quot|lt|gt);/g, (_, name: string) => ENTITIES[name] ?? '');

function attributesOf(tag: string): Map<string, string> {
  return new Map([...tag.matchAll(/([\w:$-]+)(?:="([^"]*)")?/g)].slice(1).map(([, name = '', value = '']) => [name.toLowerCase(), decoded(value)]));
}

function fieldsOf(html: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const given = attributesOf(tag);
    const name = given.get('name');
    const isOff = ['radio', 'checkbox'].includes(given.get('type') ?? '') && !given.has('checked');
    if (name !== undefined && !isOff) fields.set(name, given.get('value') ?? '');
  }
  for (const [, tag = '', text = ''] of html.matchAll(/(<textarea\b[^>]*>)([^<]*)<\/textarea>/g)) {
    fields.set(attributesOf(tag).get('name') ?? '', decoded(text));
  }
  for (const [, tag = '', options = ''] of html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => attributesOf(option));
    fields.set(attributesOf(tag).get('name') ?? '', (all.find((option) => option.has('selected')) ?? all[0])?.get('value') ?? '');
  }
  return fields;
}

function formIn(html: string): HtmlForm {
  const fields = fieldsOf(html);
  const submit = [...html.matchAll(/<button\b[^>]*>([\s\S]*?)<\/button>/g)].at(-1)?.[1] ?? '';
  return { submit: decoded(submit.replace(/<[^>]*>/g, '')).trim(), fields, actionId: actionIdOf(fields) };
}

/** React names the action `{"id":"...","bound":...}` in a field such as `$ACTION_1:0`, or `$ACTION_ID_...` when it has no state. */
function actionIdOf(fields: ReadonlyMap<string, string>): string | null {
  for (const [name, value] of fields) {
    const direct = /^\$ACTION_ID_([0-9a-f]+)$/.exec(name)?.[1];
    if (direct !== undefined) return direct;
    const bound = /^\$ACTION_\d+:0$/.test(name) ? /"id":"([0-9a-f]+)"/.exec(value)?.[1] : undefined;
    if (bound !== undefined) return bound;
  }
  return null;
}

/** Every form of a page. */
export function formsOf(html: string): HtmlForm[] {
  return [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => formIn(form));
}

/**
 * The form with this submit button.
 * @throws Error naming the buttons that are there
 */
export function formOf(html: string, submit: string | RegExp): HtmlForm {
  const forms = formsOf(html);
  const found = forms.find((form) => (typeof submit === 'string' ? form.submit === submit : submit.test(form.submit)));
  if (found === undefined) throw new Error(`No form "${String(submit)}" in the page; it has: ${forms.map((form) => form.submit).join(', ') || 'none'}.`);
  return found;
}
