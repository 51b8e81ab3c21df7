import { testDatabase } from '../test-database';
import { buildAuthority, type Council, type CouncilOptions } from './authority';
import { buildSite } from './places';
import { buildExcluded, buildPlacements, type WaitingPupil } from './pupils';

/** What stands in the neighbour's authority, with ids of its own. */
export interface Neighbour extends Council {
  readonly siteId: string;
  readonly pupil: WaitingPupil & { readonly exclusionId: string };
  readonly placementId: string;
}

export interface TwoCouncils extends Council {
  readonly neighbour: Neighbour;
}

/**
 * An authority of one test's own and a neighbour whose data look alike: the same names, dates and numbers under other
 * ids, and a pupil with a place. A read or an act that forgets the authority finds the neighbour's.
 */
export async function buildCouncil(options: CouncilOptions = {}): Promise<TwoCouncils> {
  const database = await testDatabase();
  const own = await buildAuthority(database, options);
  const next = await buildAuthority(database, options);
  const siteId = await buildSite(next, 'Rowan', 20);
  const pupil = await buildExcluded(next, '2026-02-23');
  const [placementId = ''] = await buildPlacements(next, siteId, [pupil]);
  return { ...own, neighbour: { ...next, siteId, pupil, placementId } };
}
