import { type Apportioned, type ApportionmentRefused, boundedWebster } from '@/lib/core/bounded-webster';

/** A partnership that may be given places: the id is its address, by which ties are broken last. */
export interface QuotaClaimant {
  readonly id: string;
  readonly schools: number;
  /** The sum of the rolls of its members; null when one has no roll on record. */
  readonly roll: number | null;
}

export interface QuotaBounds {
  readonly min: number;
  readonly max: number | null;
}

export type QuotaSuggestion =
  | { readonly kind: 'suggested'; readonly places: readonly number[]; readonly unbounded: readonly number[]; readonly split: Apportioned }
  | { readonly kind: 'refused'; readonly refusal: ApportionmentRefused }
  /** Partnerships with a member whose roll is not on record: no split by rolls is honest. */
  | { readonly kind: 'no_roll'; readonly ids: readonly string[] };

/**
 * Suggests a split of so many places by bounded Webster on rolls or on the number of schools (quantitative methods,
 * section 1). The same least and most hold for each; the result without them is given beside, since bounds can hide
 * the formula. Example: 55 places on rolls 5,250, 5,100 and 6,300 with no bounds.
 */
export function suggestQuotas(places: number, by: 'roll' | 'schools', claimants: readonly QuotaClaimant[], bounds: QuotaBounds): QuotaSuggestion {
  const missing = by === 'roll' ? claimants.filter((one) => one.roll === null) : [];
  if (missing.length > 0) return { kind: 'no_roll', ids: missing.map((one) => one.id) };
  const weighted = claimants.map((one) => ({ id: one.id, weight: BigInt(by === 'roll' ? one.roll ?? 0 : one.schools) }));
  const bounded = boundedWebster(places, weighted.map((one) => ({ ...one, min: bounds.min, ...(bounds.max === null ? {} : { max: bounds.max }) })));
  if (bounded.kind === 'refused') return { kind: 'refused', refusal: bounded };
  const unbounded = boundedWebster(places, weighted);
  return { kind: 'suggested', places: bounded.places, unbounded: unbounded.kind === 'apportioned' ? unbounded.places : bounded.places, split: bounded };
}
