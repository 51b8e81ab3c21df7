import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { invalid, invalidAll, notFoundRefusal, stale } from '@/lib/core/refusal';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { pupilProblems } from './check-pupil';
import type { PupilEntry } from './input';
import { type PupilMatch, pupilByUpn, pupilsNamed } from './match-pupil';
import { homePoint } from './rules/home-point';
import { searchName } from './rules/search-name';
import { pupilById } from './store';

const made = z.object({ id: z.string() });

/** What the person may be told about a pupil on record who is like the one typed, and whether they may choose that pupil. */
export interface EntryRights {
  /** Asked when the form names a record by its id; whoever types the name and birth date, or the UPN, may say that it is that pupil. */
  readonly mayUse: (match: PupilMatch) => boolean;
  readonly describe: (match: PupilMatch) => string;
}

/**
 * The pupil of a form, created or taken from the record, and held under lock to the end of the transaction. Two
 * people who key in the same pupil at once queue, and the second is shown the first's record.
 * @throws Refused at `samePupil`, `upn`, `bornOn`, `yearChecked`, `yearNote`, `homeAuthority` or `lookedAfterBy`; `stale` when the record changed since the page was opened
 */
export async function enterPupil(tx: WriteTx, entry: PupilEntry, on: CalendarDate, rights: EntryRights): Promise<string> {
  const problems = await pupilProblems(tx, entry, on);
  if (problems.length > 0) throw invalidAll(problems);
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${tx.authorityId} ${searchName(entry.firstName, entry.lastName)} ${entry.bornOn}`}, 0))`);
  const known = entry.pupilId ?? (await recognised(tx, entry, rights));
  return known === null ? insertPupil(tx, entry) : updatePupil(tx, known, entry, rights);
}

/** The id of the pupil on record whom the person says it is; null for a new pupil. Asks when nobody has said. */
async function recognised(tx: WriteTx, entry: PupilEntry, rights: EntryRights): Promise<string | null> {
  const byUpn = entry.upn === null ? null : await pupilByUpn(tx, entry.upn);
  if (byUpn && byUpn.born_on !== entry.bornOn) {
    throw invalid('upn', 'Another pupil on record, with another birth date, has this UPN. Check the UPN and the birth date against the school\u2019s record');
  }
  const matches = byUpn ? [byUpn] : await pupilsNamed(tx, entry.firstName, entry.lastName, entry.bornOn);
  const [match] = matches;
  if (!match) return null;
  if (entry.samePupil === 'yes') return match.id;
  if (entry.samePupil === 'no' && !byUpn) return null;
  throw invalid('samePupil', byUpn
    ? `This UPN is on record for ${rights.describe(match)}. Say that it is the same pupil, or mend the UPN`
    : `${rights.describe(match)} is on record already. Say whether this is the same pupil`);
}

async function insertPupil(tx: WriteTx, entry: PupilEntry): Promise<string> {
  const home = homePoint(entry.homePostcode);
  const row = await tx.row(made, sql`
    INSERT INTO pupil (authority_id, first_name, last_name, search_name, born_on, sex, upn, year_group, year_group_note, home_authority_code, home_address, home_postcode,
                       home_easting, home_northing, language, needs_interpreter, sen_provision, looked_after_by, has_social_worker, social_worker_contact, needs)
    VALUES (${tx.authorityId}, ${entry.firstName}, ${entry.lastName}, ${searchName(entry.firstName, entry.lastName)}, ${entry.bornOn}::date, ${entry.sex},
            ${entry.upn}, ${entry.yearGroup}, ${entry.yearNote}, ${entry.homeAuthority}, ${entry.homeAddress}, ${entry.homePostcode},
            ${home?.easting ?? null}::integer, ${home?.northing ?? null}::integer, ${entry.language},
            ${entry.needsInterpreter}, ${entry.senProvision}, ${entry.lookedAfterBy || null}, ${entry.hasSocialWorker}, ${entry.socialWorkerContact}, ${entry.needs})
    RETURNING id`);
  if (!row) throw new Error('The pupil was not saved');
  await addContacts(tx, row.id, entry);
  return row.id;
}

