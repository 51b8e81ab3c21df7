import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { searchName } from './rules/search-name';
import type { PupilEntry } from './input';

/** The details of a pupil as they should have been entered. Contacts stand in the order of the record. */
export interface PupilCorrection extends Pick<PupilEntry,
  'firstName' | 'lastName' | 'bornOn' | 'sex' | 'upn' | 'yearGroup' | 'yearNote' | 'homeAddress' | 'homePostcode' | 'language' | 'needsInterpreter'> {
  readonly contacts: readonly { readonly name: string; readonly relationship: string; readonly phone: string }[];
}

/** Writes corrected details of a pupil whose row the caller has locked. `homeAuthority` null leaves the authority as it is. */
export async function correctPupilRow(tx: WriteTx, pupilId: string, to: PupilCorrection, homeAuthority: string | null): Promise<void> {
  await tx.execute(sql`
    UPDATE pupil SET first_name = ${to.firstName}, last_name = ${to.lastName}, search_name = ${searchName(to.firstName, to.lastName)}, born_on = ${to.bornOn}::date,
           sex = ${to.sex}, upn = ${to.upn}, year_group = ${to.yearGroup}, year_group_note = ${to.yearNote},
           home_easting = CASE WHEN home_postcode = ${to.homePostcode} THEN home_easting END,
           home_northing = CASE WHEN home_postcode = ${to.homePostcode} THEN home_northing END,
           home_address = ${to.homeAddress}, home_postcode = ${to.homePostcode}, home_authority_code = coalesce(${homeAuthority}, home_authority_code),
           language = ${to.language}, needs_interpreter = ${to.needsInterpreter}, version = version + 1
     WHERE id = ${pupilId}::uuid`);
  for (const [index, one] of to.contacts.entries()) {
    const changed = await tx.execute(sql`
      UPDATE pupil_contact SET name = ${one.name}, relationship = ${one.relationship || 'Not said'}, phone = ${one.phone}
       WHERE pupil_id = ${pupilId}::uuid
         AND id = (SELECT id FROM pupil_contact WHERE pupil_id = ${pupilId}::uuid ORDER BY display_order OFFSET ${index} LIMIT 1)`);
    if (changed > 0) continue;
    await tx.execute(sql`
      INSERT INTO pupil_contact (authority_id, pupil_id, name, relationship, phone, display_order)
      SELECT ${tx.authorityId}, ${pupilId}::uuid, ${one.name}, ${one.relationship || 'Not said'}, ${one.phone}, count(*) + 1
        FROM pupil_contact WHERE pupil_id = ${pupilId}::uuid`);
  }
}
