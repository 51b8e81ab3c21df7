import { z } from 'zod';
import { scopeIds } from '@/lib/core/roles';
import { instantInWords, latestDaySixNotice, lostNotice } from '@/lib/exclusions/rules/day-six-notice';
import { pupilById, type PupilRecord } from '@/lib/pupils/store';
import { type KeptSite, loadSites } from '@/lib/providers/store';
import { textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { followsAnswerTo, goesOnHere } from '../following';
import { placesInConflict } from '../marker-tasks';
import { daysInConflict } from '../markers';
import { actsAllowed, type PlacementAct, needsFamily, recordsOfStart } from '../rules/states';
import { placementById, type PlacementRow } from '../store';

const askedRow = z.object({ asked_for: textColumn, school_name: textColumn.nullable() });

/** A pupil's record as far as a site reads it: without the home, the contacts, the UPN and the markers. */
type PupilAtSite = Pick<PupilRecord, 'id' | 'first_name' | 'last_name' | 'born_on' | 'year_group' | 'needs' | 'sen_provision' | 'has_social_worker' | 'language' | 'needs_interpreter' | 'medical'> & { /** By whichever authority. */ readonly isLookedAfter: boolean };

/** A proposal or placement as the head of its site sees it. Markers that concern this site are shown with their reason (R79). */
export interface SitePlacement {
  readonly row: PlacementRow;
  /** The pupil is at the site already, and this is another share of the week from a later day. */
  readonly goesOnHere: boolean;
  /** The placement whose answer this one follows; null when it is answered for itself. */
  readonly follows: { readonly id: string; readonly reference: string } | null;
  readonly pupil: PupilAtSite;
  /** Where the pupil lives and whom to ring; null unless the place is agreed or has begun (R79). */
  readonly family: { readonly address: string; readonly contacts: PupilRecord['contacts'] } | null;
  readonly site: KeptSite;
  readonly acts: readonly PlacementAct[];
  readonly askedFor: string;
  readonly schoolName: string | null;
  readonly markers: readonly string[];
  /** Markers that stand against this very place; the other pupil is not named. They are left out of `markers`. */
  readonly inConflict: readonly { readonly what: string; readonly days: string; readonly reason: string }[];
  /** Whether what belongs to the start is recorded before it or after it; null when nothing can be. */
  readonly recordsStart: 'before' | 'after' | null;
  /** R21: the latest moment for telling the parents, in words. */
  readonly tellParentsBy: string;
  /** That moment has passed, and nobody has told the parents. */
  readonly toldLate: boolean;
}

/** Acts that a placement takes with the one whose answer it follows. */
const ANSWERS: readonly PlacementAct[] = ['accept', 'raise_concern', 'start', 'record_not_arrived'];

export async function sitePlacement(tx: ReadTx, id: string): Promise<SitePlacement | null> {
  const row = await placementById(tx, id);
  if (!row) return null;
  const site = (await loadSites(tx)).find((one) => one.id === row.site_id);
  if (!site || !tx.actor || !scopeIds(tx.actor, 'pru_head').includes(site.provider_id)) return null;
  const pupil = await pupilById(tx, row.pupil_id);
  if (!pupil) return null;
  const asked = await tx.row(askedRow, sql`
    SELECT r.asked_for, e.name AS school_name FROM referral r
      LEFT JOIN establishment e ON e.authority_id = r.authority_id AND e.id = ${row.attributed_establishment_id}::uuid
     WHERE r.id = ${row.referral_id}::uuid`);
  const against = (await placesInConflict(tx, row.pupil_id)).filter((one) => one.placementId === row.id);
  const markers = pupil.markers
    .filter((marker) => marker.lastOn === null || marker.lastOn >= tx.today)
    .filter((marker) => (marker.kind === 'not_with' || marker.siteId === site.id) && !against.some((one) => one.marker_id === marker.id))
    .map((marker) => (marker.kind === 'not_at' ? `Not at this site: ${marker.reason}` : `Must not share a site with a certain pupil: ${marker.reason}`));
  const inConflict = against.map((one) => ({
    what: one.kind === 'not_at' ? 'A marker says this pupil must not be at this site' : 'A marker says this pupil must not share this site with a pupil who has a place here',
    days: daysInConflict(one), reason: one.reason,
  }));
  const isGoingOn = await goesOnHere(tx, row);
  const follows = await followsAnswerTo(tx, row);
  const begins = { startsOn: row.first_on, startsAt: site.start_time };
  return {
    family: needsFamily(row.state) ? { address: [pupil.home_address, pupil.home_postcode].filter(Boolean).join(', '), contacts: pupil.contacts } : null,
    row, follows, goesOnHere: isGoingOn, recordsStart: isGoingOn ? null : recordsOfStart(row.state), tellParentsBy: instantInWords(latestDaySixNotice(begins)),
    toldLate: row.parents_told_at === null && lostNotice(tx.now, begins, null) !== null, pupil: atSite(pupil), site, acts: actsAllowed(row.state).filter((act) => follows === null ? !isGoingOn || act !== 'record_not_arrived' : !ANSWERS.includes(act)), askedFor: asked?.asked_for ?? '', schoolName: asked?.school_name ?? null, markers, inConflict,
  };
}

function atSite({ id, first_name, last_name, born_on, year_group, needs, sen_provision, has_social_worker, language, needs_interpreter, medical, looked_after_by }: PupilRecord): PupilAtSite {
  return { id, first_name, last_name, born_on, year_group, needs, sen_provision, has_social_worker, language, needs_interpreter, medical, isLookedAfter: looked_after_by !== null };
}
