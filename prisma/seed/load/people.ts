/** One person per role, each with an account of their own. */
import { hash } from '@node-rs/argon2';
import type { Client } from 'pg';
import type { PersonFact } from '../demonstration/facts';
import type { AuthorityLoad } from './authority-load';
import { rowId } from './row-id';
import { insertRows } from './rows';

/** Known to everybody: it is printed beside the sign-ins, and no installation has these accounts. */
export const DEMONSTRATION_PASSWORD = 'Fairplace-2026';

/** Accounts belong to no authority. The password is hashed once: it is the same for all. */
export async function loadAccounts(client: Client, people: readonly PersonFact[]): Promise<void> {
  const passwordHash = await hash(DEMONSTRATION_PASSWORD);
  await insertRows(client, 'account', people.map(({ email }) => ({ id: rowId('account', email), email, password_hash: passwordHash })));
}

export async function loadPeople(load: AuthorityLoad): Promise<void> {
  const people = load.own(load.facts.people);
  await load.insert('person', people.map((fact) => ({
    id: load.id('person', fact.email), account_id: rowId('account', fact.email), name: fact.name, email: fact.email,
  })));
  await load.insert('role_assignment', people.map((fact) => ({
    id: load.id('role_assignment', fact.email, fact.role), person_id: load.id('person', fact.email), role: fact.role,
    establishment_id: load.establishmentId(fact.urn), partnership_id: fact.partnership === null ? null : load.id('partnership', fact.partnership),
    provider_id: fact.provider === null ? null : load.id('provider', fact.provider), first_on: fact.firstOn,
  })));
}
