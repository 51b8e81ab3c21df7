/** Academy trusts and the schools they run. */
import { TRUSTS } from '../demonstration/trusts';
import type { AuthorityLoad } from './authority-load';

export async function loadTrusts(load: AuthorityLoad): Promise<void> {
  const trusts = load.own(TRUSTS);
  await load.insert('trust', trusts.map((fact) => ({
    id: load.id('trust', fact.slug), slug: fact.slug, name: fact.name, address: fact.address, customer_number: fact.customerNumber, first_on: fact.firstOn,
  })));
  await load.insert('trust_member', trusts.flatMap((fact) => fact.urns.map((urn) => ({
    id: load.id('trust_member', fact.slug, urn), trust_id: load.id('trust', fact.slug), establishment_id: load.establishmentId(urn), first_on: fact.firstOn,
  }))));
}
