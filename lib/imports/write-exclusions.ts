import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import { enterMainRoll } from '@/lib/exclusions/enter-exclusion';
import { meaningForAuthority } from '@/lib/exclusions/rules/home-authority';
import { ownAuthorityCode } from '@/lib/exclusions/school-choice';
import { countOf } from './clock-reach';
import { newFormKey } from '@/lib/server/random';
import type { WriteTx } from '@/lib/server/unit-of-work';
import { enterPupils, type WithPupil } from './enter-pupils';
import { enterFirstRolls } from './enter-rolls';
import { addTellTasks, insertExclusions } from './insert-exclusions';
import { loadMemberships } from './memberships';
import { oddDays } from './odd-days';
import { insertReferrals } from './referrals';
import { newFacts, OutcomeList, type RowOutcomes } from './row-outcome';
import { decideExclusion } from './rules/decide';
import { exclusionDates, readExclusions } from './rules/exclusion-rows';
import { Repeats } from './rules/repeats';
import { problemAt } from './rules/row-reader';
import { exclusionsOf } from './store';
import type { ExclusionFact, FileRow, KnownWords } from './types';

type Row = WithPupil<ExclusionFact>;

/** Writes the exclusions of a file, each with its request; where the pupil lives elsewhere, outside every quota and with the task to tell the home authority. */
export async function writeExclusions(tx: WriteTx, rows: readonly FileRow[], known: KnownWords): Promise<RowOutcomes> {
  const read = readExclusions(rows, known);
  const { entered, problems, remarks } = await enterPupils(tx, 'exclusions', read.facts, []);
  const list = new OutcomeList({ problems: [...read.problems, ...problems], remarks: [...read.remarks, ...remarks] });
  const calendars = await loadCalendars(tx);
  const wanted = await rowsToMake(tx, entered, calendars, list);
  for (const { row, whereId, dates } of [...newFacts(read.facts, list).map(({ row: at, fact }) => ({ row: at, ...exclusionDates(fact) })), ...read.dated]) {
    const school = known.schools.find((one) => one.id === whereId)?.name ?? 'the school';
    for (const remark of oddDays('exclusions', row, dates, { name: school, days: calendars.forEstablishment(whereId), closures: [] })) list.remark(remark);
  }
  const own = await ownAuthorityCode(tx);
  const schoolThatCounts = await loadMemberships(tx);
  const made = wanted.map((one) => {
    const meaning = meaningForAuthority({ thisAuthority: own, homeAuthority: one.fact.pupil.homeAuthority, schoolAuthority: own });
    return { one, exclusionId: newFormKey(), referralId: newFormKey(), meaning };
  });
  await insertExclusions(tx, made.map(({ one, exclusionId }) => ({ ...one.fact, id: exclusionId, pupilId: one.pupilId, homeAuthority: one.fact.pupil.homeAuthority, phase: one.fact.pupil.yearGroup >= 7 ? 'secondary' : 'primary' })));
  await enterRolls(tx, wanted, list);
  await insertReferrals(tx, made.map(({ one, exclusionId, referralId, meaning }) => ({
    id: referralId, pupilId: one.pupilId, route: 'permanent_exclusion', exclusionId, receivedOn: one.fact.excludedOn, wantedFrom: null, shareTenths: 10, askedFor: '', needs: one.fact.pupil.needs ?? [],
    establishmentId: meaning.countsToQuota ? schoolThatCounts(one.fact.schoolId, one.fact.pupil.yearGroup, one.fact.excludedOn) : null,
  })));
  await addTellTasks(tx, made.filter((each) => each.meaning.kind === 'tell_home_authority').map((each) => each.exclusionId));
  for (const { one, exclusionId, referralId } of made) {
    list.make(one.row, [
      { subjectKind: 'exclusion', subjectId: exclusionId },
      ...(one.isNew ? [{ subjectKind: 'pupil' as const, subjectId: one.pupilId }] : []),
      { subjectKind: 'referral', subjectId: referralId },
    ]);
  }
  return list.all();
}

/** Every pupil is on the excluding school's roll (R35); what that changed is kept with the row, so that undoing gives it back. */
async function enterRolls(tx: WriteTx, wanted: readonly Row[], list: OutcomeList): Promise<void> {
  const firsts = await enterFirstRolls(tx, wanted.filter((one) => one.isNew).map(({ fact, pupilId }) => ({ pupilId, establishmentId: fact.schoolId, firstOn: fact.excludedOn })));
  for (const roll of firsts) {
    const one = wanted.find((each) => each.pupilId === roll.pupil_id);
    if (one) list.also(one.row, { subjectKind: 'roll', subjectId: roll.id });
  }
  for (const { row, fact, pupilId } of wanted.filter((one) => !one.isNew)) {
    const { enteredId, endedIds } = await enterMainRoll(tx, pupilId, fact.schoolId, fact.excludedOn);
    if (enteredId !== null) list.also(row, { subjectKind: 'roll', subjectId: enteredId });
    for (const subjectId of endedIds) list.also(row, { subjectKind: 'roll_ended', subjectId });
  }
}

/** The rows that say something new and whose clock the calendars reach; the others are counted as unchanged or refused. */
async function rowsToMake(tx: WriteTx, entered: readonly Row[], calendars: Calendars, list: OutcomeList): Promise<Row[]> {
  const onRecord = await exclusionsOf(tx, entered.map((one) => one.pupilId));
  const repeats = new Repeats('exclusions', 'excludedOn');
  return entered.filter(({ row, fact, pupilId }) => {
    const seen = repeats.look(row, `${pupilId} ${fact.excludedOn}`, [fact.schoolId, fact.excludedAt, fact.afternoonBegan, ...fact.reasons].join(' '));
    const decision = decideExclusion(fact, onRecord.get(pupilId) ?? []);
    const uncountable = decision.kind === 'create' ? countOf(calendars, fact) : null;
    if (typeof seen === 'object') list.refuse(seen);
    else if (decision.kind === 'problem') list.refuse(problemAt('exclusions', row, decision.key, decision.problem, decision.toDo));
    else if (decision.kind === 'unchanged') list.keep(row, { subjectKind: 'exclusion', subjectId: decision.subjectId });
    else if (seen === 'same') list.repeat(row);
    else if (uncountable !== null) list.refuse(problemAt('exclusions', row, 'excludedOn', uncountable, 'Correct the date, or add the calendar of that year first'));
    else return true;
    return false;
  });
}
