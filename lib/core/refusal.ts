/** Why a command did nothing. A refusal is an outcome people read, not a bug. */
export interface FieldProblem {
  /** The form field's name, or null for the form as a whole. */
  readonly field: string | null;
  readonly message: string;
}

export type Refusal =
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }
  /** Somebody was first, or the facts no longer allow it; `details` are lines people can act on. */
  | { readonly kind: 'conflict'; readonly message: string; readonly details: readonly string[] }
  /** The record changed since the page was opened: both versions are shown. */
  | { readonly kind: 'stale'; readonly message: string; readonly details: readonly string[] }
  | { readonly kind: 'expired'; readonly message: string }
  /** Absent, or not this person's to see: the same from outside. */
  | { readonly kind: 'not_found' };

/** Thrown inside a command to roll everything back; the runner turns it into the refusal. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(`Refused: ${refusal.kind}`);
    this.name = 'Refused';
  }
}

export function invalid(field: string | null, message: string): Refused {
  return new Refused({ kind: 'invalid', problems: [{ field, message }] });
}
export function invalidAll(problems: readonly FieldProblem[]): Refused {
  return new Refused({ kind: 'invalid', problems });
}
export function conflict(message: string, details: readonly string[] = []): Refused {
  return new Refused({ kind: 'conflict', message, details });
}
export function stale(message: string, details: readonly string[] = []): Refused {
  return new Refused({ kind: 'stale', message, details });
}
export function expired(message: string): Refused {
  return new Refused({ kind: 'expired', message });
}
export function notFoundRefusal(): Refused {
  return new Refused({ kind: 'not_found' });
}
