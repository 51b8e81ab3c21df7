import { z } from 'zod';
import { uuidColumn } from '@/lib/server/columns';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { homePoint } from './rules/home-point';
import { searchName } from './rules/search-name';
import type { PupilEntry } from './input';
import type { PupilRecord } from './store';

/** The details of a pupil as they should have been entered. Contacts stand in the order of the record. */
export interface PupilCorrection extends Pick<PupilEntry,
  'firstName' | 'lastName' | 'bornOn' | 'sex' | 'upn' | 'yearGroup' | 'yearNote' | 'homeAddress' | 'homePostcode' | 'language' | 'needsInterpreter' | 'senProvision'
  | 'lookedAfterBy' | 'hasSocialWorker' | 'socialWorkerContact' | 'needs'> {
  readonly previouslyLookedAfter: boolean;
  /** An empty name takes the contact of that line away. */
  readonly contacts: readonly { readonly name: string; readonly relationship: string; readonly phone: string }[];
}

/** Writes corrected details of a pupil whose row the caller has locked. `homeAuthority` null leaves the authority as it is. */
export async function correctPupilRow(tx: WriteTx, pupilId: string, to: PupilCorrection, homeAuthority: string | null): Promise<void> {
  const home = homePoint(to.homePostcode);
  await tx.execute(sql`
    UPDATE pupil SET first_name = ${to.firstName}, last_name = ${to.lastName}, search_name = ${searchName(to.firstName, to.lastName)}, born_on = ${to.bornOn}::date,
           sex = ${to.sex}, upn = ${to.upn}, year_group = ${to.yearGroup}, year_group_note = ${to.yearNote},
           home_easting = CASE WHEN home_postcode = ${to.homePostcode} AND home_easting IS NOT NULL THEN home_easting ELSE ${home?.easting ?? null}::integer END,
           home_northing = CASE WHEN home_postcode = ${to.homePostcode} AND home_northing IS NOT NULL THEN home_northing ELSE ${home?.northing ?? null}::integer END,
           home_address = ${to.homeAddress}, home_postcode = ${to.homePostcode}, home_authority_code = coalesce(${homeAuthority}, home_authority_code),
           language = ${to.language}, needs_interpreter = ${to.needsInterpreter}, sen_provision = ${to.senProvision},
           looked_after_by = ${to.lookedAfterBy || null}, previously_looked_after = ${to.previouslyLookedAfter}, has_social_worker = ${to.hasSocialWorker},
           social_worker_contact = ${to.socialWorkerContact}, needs = ${to.needs}, version = version + 1
     WHERE id = ${pupilId}::uuid`);
  await correctContacts(tx, pupilId, to.contacts);
}

/** What of a pupil decides the day-1 target and the needs to be met, as the audit keeps it. */
export function careOf(pupil: Pick<PupilRecord, 'sen_provision' | 'looked_after_by' | 'has_social_worker' | 'needs'>) {
  return { senProvision: pupil.sen_provision, lookedAfterBy: pupil.looked_after_by, hasSocialWorker: pupil.has_social_worker, needs: pupil.needs };
}

const contactRow = z.object({ id: uuidColumn });

/** Line by line in the order of the record: changed, added, or taken away; a line that the form did not have stays. */
async function correctContacts(tx: WriteTx, pupilId: string, lines: PupilCorrection['contacts']): Promise<void> {
  const known = await tx.rows(contactRow, sql`SELECT id FROM pupil_contact WHERE pupil_id = ${pupilId}::uuid ORDER BY display_order, id`);
  for (const [index, one] of lines.entries()) {
    const contact = known[index];
    if (contact && one.name === '') {
      await tx.execute(sql`DELETE FROM pupil_contact WHERE id = ${contact.id}::uuid`);
    } else if (contact) {
      await tx.execute(sql`
        UPDATE pupil_contact SET name = ${one.name}, relationship = ${one.relationship || 'Not said'}, phone = ${one.phone} WHERE id = ${contact.id}::uuid`);
    } else if (one.name !== '') {
      await tx.execute(sql`
        INSERT INTO pupil_contact (authority_id, pupil_id, name, relationship, phone, display_order)
        SELECT ${tx.authorityId}, ${pupilId}::uuid, ${one.name}, ${one.relationship || 'Not said'}, ${one.phone}, coalesce(max(display_order), 0) + 1
          FROM pupil_contact WHERE pupil_id = ${pupilId}::uuid`);
    }
  }
}
