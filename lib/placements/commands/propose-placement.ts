import { z } from 'zod';
import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import { dateInWords } from '@/lib/core/date-words';
import { conflict, invalid, notFoundRefusal, stale } from '@/lib/core/refusal';
import { authorityWithDuty, noLocalPlacing } from '@/lib/exclusions/authority-with-duty';
import { daysLate } from '@/lib/exclusions/rules/clock-status';
import { countingDays, dutyOf, exclusionById, type ExclusionRecord } from '@/lib/exclusions/store';
import { referralById } from '@/lib/exclusions/referral-store';
import { loadSettings } from '@/lib/organisations/settings';
import { pupilById } from '@/lib/pupils/store';
import { loadSites } from '@/lib/providers/store';
import type { Command } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { warnChairs } from '../chair-warning';
import { guarded, lockForReferral, recordEvent } from '../change';
import { countingKindOf, phaseOf } from '../counting';
import { proposeInput } from '../input';
import { mayPlace } from '../policy';
import { fingerprint, quotaEffectsFor, spanOfChange } from '../quota-effect';
import { placementsOfReferrals } from '../queries/waiting-facts';
import { replyByOf } from '../reply-by';
import { refuseUnsuitable } from '../refuse-unsuitable';
import { refuseUnlessRoom } from '../room';
import { refuseMarked } from '../markers';
import { stateInWords } from '../rules/states';
import type { HeldPlacement } from '../types';

const REQUEST_WORDS = {
  waiting: 'waiting for a place', talking: 'talking with the school', met: 'full-time education has started', closed: 'closed',
} as const;

const made = z.object({ id: z.string(), reference: z.string() });

/** Proposes a pupil to a site: the place is held from now on, on every day of the period. */
export const proposePlacement: Command<typeof proposeInput, { placementId: string; reference: string; actId: string }> = {
  name: 'placement.propose',
  input: proposeInput,
  handle: async (tx, input) => {
    const { actor } = tx;
    if (!mayPlace(actor)) throw notFoundRefusal();
    await lockForReferral(tx, input.referralId, input.siteId);
    const referral = await referralById(tx, input.referralId);
    const pupil = referral && (await pupilById(tx, referral.pupil_id));
    const sites = await loadSites(tx);
    const site = sites.find((one) => one.id === input.siteId);
    if (!referral || !pupil || !site) throw notFoundRefusal();
    if (referral.state === 'closed') throw conflict('This request is closed. Open the pupil to see why');
    if (referral.version !== input.referralVersion) {
      throw stale('Somebody changed this request while you had the page open. Check what stands now, then confirm', [`Now: ${REQUEST_WORDS[referral.state]}`, ...(await standingPlaces(tx, referral.id))]);
    }
    const exclusion = referral.exclusion_id === null ? null : await exclusionById(tx, referral.exclusion_id);
    const homeAuthority = await authorityWithDuty(tx, exclusion);
    if (homeAuthority !== null) throw conflict(noLocalPlacing(homeAuthority));
    const calendars = await loadCalendars(tx);
    const settings = await loadSettings(tx);
    refuseUnsuitable(pupil, site, input.firstOn, input.lastOn);
    const candidate: HeldPlacement = {
      reference: 'new', pupilId: pupil.id, siteId: site.id, countingKind: countingKindOf(referral.route, referral.establishment_id),
      placeKind: input.placeKind, attributedSchoolId: referral.establishment_id, firstOn: input.firstOn, lastOn: input.lastOn,
      shareTenths: input.shareTenths, decidedAt: tx.now.toISOString(), state: 'proposed', phase: phaseOf(pupil.year_group), siteCountsToQuota: site.counts_to_quota,
    };
    await refuseUnlessRoom(tx, calendars, sites, candidate);
    await refuseMarked(tx, candidate);
    refuseUnexplainedDelay(calendars, exclusion, input);
    const change = { before: [], after: [candidate] };
    const effects = (await quotaEffectsFor(tx, spanOfChange(change)))(change);
    if (fingerprint(effects) !== input.seen) {
      throw stale('The figures changed while you looked at them. Check them again below, then confirm', effects.map((one) => one.sentence));
    }
    const row = await guarded(() => tx.row(made, sql`
      INSERT INTO placement (authority_id, pupil_id, referral_id, site_id, place_kind, counting_kind, attributed_establishment_id, share_tenths,
                             planned_first_on, planned_last_on, state, reply_by, transport, view_pupil, view_parent, why_suits, late_reason, decided_at, decided_by)
      VALUES (${tx.authorityId}, ${pupil.id}::uuid, ${referral.id}::uuid, ${site.id}::uuid, ${input.placeKind}, ${candidate.countingKind},
              ${candidate.attributedSchoolId}::uuid, ${input.shareTenths}, ${input.firstOn}::date, ${input.lastOn}::date, 'proposed',
              ${replyByOf(calendars.forSite(site.id), tx.today, settings.site_reply_within)}::date, ${input.transport}, ${input.viewPupil}, ${input.viewParent}, ${input.whySuits},
              ${input.lateReason}, ${tx.now}, ${actor.personId}::uuid)
      RETURNING id, reference`));
    if (!row) throw conflict('The placement could not be saved');
    const actId = newFormKey();
    await recordEvent(tx, row.id, null, { act: 'propose', actId, reason: input.lateReason });
    if (referral.state === 'talking') await closeTalk(tx, referral.id);
    await warnChairs(tx, effects, settings.warn_chair_places_free);
    return {
      outcome: { placementId: row.id, reference: row.reference, actId },
      audit: { subjectKind: 'placement', subjectId: row.id, pupilId: pupil.id, after: { site: site.id, firstOn: input.firstOn, lastOn: input.lastOn, share: input.shareTenths } },
    };
  },
};

/** What is proposed or agreed for a request, for somebody who did not know of it. */
async function standingPlaces(tx: WriteTx, referralId: string): Promise<string[]> {
  const standing = (await placementsOfReferrals(tx, [referralId])).filter((one) => one.state !== 'left' && one.state !== 'cancelled');
  return standing.map((one) => `${stateInWords(one.state)}: ${one.site_name}, ${dateInWords(one.first_on)} to ${dateInWords(one.last_on)} (${one.reference})`);
}

async function closeTalk(tx: WriteTx, referralId: string): Promise<void> {
  await tx.execute(sql`UPDATE referral SET state = 'waiting', version = version + 1 WHERE id = ${referralId}::uuid AND state = 'talking'`);
}

function refuseUnexplainedDelay(calendars: Calendars, exclusion: ExclusionRecord | null, input: z.output<typeof proposeInput>): void {
  if (!exclusion || input.lateReason !== '') return;
  const duty = dutyOf(calendars, exclusion);
  if (duty?.kind !== 'clock') return;
  const late = daysLate(countingDays(calendars, exclusion), duty.clock.dueOn, input.firstOn) ?? 0;
  if (late > 0) throw invalid('lateReason', `This starts ${late} ${late === 1 ? 'school day' : 'school days'} after it is due: say why`);
}
