import { type Month, monthInWords } from '@/lib/charges/rules/months';
import { conflict, invalid } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { signReportInput } from '../input';
import { openVersion } from '../open-version';
import { protectVersion, whyOutdated } from '../protect-version';
import { refuseTellingWords } from '../telling-words';
import { leakRefusal } from '../leak-refusal';
import { namedPlaces } from '../queries/named-places';
import { missingWords, publishedTexts } from '../rules/forum/officer-words';
import { smallNumbers, smallNumbersQuestion } from '../rules/forum/small-numbers';

/** Signs a report off: somebody else than who changed it last, when its words are complete and nothing can be worked out from it. */
export const signReport: Command<typeof signReportInput, { month: Month }> = {
  name: 'report.sign',
  input: signReportInput,
  handle: async (tx, input) => {
    const { actor, own, versions, releases } = await openVersion(tx, input);
    if (own.state === 'signed') throw conflict(`${monthInWords(own.month)} is signed off already`);
    if (own.drafted_by === actor.personId) throw conflict('You changed this report last. Somebody else signs it off');
    const missing = missingWords(own.words, own.number > 1, own.note);
    if (missing.length > 0) throw conflict('The report is not complete', missing.map((label) => `${label}: not written yet`));
    const outdated = whyOutdated(own, versions, releases);
    if (outdated !== null) throw conflict(outdated);
    const { result } = await protectVersion(own, versions, releases);
    if (result.kind === 'refused') throw leakRefusal(result.leaks);
    refuseTellingWords(own, result.published);
    const question = smallNumbersQuestion(smallNumbers(publishedTexts(own.words, own.note, own.figures.reasons), await namedPlaces(tx)));
    if (question !== null && input.confirmed !== question) throw invalid('confirmed', question);
    await tx.execute(sql`
      UPDATE report_version SET state = 'signed', signed_by = ${actor.personId}::uuid, signed_at = ${tx.now}, version = version + 1 WHERE id = ${own.id}::uuid`);
    return { outcome: { month: own.month }, audit: { subjectKind: 'report_version', subjectId: own.id, before: { state: 'draft' }, after: { month: own.month, version: own.number, state: 'signed' } } };
  },
};
