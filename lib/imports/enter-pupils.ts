import { homePoint } from '@/lib/pupils/rules/home-point';
import { searchName } from '@/lib/pupils/rules/search-name';
import { newFormKey } from '@/lib/server/random';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { lockPupilsAndSites } from './import-locks';
import { type CareOnRecord, careOfNew, withCare } from './rules/pupil-care';
import { PupilIndex } from './rules/pupil-index';
import { problemAt } from './rules/row-reader';
import { pupilsLike } from './store';
import type { FromRow, ImportKind, PupilFact, RowProblem } from './types';

/** A row whose pupil is known: on record before, or entered with this row. */
export interface WithPupil<Fact> extends FromRow<Fact> {
  readonly pupilId: string;
  readonly isNew: boolean;
}

/**
 * Finds or enters the pupil of every row, with all pupils and sites of the file locked in the order of placement
 * changes. A pupil on record is not written over; what the record lacks of a pupil's care is added to it.
 */
export async function enterPupils<Fact extends { readonly pupil: PupilFact }>(
  tx: WriteTx, kind: ImportKind, rows: readonly FromRow<Fact>[], siteIds: readonly string[],
): Promise<{ entered: WithPupil<Fact>[]; problems: RowProblem[]; remarks: RowProblem[] }> {
  const facts = rows.map(({ fact }) => fact.pupil);
  await lockPupilsAndSites(tx, (await pupilsLike(tx, facts)).map((one) => one.id), siteIds);
  const onRecord = await pupilsLike(tx, facts);
  const index = new PupilIndex(onRecord);
  const entered: WithPupil<Fact>[] = [];
  const problems: RowProblem[] = [];
  const remarks: RowProblem[] = [];
  const made: NewPupil[] = [];
  const care = new Map(onRecord.map((one): [string, CareOnRecord] => [one.id, one.care]));
  const changed = new Map<string, CareOnRecord>();
  for (const { row, fact } of rows) {
    const match = index.match(fact.pupil);
    if (match.kind === 'problem') {
      problems.push(problemAt(kind, row, match.column, match.problem, match.toDo));
      continue;
    }
    const id = match.kind === 'known' ? match.pupil.id : newFormKey();
    const had = care.get(id);
    const said = had === undefined ? { care: careOfNew(fact.pupil), added: [], stays: [] } : withCare(had, fact.pupil);
    care.set(id, said.care);
    if (said.added.length > 0) changed.set(id, said.care);
    remarks.push(
      ...said.added.map((key) => problemAt(kind, row, key, 'The pupil\u2019s record does not say so yet: it is added there', 'Leave it if it is right')),
      ...said.stays.map((key) => problemAt(kind, row, key, 'The pupil\u2019s record has another answer, which stays: an import does not write over it', 'Check which of the two is right')),
    );
    if (match.kind === 'new') {
      made.push({ id, searchName: searchName(fact.pupil.firstName, fact.pupil.lastName), ...fact.pupil, ...said.care });
      index.add({ id, searchName: searchName(fact.pupil.firstName, fact.pupil.lastName), bornOn: fact.pupil.bornOn, upn: fact.pupil.upn });
    }
    entered.push({ row, fact, pupilId: id, isNew: match.kind === 'new' });
  }
  await insertPupils(tx, made);
  await addCare(tx, changed);
  return { entered, problems, remarks };
}

type NewPupil = Omit<PupilFact, keyof CareOnRecord> & CareOnRecord & { readonly id: string; readonly searchName: string };

async function insertPupils(tx: WriteTx, made: readonly NewPupil[]): Promise<void> {
  const rows = made.map((one) => ({ ...one, ...homePoint(one.homePostcode) }));
  await tx.execute(sql`
    INSERT INTO pupil (authority_id, id, first_name, last_name, search_name, born_on, sex, upn, year_group, home_authority_code, looked_after_by,
                       has_social_worker, sen_provision, needs, language, home_postcode, home_easting, home_northing)
    SELECT ${tx.authorityId}, p.id, p."firstName", p."lastName", p."searchName", p."bornOn", p.sex, p.upn, p."yearGroup", p."homeAuthority",
           p."lookedAfterBy", p."hasSocialWorker", p."senProvision", ARRAY(SELECT jsonb_array_elements_text(p.needs)), p.language, p."homePostcode",
           p.easting, p.northing
      FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS (id uuid, "firstName" text, "lastName" text, "searchName" text, "bornOn" date, sex text,
             upn text, "yearGroup" integer, "homeAuthority" text, "lookedAfterBy" text, "hasSocialWorker" boolean, "senProvision" text, needs jsonb,
             language text, "homePostcode" text, easting integer, northing integer)) WITH ORDINALITY AS p
     ORDER BY p.ordinality`);
}

/** Adds to records what they did not say; in the order of ids, as the pupils are locked. */
async function addCare(tx: WriteTx, changed: ReadonlyMap<string, CareOnRecord>): Promise<void> {
  const rows = [...changed].map(([id, care]) => ({ id, ...care, ...homePoint(care.homePostcode) }));
  await tx.execute(sql`
    UPDATE pupil SET looked_after_by = c."lookedAfterBy", has_social_worker = c."hasSocialWorker", sen_provision = c."senProvision",
           needs = ARRAY(SELECT jsonb_array_elements_text(c.needs)), home_postcode = c."homePostcode",
           home_easting = CASE WHEN pupil.home_postcode = c."homePostcode" AND home_easting IS NOT NULL THEN home_easting ELSE c.easting END,
           home_northing = CASE WHEN pupil.home_postcode = c."homePostcode" AND home_northing IS NOT NULL THEN home_northing ELSE c.northing END, version = version + 1
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c(id uuid, "lookedAfterBy" text, "hasSocialWorker" boolean, "senProvision" text, needs jsonb, "homePostcode" text,
             easting integer, northing integer)
     WHERE pupil.id = c.id`);
}
