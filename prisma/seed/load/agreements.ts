/** The agreements of the partnerships with quota, terms and signatures. */
import type { AgreementFact } from '../demonstration/facts';
import type { AuthorityLoad } from './authority-load';

export async function loadAgreements(load: AuthorityLoad): Promise<void> {
  const agreements = load.own(load.facts.agreements);
  const idOf = (fact: AgreementFact): string => load.id('agreement', fact.reference, fact.version);
  await load.insert('agreement', agreements.map((fact) => {
    const { weightTenths, partTime, start, end } = fact.counting;
    return {
      id: idOf(fact), reference: fact.reference, partnership_id: load.id('partnership', fact.partnership), academic_year: fact.academicYear,
      terms_version: fact.version, first_on: fact.firstOn, last_on: fact.lastOn, pool_phase: fact.phase,
      weight_permanent_exclusion: weightTenths.permanent_exclusion, weight_dual_registered: weightTenths.dual_registered,
      weight_authority_placed: weightTenths.authority_placed, weight_ehc_named: weightTenths.ehc_named,
      part_time: partTime, start_rule: start, end_rule: end, measure: fact.measure.kind,
      allowance_place_days: fact.measure.kind === 'yearly_allowance' ? fact.measure.allowancePlaceDays : null,
      census_days: fact.measure.kind === 'census_day' ? fact.measure.censusDays : [],
      annual_pence: String(fact.annualPence), basis_days: fact.basisDays, payer: fact.payer, fund_holder_id: load.establishmentId(fact.fundHolderUrn),
      charge_clause: fact.chargeClause, calendar_year_id: load.id('calendar_year', fact.calendar, fact.academicYear),
      withhold_unbound_share: fact.withholdUnboundShare,
    };
  }));
  await load.insert('agreement_quota', agreements.flatMap((fact) => fact.quota.map((quota) => ({
    id: load.id('agreement_quota', fact.reference, fact.version, quota.firstOn), agreement_id: idOf(fact), places: quota.places,
    first_on: quota.firstOn, last_on: quota.lastOn, reason: 'Share of the agreed places, bounded Webster method',
  }))));
  await load.insert('agreement_school', agreements.flatMap((fact) => fact.schools.map((school) => ({
    id: load.id('agreement_school', fact.reference, fact.version, school.urn), agreement_id: idOf(fact), establishment_id: load.establishmentId(school.urn),
    share_weight: school.shareWeight, legally_binding: school.binding, party: school.party, signatory: school.signatory,
    executed_on: school.executedOn, in_force_from: school.inForceFrom, in_force_to: school.inForceTo, document: school.document,
  }))));
}
