import type { AgreementTerms } from '@/lib/agreements/types';

const KEPT = ['annualPence', 'basisDays', 'quota', 'measure', 'counting', 'payer', 'withholdUnboundShare', 'chargeClause', 'reference', 'version', 'id'] as const;

/** What a month was charged by: price, quota, counting and payer as they were when its statement was drawn up. */
export type KeptTerms = Pick<AgreementTerms, (typeof KEPT)[number]> & {
  /** The school or the trust, as `payer` says. */
  readonly fundHolderId: string | null;
};

export function keptTermsOf(terms: AgreementTerms, fundHolderId: string | null): KeptTerms {
  return { ...(Object.fromEntries(KEPT.map((name) => [name, terms[name]])) as Pick<AgreementTerms, (typeof KEPT)[number]>), fundHolderId };
}

/** An agreement of today with the price, quota and payer of an earlier month: schools, signatures and days stay facts of now. */
export function atTermsOf(now: AgreementTerms, { fundHolderId: _fundHolder, ...kept }: KeptTerms): AgreementTerms {
  return { ...now, ...kept };
}
