import { z } from 'zod';
import { agreementYear } from '@/lib/calendars/rules/academic-year';
import { loadCalendars } from '@/lib/calendars/store';
import { conflict, invalid, invalidAll, notFoundRefusal, stale } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import { uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { type AgreementRow, versionsOf } from '../agreement-rows';
import { termsProblems } from '../check-terms';
import { saveAgreementInput } from '../input';
import { type NewTerms, termsOf } from '../rules/new-terms';

type Input = z.output<typeof saveAgreementInput>;
const made = z.object({ id: uuidColumn });

/**
 * Saves terms as a new version: the version before stays as it was, and its dated quotas and signatures are carried
 * over. The first version of a year takes its quota from the form and its schools from the partnership.
 */
export const saveAgreement: Command<typeof saveAgreementInput, { agreementId: string }> = {
  name: 'agreement.save',
  input: saveAgreementInput,
  check: termsProblems,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const partnership = await tx.row(z.object({ id: uuidColumn, phase: z.enum(['primary', 'secondary']) }), sql`
      SELECT id, phase FROM partnership WHERE id = ${input.partnershipId}::uuid FOR UPDATE`);
    if (!partnership) throw notFoundRefusal();
    const [latest] = await versionsOf(tx, partnership.id, input.academicYear);
    refuseOutdated(input, latest);
    const terms = termsOf({ ...input, censusDays: input.censusDays.dates }, latest ?? null);
    const version = (latest?.terms_version ?? 0) + 1;
    if (!(await loadCalendars(tx)).years.some((one) => one.id === input.calendarYearId)) throw notFoundRefusal();
    const problems = await termsProblems(tx, { ...input, fundHolderId: terms.fundHolderId, fundHolderTrustId: terms.fundHolderTrustId });
    if (problems.length > 0) throw invalidAll(problems);
    const agreement = await insertTerms(tx, input, terms, partnership.phase, version);
    await (latest ? carryOver(tx, latest.id, agreement) : begin(tx, agreement, terms, input));
    return {
      outcome: { agreementId: agreement },
      audit: {
        subjectKind: 'agreement', subjectId: agreement, before: latest && { version: latest.terms_version },
        after: { partnership: partnership.id, year: input.academicYear, version, measure: terms.measure, annualPence: input.annualPrice, payer: input.payer, trust: terms.fundHolderTrustId },
      },
    };
  },
};

function refuseOutdated(input: Input, latest: AgreementRow | undefined): void {
  if (input.agreementId === null && latest) throw conflict('This partnership has an agreement for the year already. Open it and enter new terms there');
  if (input.agreementId !== null && latest === undefined) throw notFoundRefusal();
  if (latest && input.agreementId !== latest.id) {
    throw stale('Somebody entered newer terms while you had the page open. Nothing of yours was saved. Open the latest version and go on from it', [`Now: version ${latest.terms_version}`]);
  }
}

async function insertTerms(tx: WriteTx, input: Input, terms: NewTerms, phase: string, version: number): Promise<string> {
  const { firstOn, lastOn } = agreementYear(input.academicYear);
  const row = await tx.row(made, sql`
    INSERT INTO agreement (authority_id, reference, partnership_id, academic_year, terms_version, first_on, last_on, pool_phase, weight_permanent_exclusion,
                           weight_dual_registered, weight_authority_placed, weight_ehc_named, part_time, start_rule, end_rule, measure, allowance_place_days,
                           census_days, annual_pence, basis_days, payer, fund_holder_id, fund_holder_trust_id, charge_clause, calendar_year_id, withhold_unbound_share)
    VALUES (${tx.authorityId}, ${input.reference}, ${input.partnershipId}::uuid, ${input.academicYear}, ${version}, ${firstOn}::date, ${lastOn}::date, ${phase},
            ${input.weightPermanentExclusion}, ${input.weightDualRegistered}, ${input.weightAuthorityPlaced}, ${input.weightEhcNamed}, ${input.partTime},
            ${input.startRule}, ${input.endRule}, ${terms.measure}, ${terms.allowance}, ${[...terms.censusDays]}::date[], ${input.annualPrice}, ${input.basisDays},
            ${input.payer}, ${terms.fundHolderId}::uuid, ${terms.fundHolderTrustId}::uuid, ${input.chargeClause}, ${input.calendarYearId}::uuid, ${input.withholdUnboundShare})
    ON CONFLICT (authority_id, reference, terms_version) DO NOTHING RETURNING id`);
  if (!row) throw invalid('reference', 'Another agreement has this reference. Choose another');
  return row.id;
}

async function carryOver(tx: WriteTx, from: string, to: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO agreement_quota (authority_id, agreement_id, places, first_on, last_on, reason)
    SELECT authority_id, ${to}::uuid, places, first_on, last_on, reason FROM agreement_quota WHERE agreement_id = ${from}::uuid`);
  await tx.execute(sql`
    INSERT INTO agreement_school (authority_id, agreement_id, establishment_id, share_weight, legally_binding, party, signatory, executed_on, in_force_from, in_force_to, document)
    SELECT authority_id, ${to}::uuid, establishment_id, share_weight, legally_binding, party, signatory, executed_on, in_force_from, in_force_to, document
      FROM agreement_school WHERE agreement_id = ${from}::uuid`);
}

async function begin(tx: WriteTx, agreementId: string, terms: NewTerms, input: Input): Promise<void> {
  const { firstOn, lastOn } = agreementYear(input.academicYear);
  await tx.execute(sql`
    INSERT INTO agreement_quota (authority_id, agreement_id, places, first_on, reason)
    VALUES (${tx.authorityId}, ${agreementId}::uuid, ${terms.quota ?? 0}, ${firstOn}::date, 'First quota of the agreement')`);
  await tx.execute(sql`
    INSERT INTO agreement_school (authority_id, agreement_id, establishment_id, share_weight)
    SELECT DISTINCT m.authority_id, ${agreementId}::uuid, m.establishment_id, 1 FROM partnership_member m
     WHERE m.partnership_id = ${input.partnershipId}::uuid AND m.first_on <= ${lastOn}::date AND (m.last_on IS NULL OR m.last_on >= ${firstOn}::date)`);
}
