import type { FieldProblem } from './refusal';

/**
 * What a form comes back with: after a refusal the problems, lines to act on and everything that was typed; after an
 * act that was done, for the page's script, where to go on.
 */
export interface FormState {
  readonly problems: readonly FieldProblem[];
  readonly details: readonly string[];
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Done: the address to go on to. Without a script the answer is a redirect instead. */
  readonly leadsTo?: string;
  /** Refused because something changed meanwhile: the page around the form is to be shown anew. */
  readonly isOutdated?: boolean;
}

export const FRESH_FORM: FormState = { problems: [], details: [], values: {} };