/** Writes what was learnt in the call into the record; what was left empty stays as it is. */
async function updatePupil(tx: WriteTx, id: string, entry: PupilEntry, rights: EntryRights): Promise<string> {
  await tx.execute(sql`SELECT 1 FROM pupil WHERE id = ${id}::uuid FOR UPDATE`);
  const withUpn = entry.upn === null ? null : await pupilByUpn(tx, entry.upn);
  if (withUpn && withUpn.id !== id) throw invalid('upn', 'Another pupil on record has this UPN. Check it against the school\u2019s record');
  const before = await pupilById(tx, id);
  const match = before && (await pupilsNamed(tx, before.first_name, before.last_name, before.born_on)).find((one) => one.id === id);
  if (!before || !match || (entry.pupilId !== null && !rights.mayUse(match))) throw notFoundRefusal();
  if (entry.pupilId !== null && entry.pupilVersion !== String(before.version)) {
    throw stale('Somebody changed this pupil\u2019s record while you had the page open. Nothing of yours was saved. Open the page again to go on from what stands now', [
      `Now: Year ${before.year_group}, ${before.home_address || 'no address'}, ${before.home_postcode}`,
    ]);
  }
  const home = homePoint(entry.homePostcode);
  await tx.execute(sql`
    UPDATE pupil SET upn = coalesce(upn, ${entry.upn}), year_group = ${entry.yearGroup}, year_group_note = ${entry.yearNote}, home_authority_code = ${entry.homeAuthority},
           home_easting = CASE WHEN ${entry.homePostcode} IN ('', home_postcode) AND home_easting IS NOT NULL THEN home_easting ELSE ${home?.easting ?? null}::integer END,
           home_northing = CASE WHEN ${entry.homePostcode} IN ('', home_postcode) AND home_northing IS NOT NULL THEN home_northing ELSE ${home?.northing ?? null}::integer END,
           home_address = coalesce(nullif(${entry.homeAddress}, ''), home_address), home_postcode = coalesce(nullif(${entry.homePostcode}, ''), home_postcode),
           language = ${entry.language}, needs_interpreter = ${entry.needsInterpreter}, sen_provision = ${entry.senProvision},
           looked_after_by = ${entry.lookedAfterBy || null}, previously_looked_after = previously_looked_after OR (looked_after_by IS NOT NULL AND ${entry.lookedAfterBy} = ''),
           has_social_worker = ${entry.hasSocialWorker}, social_worker_contact = coalesce(nullif(${entry.socialWorkerContact}, ''), social_worker_contact),
           needs = CASE WHEN cardinality(${entry.needs}::text[]) = 0 THEN needs ELSE ${entry.needs}::text[] END, version = version + 1
     WHERE id = ${id}::uuid`);
  await addContacts(tx, id, entry);
  return id;
}

/** Adds contacts that the record does not have; one of the same name gets the new telephone number. */
async function addContacts(tx: WriteTx, pupilId: string, entry: PupilEntry): Promise<void> {
  const given = [
    { name: entry.contactName, relationship: entry.contactRelationship, phone: entry.contactPhone },
    { name: entry.secondContactName, relationship: entry.secondContactRelationship, phone: entry.secondContactPhone },
  ].filter((one) => one.name !== '');
  for (const one of given) {
    const changed = await tx.execute(sql`
      UPDATE pupil_contact SET relationship = coalesce(nullif(${one.relationship}, ''), relationship), phone = coalesce(nullif(${one.phone}, ''), phone)
       WHERE pupil_id = ${pupilId}::uuid AND lower(name) = lower(${one.name})`);
    if (changed > 0) continue;
    await tx.execute(sql`
      INSERT INTO pupil_contact (authority_id, pupil_id, name, relationship, phone, display_order)
      SELECT ${tx.authorityId}, ${pupilId}::uuid, ${one.name}, ${one.relationship || 'Not said'}, ${one.phone}, coalesce(max(display_order), 0) + 1
        FROM pupil_contact WHERE pupil_id = ${pupilId}::uuid`);
  }
}
