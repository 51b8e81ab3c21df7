import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import { enterMainRoll, insertExclusion, insertReferral, schoolThatCounts } from '@/lib/exclusions/enter-exclusion';
import { meaningForAuthority } from '@/lib/exclusions/rules/home-authority';
import { ownAuthorityCode } from '@/lib/exclusions/school-choice';
import { dutyOf, exclusionById } from '@/lib/exclusions/store';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { enterPupils, type WithPupil } from './enter-pupils';
import { OutcomeList, type RowOutcomes } from './row-outcome';
import { inSavepoint, RowRefused } from './row-savepoint';
import { decideExclusion } from './rules/decide';
import { readExclusions } from './rules/exclusion-rows';
import { Repeats } from './rules/repeats';
import { problemAt } from './rules/row-reader';
import { exclusionsOf } from './store';
import type { ExclusionFact, FileRow, KnownWords } from './types';

/** Writes the exclusions of a file, with what follows from where each pupil lives: a request for a place, or the task to tell the home authority. */
export async function writeExclusions(tx: WriteTx, rows: readonly FileRow[], known: KnownWords): Promise<RowOutcomes> {
  const read = readExclusions(rows, known);
  const { entered, problems } = await enterPupils(tx, 'exclusions', read.facts, []);
  const list = new OutcomeList([...read.problems, ...problems]);
  const onRecord = await exclusionsOf(tx, entered.map((one) => one.pupilId));
  const repeats = new Repeats('exclusions', 'excludedOn');
  const facts = { calendars: await loadCalendars(tx), own: await ownAuthorityCode(tx) };
  for (const one of entered) {
    const { row, fact } = one;
    const seen = repeats.look(row, `${one.pupilId} ${fact.excludedOn}`, [fact.schoolId, fact.excludedAt, fact.afternoonBegan, ...fact.reasons].join(' '));
    const decision = decideExclusion(fact, onRecord.get(one.pupilId) ?? []);
    if (typeof seen === 'object') list.refuse(seen);
    else if (decision.kind === 'problem') list.refuse(problemAt('exclusions', row, decision.key, decision.problem, decision.toDo));
    else if (decision.kind === 'unchanged') list.keep(row, { subjectKind: 'exclusion', subjectId: decision.subjectId });
    else if (seen === 'same') list.keep(row);
    else await create(tx, one, facts, list);
  }
  return list.all();
}

interface Facts { readonly calendars: Calendars; readonly own: string }

async function create(tx: WriteTx, one: WithPupil<ExclusionFact>, { calendars, own }: Facts, list: OutcomeList): Promise<void> {
  const { row, fact, pupilId } = one;
  const result = await inSavepoint(tx, '', async () => {
    const exclusion = await insertExclusion(tx, {
      pupilId, establishmentId: fact.schoolId, elsewhereSchool: null, elsewhereAuthority: null, excludedOn: fact.excludedOn, excludedAt: fact.excludedAt,
      afternoonBegan: fact.afternoonBegan, decidedBy: fact.decidedBy, reasonSet: fact.reasonSet, reasons: fact.reasons, homeAuthority: fact.pupil.homeAuthority,
      noExamLeft: false, yearGroup: fact.pupil.yearGroup,
    });
    const kept = await exclusionById(tx, exclusion.id);
    const duty = kept && dutyOf(calendars, kept);
    if (duty?.kind === 'refused') throw new RowRefused({ key: 'excludedOn', problem: duty.message, toDo: 'Correct the date, or add the calendar of that year first' });
    await enterMainRoll(tx, pupilId, fact.schoolId, fact.excludedOn);
    const meaning = meaningForAuthority({ thisAuthority: own, homeAuthority: fact.pupil.homeAuthority, schoolAuthority: own });
    if (meaning.kind === 'tell_home_authority') {
      await addTellTask(tx, exclusion, pupilId, fact.pupil.homeAuthority);
      return { exclusionId: exclusion.id, referralId: null };
    }
    const referralId = await insertReferral(tx, {
      pupilId, route: 'permanent_exclusion', exclusionId: exclusion.id, receivedOn: fact.excludedOn, wantedFrom: null, shareTenths: 10, askedFor: '', needs: [],
      establishmentId: meaning.countsToQuota ? await schoolThatCounts(tx, fact.schoolId, fact.pupil.yearGroup, fact.excludedOn) : null,
    });
    return { exclusionId: exclusion.id, referralId };
  });
  if ('refused' in result) {
    list.refuse(problemAt('exclusions', row, result.refused.key, result.refused.problem, result.refused.toDo));
    return;
  }
  const { exclusionId, referralId } = result.value;
  list.make(row, [
    { subjectKind: 'exclusion', subjectId: exclusionId },
    ...(one.isNew ? [{ subjectKind: 'pupil' as const, subjectId: pupilId }] : []),
    ...(referralId === null ? [] : [{ subjectKind: 'referral' as const, subjectId: referralId }]),
  ]);
}

async function addTellTask(tx: WriteTx, exclusion: { readonly id: string; readonly reference: string }, pupilId: string, homeAuthority: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO task (authority_id, kind, title, for_role, pupil_id, exclusion_id, due_on, created_at)
    SELECT ${tx.authorityId}, 'tell_home_authority', 'Tell ' || a.name || ', the home authority, of permanent exclusion ' || ${exclusion.reference},
           'placement_officer', ${pupilId}::uuid, ${exclusion.id}::uuid, ${tx.today}::date, ${tx.now}
      FROM local_authority a WHERE a.code = ${homeAuthority}`);
}
