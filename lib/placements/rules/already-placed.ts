import type { CountedPlacement } from '../types';
import { WHOLE_PLACE_TENTHS } from './counting-weight';
import { daysAboveOnePlace } from './pupil-share';
import { stateAfter } from './states';

/** What a place that a pupil has already means for a further one. */
export interface AlreadyPlaced {
  /** Together they would be more than one whole place on some day, so the further one is refused. */
  readonly blocks: boolean;
  /** The place can be moved to another site in one step. */
  readonly mayChangeSite: boolean;
  /** It is part of a whole place, so that a smaller share may stand beside it. */
  readonly leavesShare: boolean;
}

/**
 * Judges each place a pupil has against a further one. A pupil's placements never exceed one whole place on a day
 * (issue, "Model"), whatever their sites.
 *
 * @param own placements of the pupil, those of other days left in
 */
export function judgeAlready<T extends CountedPlacement>(own: readonly T[], candidate: CountedPlacement): (AlreadyPlaced & { readonly placement: T })[] {
  const above = daysAboveOnePlace([...own, candidate]).filter((days) => days.references.includes(candidate.reference));
  return own.filter((one) => one.firstOn <= candidate.lastOn && one.lastOn >= candidate.firstOn).map((placement) => ({
    placement, blocks: above.some((days) => days.references.includes(placement.reference)), mayChangeSite: stateAfter(placement.state, 'change_site') !== null,
    leavesShare: placement.shareTenths < WHOLE_PLACE_TENTHS,
  }));
}
