import type { Client } from 'pg';
import type { Facts } from '../demonstration/facts';

/** The number the sequence starts at, so that new references have four digits at least. */
const LEAST = 1000;

/** Sets the running number of references above every number that the facts use, so that none is given twice. */
export async function passReferenceNumbers(client: Client, facts: Facts): Promise<void> {
  const used = [facts.pupils, facts.exclusions, facts.referrals, facts.placements].flatMap((list) => list.map(({ reference }) => reference))
    .map((reference) => Number(/(\d+)$/.exec(reference)?.[1] ?? 0));
  await client.query("SELECT setval('reference_number', $1)", [used.reduce((most, each) => Math.max(most, each), LEAST)]);
}
