import type { Calendars } from '@/lib/calendars/store';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dutyViewOf, isOtherAuthoritys } from '@/lib/exclusions/duty-view';
import type { ReferralRecord } from '@/lib/exclusions/referral-store';
import { pupilFlags } from '@/lib/exclusions/rules/pupil-flags';
import { routeInWords } from '@/lib/exclusions/rules/route-words';
import { dutyOf, type ExclusionRecord } from '@/lib/exclusions/store';
import { phaseOf } from '../counting';
import { nextStep } from '../rules/next-step';
import type { WaitingRow } from '../types';
import { asStep, type RequestPlacement, type WaitingFacts } from './waiting-facts';
import type { QuotaOfSchool } from './waiting-quota';

export interface RowSources {
  readonly today: CalendarDate;
  readonly ownCode: string;
  readonly calendars: Calendars;
  readonly quotaOf: QuotaOfSchool;
}

export interface RowParts {
  readonly referral: ReferralRecord;
  readonly exclusion: ExclusionRecord | null;
  readonly facts: WaitingFacts;
  readonly placements: readonly RequestPlacement[];
  readonly metOn: CalendarDate | null;
}

/** One row of the list, put together from what was read. */
export function waitingRow({ today, ownCode, calendars, quotaOf }: RowSources, { referral, exclusion, facts, placements, metOn }: RowParts): WaitingRow {
  const otherAuthority = exclusion !== null && isOtherAuthoritys(exclusion, ownCode);
  const duty = exclusion === null
    ? { kind: 'none' as const, reason: `${routeInWords(referral.route)}: no legal clock` }
    : dutyViewOf(calendars, exclusion, { today, metOn, ownCode });
  return {
    referralId: referral.id, reference: referral.reference, route: referral.route, routeWords: routeInWords(referral.route),
    pupilName: `${facts.first_name} ${facts.last_name}`, yearGroup: facts.year_group, schoolName: facts.school_name,
    duty, due: duty.kind === 'clock' ? duty.due : 'no_clock', wantedFrom: referral.wanted_from,
    quota: referral.establishment_id === null || otherAuthority ? null : quotaOf(referral.establishment_id, phaseOf(facts.year_group)),
    flags: pupilFlags({
      senProvision: facts.sen_provision, hasSocialWorker: facts.has_social_worker, interimRuns: facts.interim_runs, yearGroup: facts.year_group,
      lookedAfterBy: facts.looked_after_by === null ? null : facts.looked_after_by === ownCode ? 'here' : (facts.looked_after_name ?? 'another authority'),
      otherAuthority: otherAuthority ? (facts.home_authority_name ?? 'Another authority') : null, excludedElsewhere: exclusion !== null && exclusion.elsewhere_school !== null,
      noDuty: exclusion !== null && !otherAuthority && dutyOf(calendars, exclusion)?.kind === 'no_duty', exclusionsOnRecord: facts.exclusions, hasMarker: facts.has_marker,
      interpreterFor: facts.needs_interpreter ? facts.language : null,
    }),
    next: nextStep({
      today, talking: referral.state === 'talking', otherAuthority, noPlaceNote: referral.no_place_note, nextAction: referral.next_action,
      placements: placements.map(asStep),
    }),
  };
}
