import { searchName } from '@/lib/pupils/rules/search-name';
import { newFormKey } from '@/lib/server/random';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { lockPupilsAndSites } from './import-locks';
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
 * changes. A pupil on record is not written over.
 */
export async function enterPupils<Fact extends { readonly pupil: PupilFact }>(
  tx: WriteTx, kind: ImportKind, rows: readonly FromRow<Fact>[], siteIds: readonly string[],
): Promise<{ entered: WithPupil<Fact>[]; problems: RowProblem[] }> {
  const onRecord = await pupilsLike(tx, rows.map(({ fact }) => fact.pupil));
  await lockPupilsAndSites(tx, onRecord.map((one) => one.id), siteIds);
  const index = new PupilIndex(onRecord);
  const entered: WithPupil<Fact>[] = [];
  const problems: RowProblem[] = [];
  const made: NewPupil[] = [];
  for (const { row, fact } of rows) {
    const match = index.match(fact.pupil);
    if (match.kind === 'problem') {
      problems.push(problemAt(kind, row, match.column, match.problem, match.toDo));
      continue;
    }
    const id = match.kind === 'known' ? match.pupil.id : newFormKey();
    if (match.kind === 'new') {
      made.push({ id, searchName: searchName(fact.pupil.firstName, fact.pupil.lastName), ...fact.pupil });
      index.add({ id, searchName: searchName(fact.pupil.firstName, fact.pupil.lastName), bornOn: fact.pupil.bornOn, upn: fact.pupil.upn });
    }
    entered.push({ row, fact, pupilId: id, isNew: match.kind === 'new' });
  }
  await insertPupils(tx, made);
  return { entered, problems };
}

type NewPupil = PupilFact & { readonly id: string; readonly searchName: string };

async function insertPupils(tx: WriteTx, made: readonly NewPupil[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO pupil (authority_id, id, first_name, last_name, search_name, born_on, sex, upn, year_group, home_authority_code)
    SELECT ${tx.authorityId}, p.id, p."firstName", p."lastName", p."searchName", p."bornOn", p.sex, p.upn, p."yearGroup", p."homeAuthority"
      FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS (id uuid, "firstName" text, "lastName" text, "searchName" text, "bornOn" date, sex text,
             upn text, "yearGroup" integer, "homeAuthority" text)) WITH ORDINALITY AS p
     ORDER BY p.ordinality`);
}
