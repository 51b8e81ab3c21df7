import { holdsAny } from '@/lib/core/roles';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { mayPlace } from '../policy';
import { quotaNow, type QuotaOnDay } from './effect-view';
import { loadPartnershipYears } from './partnership-load';

/** A partnership in the lists of officers and commissioners. */
export interface PartnershipLine {
  readonly slug: string;
  readonly name: string;
  readonly phase: string;
  readonly schools: number;
  readonly quota: QuotaOnDay | null;
}

/** Every partnership whose agreement covers today, with its quota today. */
export async function partnershipLines(tx: ReadTx): Promise<PartnershipLine[] | null> {
  if (!mayPlace(tx.actor) && !(tx.actor && holdsAny(tx.actor, ['commissioner']))) return null;
  return (await loadPartnershipYears(tx)).map(({ kept, memberIds, placements }) => ({
    slug: kept.partnershipSlug, name: kept.partnershipName, phase: kept.terms.phase === 'primary' ? 'Primary' : 'Secondary', schools: memberIds.length,
    quota: quotaNow(kept, placements, tx.today),
  }));
}
