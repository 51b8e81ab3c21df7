import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import { dateInWords } from '@/lib/core/date-words';
import { enterPupil } from '@/lib/pupils/enter-pupil';
import type { Command } from '@/lib/server/command';
import { enterMainRoll, insertReferral, schoolThatCounts } from '../enter-exclusion';
import { entryRightsOf } from '../entry-rights';
import { recordReferralInput } from '../input';
import { mayKeepList } from '../policy';
import { schoolsOpenOn } from '../school-choice';

/** A request for a place by a route other than permanent exclusion. It has no legal clock; the date wanted orders it. */
export const recordReferral: Command<typeof recordReferralInput, { referralId: string; pupilId: string }> = {
  name: 'referral.record',
  input: recordReferralInput,
  handle: async (tx, entry) => {
    if (!mayKeepList(tx.actor)) throw notFoundRefusal();
    if (entry.receivedOn > tx.today) throw invalid('receivedOn', `Date received must be ${dateInWords(tx.today)}, today, or earlier`);
    if (entry.wantedFrom !== null && entry.wantedFrom < entry.receivedOn) throw invalid('wantedFrom', 'Date wanted from must be the date received or later');
    if (entry.schoolId === null && (entry.route === 'preventative' || entry.route === 'short_break')) {
      throw invalid('schoolId', 'Choose the school: this route is always from one');
    }
    if (entry.route === 'ehc_plan' && entry.senProvision !== 'E') throw invalid('senProvision', 'The route is EHC plan, so the pupil must have one. Choose EHC plan here or another route');
    if (entry.schoolId !== null && !(await schoolsOpenOn(tx, entry.receivedOn)).some((school) => school.id === entry.schoolId)) {
      throw invalid('schoolId', `Choose a school of the authority that was open on ${dateInWords(entry.receivedOn)}`);
    }
    const pupilId = await enterPupil(tx, entry, entry.receivedOn, entryRightsOf(tx.actor));
    if (entry.schoolId !== null) await enterMainRoll(tx, pupilId, entry.schoolId, entry.receivedOn);
    const counts = entry.route === 'authority_placed' ? null : await schoolThatCounts(tx, entry.schoolId, entry.yearGroup, entry.receivedOn);
    const referralId = await insertReferral(tx, {
      pupilId, route: entry.route, exclusionId: null, establishmentId: counts, receivedOn: entry.receivedOn, wantedFrom: entry.wantedFrom,
      shareTenths: entry.shareTenths, askedFor: entry.askedFor, needs: entry.needs,
    });
    return {
      outcome: { referralId, pupilId },
      audit: { subjectKind: 'referral', subjectId: referralId, pupilId, after: { route: entry.route, school: entry.schoolId, wantedFrom: entry.wantedFrom } },
    };
  },
};
