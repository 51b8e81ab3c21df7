import { holdsAny, scopeIds } from '@/lib/core/roles';
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

/** Every partnership whose agreement covers today, with its quota today; for a lead those that they lead, null for others. */
export async function partnershipLines(tx: ReadTx): Promise<PartnershipLine[] | null> {
  const seesAll = mayPlace(tx.actor) || (tx.actor !== null && holdsAny(tx.actor, ['commissioner']));
  const led = tx.actor === null ? [] : scopeIds(tx.actor, 'partnership_lead');
  if (!seesAll && led.length === 0) return null;
  return (await loadPartnershipYears(tx)).filter(({ kept }) => seesAll || led.includes(kept.terms.partnershipId)).map(({ kept, memberIds, placements }) => ({
    slug: kept.partnershipSlug, name: kept.partnershipName, phase: kept.terms.phase === 'primary' ? 'Primary' : 'Secondary', schools: memberIds.length,
    quota: quotaNow(kept, placements, tx.today),
  }));
}
