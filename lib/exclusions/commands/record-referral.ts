import type { z } from 'zod';
import { dateInWords } from '@/lib/core/date-words';
import { type FieldProblem, invalidAll, notFoundRefusal } from '@/lib/core/refusal';
import { pupilProblems } from '@/lib/pupils/check-pupil';
import { enterPupil } from '@/lib/pupils/enter-pupil';
import type { Command } from '@/lib/server/command';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { enterMainRoll, insertReferral, schoolThatCounts } from '../enter-exclusion';
import { entryRightsOf } from '../entry-rights';
import { recordReferralInput } from '../input';
import { mayKeepList } from '../policy';
import { schoolsOpenOn } from '../school-choice';

/** A request for a place by a route other than permanent exclusion. It has no legal clock; the date wanted orders it. */
export const recordReferral: Command<typeof recordReferralInput, { referralId: string; pupilId: string }> = {
  name: 'referral.record',
  input: recordReferralInput,
  check: entryProblems,
  handle: async (tx, entry) => {
    if (!mayKeepList(tx.actor)) throw notFoundRefusal();
    const problems = await entryProblems(tx, entry);
    if (problems.length > 0) throw invalidAll(problems);
    const pupilId = await enterPupil(tx, entry, entry.receivedOn, entryRightsOf(tx.actor));
    if (entry.schoolId !== null) await enterMainRoll(tx, pupilId, entry.schoolId, entry.receivedOn);
    const counts = entry.route === 'authority_placed' ? null : await schoolThatCounts(tx, entry.schoolId, entry.yearGroup, entry.receivedOn);
    const referralId = await insertReferral(tx, {
      pupilId, route: entry.route, exclusionId: null, establishmentId: counts, receivedOn: entry.receivedOn, wantedFrom: entry.wantedFrom, wantedTo: entry.wantedTo,
      shareTenths: entry.shareTenths, askedFor: entry.askedFor, needs: entry.needs,
    });
    return {
      outcome: { referralId, pupilId },
      audit: { subjectKind: 'referral', subjectId: referralId, pupilId, after: { route: entry.route, school: entry.schoolId, wantedFrom: entry.wantedFrom, wantedTo: entry.wantedTo } },
    };
  },
};

type Entry = z.output<typeof recordReferralInput>;

/** Everything that takes the record to see, over the fields that could be read; nothing for who keeps no list. */
async function entryProblems(tx: ReadTx, entry: Partial<Entry>): Promise<FieldProblem[]> {
  if (!mayKeepList(tx.actor)) return [];
  const { receivedOn, wantedFrom, wantedTo, route } = entry;
  const on = receivedOn === undefined || receivedOn > tx.today ? tx.today : receivedOn;
  const problems: (FieldProblem | false)[] = [
    receivedOn !== undefined && receivedOn > tx.today && { field: 'receivedOn', message: `Date received must be ${dateInWords(tx.today)}, today, or earlier` },
    receivedOn !== undefined && typeof wantedFrom === 'string' && wantedFrom < receivedOn && { field: 'wantedFrom', message: 'Date wanted from must be the date received or later' },
    typeof wantedTo === 'string' && (wantedFrom ?? receivedOn ?? wantedTo) > wantedTo && {
      field: 'wantedTo', message: wantedFrom ? `Last day wanted must be ${dateInWords(wantedFrom)}, the date wanted from, or later` : 'Last day wanted must be the date received or later',
    },
    entry.schoolId === null && (route === 'preventative' || route === 'short_break') && { field: 'schoolId', message: 'Choose the school: this route is always from one' },
    typeof entry.schoolId === 'string' && !(await schoolsOpenOn(tx, on)).some((school) => school.id === entry.schoolId)
      && { field: 'schoolId', message: `Choose a school of the authority that was open on ${dateInWords(on)}` },
    route === 'ehc_plan' && entry.senProvision !== undefined && entry.senProvision !== 'E'
      && { field: 'senProvision', message: 'The route is EHC plan, so the pupil must have one. Choose EHC plan here or another route' },
  ];
  return [...problems.filter((one): one is FieldProblem => one !== false), ...(await pupilProblems(tx, entry, on))];
}
