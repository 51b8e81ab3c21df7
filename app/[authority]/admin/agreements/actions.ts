'use server';

import { changeQuota as changeQuotaCommand, changeSignature, changeTerms } from '@/lib/placements/commands/change-agreement';
import type { ActionName } from '@/lib/server/access';
import { formAction } from '@/lib/server/form-action';

const toAgreement = (done: ActionName) => ({ agreementId }: { agreementId: string }) => `/admin/agreements/${agreementId}?done=${done}`;

export const save = formAction({
  action: 'agreement.save', command: changeTerms, then: toAgreement('agreement.save'),
  read: (form) => ({
    agreementId: form.text('agreementId'), partnershipId: form.text('partnershipId'), academicYear: form.text('academicYear'), reference: form.text('reference'),
    quota: form.text('quota'), weightPermanentExclusion: form.text('weightPermanentExclusion'), weightDualRegistered: form.text('weightDualRegistered'),
    weightAuthorityPlaced: form.text('weightAuthorityPlaced'), weightEhcNamed: form.text('weightEhcNamed'), partTime: form.text('partTime'),
    startRule: form.text('startRule'), endRule: form.text('endRule'), measure: form.text('measure'), allowance: form.text('allowance'),
    censusDays: form.text('censusDays'), annualPrice: form.text('annualPrice'), basisDays: form.text('basisDays'), payer: form.text('payer'),
    fundHolderId: form.text('fundHolderId'), fundHolderTrustId: form.text('fundHolderTrustId'), chargeClause: form.text('chargeClause'), calendarYearId: form.text('calendarYearId'),
    withholdUnboundShare: form.checked('withholdUnboundShare'),
  }),
});

export const changeQuota = formAction({
  action: 'agreement.set_quota', command: changeQuotaCommand, then: toAgreement('agreement.set_quota'),
  read: (form) => ({
    agreementId: form.text('agreementId'), version: form.text('version'), places: form.text('places'), firstOn: form.date('firstOn'), reason: form.text('reason'),
  }),
});

export const sign = formAction({
  action: 'agreement.sign', command: changeSignature, then: toAgreement('agreement.sign'),
  read: (form) => ({
    agreementId: form.text('agreementId'), establishmentId: form.text('establishmentId'), version: form.text('version'), binding: form.text('binding'),
    party: form.text('party'), signatory: form.text('signatory'), executedOn: form.date('executedOn'), inForceFrom: form.date('inForceFrom'),
    inForceTo: form.date('inForceTo'), document: form.text('document'), shareWeight: form.text('shareWeight'),
  }),
});
