import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import type { Refusal } from '@/lib/core/refusal';
import { ACTION_ACCESS, type ActionName } from './access';
import { type Command, runCommand } from './command';
import { FRESH_FORM, type FormState } from '@/lib/core/form-state';
import { signInAgainForForm } from './idle';
import { isAllowed } from './open-page';
import { markRefusedForm } from './refused-forms';
import { callerOf, requestFor } from './session';

interface FormSpec<Input extends z.ZodType, Outcome> {
  readonly action: ActionName;
  readonly command: Command<Input, Outcome>;
  /** Plain values out of the form for the command's schema. */
  readonly read: (form: FormReader) => unknown;
  /** Where to go when it is done: an address below the authority's. */
  readonly then: (outcome: Outcome, slug: string, form: FormReader) => string;
}

/** Reads text out of posted fields; files are not accepted here. */
export class FormReader {
  constructor(private readonly data: FormData) {}

  text(name: string): string {
    const value = this.data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  }

  /** A password as typed: blanks at its ends are part of it. */
  secret(name: string): string {
    const value = this.data.get(name);
    return typeof value === 'string' ? value : '';
  }

  texts(name: string): string[] {
    return this.data.getAll(name).filter((value): value is string => typeof value === 'string').map((value) => value.trim());
  }

  checked(name: string): boolean {
    return this.data.get(name) !== null;
  }

  /** Three inputs `name-day`, `name-month`, `name-year` as typed, joined `yyyy-mm-dd`; '' when all three are empty. */
  date(name: string): string {
    const [day, month, year] = ['day', 'month', 'year'].map((part) => this.text(`${name}-${part}`));
    if (!day && !month && !year) return '';
    return `${(year ?? '').padStart(4, '20')}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  }

  /** Every typed value by field, without secrets, to fill the form again. */
  typed(): Record<string, string[]> {
    const values: Record<string, string[]> = {};
    for (const [name, value] of this.data.entries()) {
      if (typeof value === 'string' && !name.startsWith('$') && !/password/i.test(name)) (values[name] ??= []).push(value);
    }
    return values;
  }
}

const KEY = z.uuid();

/**
 * Goes on to the next page. A script asks for it itself: the answer to the act is then short, and neither it nor a
 * refusal waits for a page to be made within it.
 */
async function goOn(address: string): Promise<FormState> {
  if (!(await headers()).has('next-action')) redirect(address);
  return { ...FRESH_FORM, leadsTo: address };
}

/**
 * The one wrapper of a server action: session, authority of the address, role, key of the form, command, and then
 * either the next page or the same form with its problems and everything typed.
 */
export function formAction<Input extends z.ZodType, Outcome>(spec: FormSpec<Input, Outcome>) {
  return async (_state: FormState, data: FormData): Promise<FormState> => {
    const form = new FormReader(data);
    const slug = form.text('authority');
    const request = await requestFor(slug);
    await signInAgainForForm(request);
    if (!request.authority || !isAllowed(ACTION_ACCESS[spec.action], request.actor)) notFound();
    const key = KEY.safeParse(form.text('form-key'));
    if (!key.success) notFound();
    const result = await runCommand(spec.command, callerOf(request), spec.read(form), key.data);
    if (result.ok) return goOn(`/${request.authority.slug}${spec.then(result.outcome, slug, form)}`);
    await markRefusedForm();
    return refusedState(result.refusal, form);
  };
}

function refusedState(refusal: Refusal, form: FormReader): FormState {
  const values = form.typed();
  switch (refusal.kind) {
    case 'not_found':
      return notFound();
    case 'invalid':
      return { problems: refusal.problems, details: [], values };
    case 'expired':
      return { problems: [{ field: null, message: refusal.message }], details: [], values };
    case 'conflict':
    case 'stale':
      // The page shows what stands now, with what was typed kept; a confirm then goes on from that.
      return { problems: [{ field: null, message: refusal.message }], details: refusal.details, values, isOutdated: true };
  }
}
