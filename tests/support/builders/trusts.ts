import { randomUUID } from 'node:crypto';
import { saveAgreement } from '@/lib/agreements/commands/save-agreement';
import { defaultTerms } from '@/lib/agreements/queries/default-terms';
import { joinTrust } from '@/lib/organisations/commands/change-trust-members';
import { saveTrust } from '@/lib/organisations/commands/save-trust';
import { trustBySlug, type TrustView } from '@/lib/organisations/queries/trusts';
import { readUnit } from '@/lib/server/unit-of-work';
import type { Council, SCHOOLS } from './authority';
import { callerFor, done, run } from './callers';
import { insertRows } from './insert-rows';

type School = (typeof SCHOOLS)[number];

/** What a form of a new trust sends. */
export const newTrust = (changes: Readonly<Record<string, unknown>> = {}) => ({
  trustId: '', version: '0', name: 'Dearne Valley Trust', companyNumber: '07654321', address: '1 High Street\nRotherham S60 1AA', customerNumber: 'C-12', firstOn: '2020-09-01', lastOn: '', ...changes,
});

/** From when to when a school is of a sector. */
export async function ofSector(council: Council, school: School, sector: 'academy' | 'maintained', firstOn: string, lastOn: string | null = null): Promise<void> {
  await insertRows(council.database.owner, council.id, 'establishment_type', [
    { id: randomUUID(), establishment_id: council.schools[school], type_code: sector === 'academy' ? '34' : '01', sector, first_on: firstOn, last_on: lastOn },
  ]);
}

/** A trust with these schools since 1 September 2020, all of them academies since then. */
export async function buildTrust(council: Council, schools: readonly School[], changes: Readonly<Record<string, unknown>> = {}): Promise<TrustView> {
  const admin = callerFor(council, 'administrator');
  const { slug } = await done(run(saveTrust, admin, newTrust(changes)));
  const found = () => readUnit(admin, (tx) => trustBySlug(tx, slug));
  for (const school of schools) {
    await ofSector(council, school, 'academy', '2020-09-01');
    await done(run(joinTrust, admin, { trustId: (await found())?.id, establishmentId: council.schools[school], joinsOn: '2020-09-01', leavesOn: '' }));
  }
  const trust = await found();
  if (!trust) throw new Error('The trust is not on record');
  return trust;
}

/** New terms of the council's agreement, those of `agreementId` with changes, as the form sends them. */
export async function newTerms(council: Council, agreementId: string, changes: Readonly<Record<string, unknown>>) {
  const admin = callerFor(council, 'administrator');
  const found = await readUnit(admin, (tx) => defaultTerms(tx, agreementId));
  if (!found) throw new Error('No agreement');
  const { weights: [weightPermanentExclusion, weightDualRegistered, weightAuthorityPlaced, weightEhcNamed], censusDays, ...rest } = found.defaults;
  return run(saveAgreement, admin, { ...rest, weightPermanentExclusion, weightDualRegistered, weightAuthorityPlaced, weightEhcNamed, censusDays: censusDays.join('\n'), quota: '', ...changes });
}
