import { overlaps } from '@/lib/core/date-range';
import type { PupilRecord } from '@/lib/pupils/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { loadPlacements } from './store';
import type { HeldPlacement } from './types';

/** What keeps a pupil from a site in a period by a marker, in words for officers, or null. */
export async function markerWords(tx: ReadTx, pupil: PupilRecord, siteId: string, candidate: HeldPlacement): Promise<string | null> {
  const standing = pupil.markers.filter((marker) => overlaps(marker, candidate));
  if (standing.some((marker) => marker.kind === 'not_at' && marker.siteId === siteId)) return 'A marker says this pupil must not go to this site';
  const others = standing.flatMap((marker) => (marker.kind === 'not_with' && marker.otherPupilId ? [marker.otherPupilId] : []));
  if (others.length === 0) return null;
  const there = await loadPlacements(tx, candidate.firstOn, candidate.lastOn, { siteIds: [siteId], pupilIds: others });
  return there.length > 0 ? 'A marker says this pupil must not share a site with a pupil who has a place here in these days' : null;
}
