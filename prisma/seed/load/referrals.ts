/** Requests for a place, and the education a pupil has while waiting for one. */
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { ReferralFact } from '../demonstration/pupil-facts';
import { type AuthorityLoad, at, withoutRuleNumbers } from './authority-load';
import { isTalkedOver, recordedAt } from './exclusions';

/** Where no law sets a day, a place is wanted from the tenth school day after the request. */
const WANTED_AFTER_SCHOOL_DAYS = 10;

function stateOf(load: AuthorityLoad, fact: ReferralFact): 'waiting' | 'talking' | 'met' {
  if (load.placementsOf(fact.reference).some((each) => each.state === 'started' || each.state === 'left')) return 'met';
  return fact.exclusion !== null && isTalkedOver(load.exclusion(fact.exclusion)) ? 'talking' : 'waiting';
}

/** The school whose partnership's quota the place counts to; null when the authority holds the pupil, or another authority has the duty. */
function countedSchool(load: AuthorityLoad, fact: ReferralFact): string | null {
  const { referredByUrn: urn } = fact;
  const isHeld = load.placementsOf(fact.reference).some((each) => each.heldBecause !== null);
  const livesElsewhere = fact.exclusion !== null && load.pupil(fact.pupil).homeAuthorityCode !== load.authority.code;
  return urn === null || isHeld || livesElsewhere || !load.isMember(urn, fact.referredOn) ? null : load.establishmentId(urn);
}

/** The day the place is wanted from; null for an exclusion, whose sixth school day the clock counts. */
function wantedFrom(load: AuthorityLoad, fact: ReferralFact): CalendarDate | null {
  if (fact.exclusion !== null) return null;
  const [placement] = load.placementsOf(fact.reference);
  return placement?.firstOn ?? load.schoolDays.nthSchoolDayAfter(fact.referredOn, WANTED_AFTER_SCHOOL_DAYS);
}

/** The last day that the request asks for, counted from the day it is wanted from; null where it names no end. */
function wantedTo(load: AuthorityLoad, fact: ReferralFact): CalendarDate | null {
  const firstOn = wantedFrom(load, fact);
  return firstOn === null || fact.schoolDaysAsked === undefined ? null : load.schoolDays.nthSchoolDayAfter(firstOn, fact.schoolDaysAsked - 1);
}

export async function loadReferrals(load: AuthorityLoad): Promise<void> {
  await load.insert('referral', load.own(load.facts.referrals).map((fact) => {
    const [placement] = load.placementsOf(fact.reference);
    const note = withoutRuleNumbers(fact.note);
    return {
      id: load.id('referral', fact.reference), reference: fact.reference, pupil_id: load.id('pupil', fact.pupil), route: fact.route,
      exclusion_id: fact.exclusion === null ? null : load.id('exclusion', fact.exclusion), establishment_id: countedSchool(load, fact),
      received_on: fact.referredOn, wanted_from: wantedFrom(load, fact), wanted_to: wantedTo(load, fact), wanted_share_tenths: placement?.shareTenths ?? 10,
      asked_for: fact.exclusion === null ? note : '', next_action: fact.exclusion === null ? '' : note, needs: load.pupil(fact.pupil).needs,
      state: stateOf(load, fact), recorded_by: load.officerId,
      recorded_at: fact.exclusion === null ? at(fact.referredOn, '11:00') : recordedAt(load.exclusion(fact.exclusion)),
    };
  }));
}

export async function loadInterimEducation(load: AuthorityLoad): Promise<void> {
  const names = new Map(load.own(load.facts.providers).map((each) => [each.slug, each.name]));
  const thisTerm = load.own(load.facts.calendars).filter((each) => each.urn === null).flatMap((each) => each.years).flatMap((year) => year.terms)
    .find((term) => term.firstOn <= load.facts.today && load.facts.today <= term.lastOn);
  await load.insert('interim_education', load.own(load.facts.interimEducation).map((fact) => {
    const providerName = names.get(fact.provider);
    // An arrangement is never open-ended: without a date of its own it runs to the half-term's end.
    const lastOn = fact.lastOn ?? thisTerm?.lastOn;
    if (providerName === undefined || lastOn === undefined) throw new RangeError(`The interim education of ${fact.pupil} has no provider or no end`);
    return {
      id: load.id('interim_education', fact.referral, fact.firstOn), referral_id: load.id('referral', fact.referral), pupil_id: load.id('pupil', fact.pupil),
      kind: fact.kind, provider_name: providerName, hours_per_week: fact.hoursPerWeek, first_on: fact.firstOn, last_on: lastOn,
      reason: fact.reason, recorded_by: load.officerId, recorded_at: at(fact.firstOn, '09:00'),
    };
  }));
}
