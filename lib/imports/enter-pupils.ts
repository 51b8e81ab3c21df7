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
  for (const { row, fact } of rows) {
    const match = index.match(fact.pupil);
    if (match.kind === 'problem') {
      problems.push(problemAt(kind, row, match.column, match.problem, match.toDo));
      continue;
    }
    const id = match.kind === 'known' ? match.pupil.id : newFormKey();
    if (match.kind === 'new') {
      await insertPupil(tx, id, fact.pupil);
      index.add({ id, searchName: searchName(fact.pupil.firstName, fact.pupil.lastName), bornOn: fact.pupil.bornOn, upn: fact.pupil.upn });
    }
    entered.push({ row, fact, pupilId: id, isNew: match.kind === 'new' });
  }
  return { entered, problems };
}

async function insertPupil(tx: WriteTx, id: string, fact: PupilFact): Promise<void> {
  await tx.execute(sql`
    INSERT INTO pupil (authority_id, id, first_name, last_name, search_name, born_on, sex, upn, year_group, home_authority_code)
    VALUES (${tx.authorityId}, ${id}::uuid, ${fact.firstName}, ${fact.lastName}, ${searchName(fact.firstName, fact.lastName)}, ${fact.bornOn}::date,
            ${fact.sex}, ${fact.upn}, ${fact.yearGroup}, ${fact.homeAuthority})`);
}
