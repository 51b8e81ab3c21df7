import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { changedMeanwhile } from '@/lib/core/changed-meanwhile';
import { dateInWords } from '@/lib/core/date-words';
import { conflict, type FieldProblem, invalidAll, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { type AgreementRow, agreementRow } from '../agreement-rows';
import { setQuotaInput } from '../input';

/** A dated change of the quota: the row that runs ends the day before, a row of the same day is corrected. */
export const setQuota: Command<typeof setQuotaInput, { agreementId: string }> = {
  name: 'agreement.set_quota',
  input: setQuotaInput,
  check: async (tx, fields) => {
    const agreement = fields.agreementId === undefined ? null : await agreementRow(tx, fields.agreementId);
    return agreement ? outsideYear(agreement, fields.firstOn) : [];
  },
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    await tx.execute(sql`SELECT 1 FROM agreement WHERE id = ${input.agreementId}::uuid FOR UPDATE`);
    const agreement = await agreementRow(tx, input.agreementId);
    if (!agreement) throw notFoundRefusal();
    if (agreement.version !== input.version) {
      const now = agreement.quota.findLast((row) => row.firstOn <= input.firstOn);
      throw changedMeanwhile('agreement', [[`Places on ${dateInWords(input.firstOn)}`, now?.places ?? null, input.places], ['Reason', now?.reason ?? null, input.reason]]);
    }
    if (agreement.terms_version !== agreement.latest_version) throw conflict('These terms were replaced by a newer version. Change the quota there');
    const problems = outsideYear(agreement, input.firstOn);
    if (problems.length > 0) throw invalidAll(problems);
    const same = agreement.quota.find((row) => row.firstOn === input.firstOn);
    const next = agreement.quota.find((row) => row.firstOn > input.firstOn);
    if (same) {
      await tx.execute(sql`UPDATE agreement_quota SET places = ${input.places}, reason = ${input.reason} WHERE id = ${same.id}::uuid`);
    } else {
      await tx.execute(sql`
        UPDATE agreement_quota SET last_on = ${addDays(input.firstOn, -1)}::date
         WHERE agreement_id = ${agreement.id}::uuid AND first_on < ${input.firstOn}::date AND (last_on IS NULL OR last_on >= ${input.firstOn}::date)`);
      await tx.execute(sql`
        INSERT INTO agreement_quota (authority_id, agreement_id, places, first_on, last_on, reason)
        VALUES (${tx.authorityId}, ${agreement.id}::uuid, ${input.places}, ${input.firstOn}::date, ${next ? addDays(next.firstOn, -1) : null}::date, ${input.reason})`);
    }
    await tx.execute(sql`UPDATE agreement SET version = version + 1 WHERE id = ${agreement.id}::uuid`);
    return {
      outcome: { agreementId: agreement.id },
      audit: { subjectKind: 'agreement', subjectId: agreement.id, before: same && { places: same.places }, after: { places: input.places, firstOn: input.firstOn }, reason: input.reason },
    };
  },
};

function outsideYear(agreement: Pick<AgreementRow, 'first_on' | 'last_on'>, day: CalendarDate | undefined): FieldProblem[] {
  if (day === undefined || (day >= agreement.first_on && day <= agreement.last_on)) return [];
  return [{ field: 'firstOn', message: `First day with the new quota must lie from ${dateInWords(agreement.first_on)} to ${dateInWords(agreement.last_on)}` }];
}
