import type { FieldProblem } from './refusal';

/** What a form shows after it was refused: the problems, lines to act on, and everything that was typed. */
export interface FormState {
  readonly problems: readonly FieldProblem[];
  readonly details: readonly string[];
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export const FRESH_FORM: FormState = { problems: [], details: [], values: {} };
