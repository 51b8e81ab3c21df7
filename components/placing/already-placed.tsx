import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';

interface AlreadyPlacedShown {
  readonly placementId: string;
  readonly words: string;
  readonly blocks: boolean;
  readonly mayChangeSite: boolean;
  readonly leavesShare: boolean;
}

interface AlreadyPlacedProps {
  already: readonly AlreadyPlacedShown[];
  firstName: string;
  /** Address of the officers' placements. */
  placementsHref: string;
}

/** The places that a pupil has already in the days asked for, and what to do instead of proposing a second one. */
export function AlreadyPlaced({ already, firstName, placementsHref }: AlreadyPlacedProps) {
  return already.map((one) => (
    <Notice
      key={one.placementId} kind={one.blocks ? 'warning' : 'info'} title={`${firstName} already has a place in these days`}
      action={
        <div className="fp-actions">
          {one.mayChangeSite ? <LinkButton href={`${placementsHref}/${one.placementId}/change-site`} kind={one.blocks ? 'primary' : 'secondary'}>Change site</LinkButton> : null}
          <a href={`${placementsHref}/${one.placementId}`}>Open the placement</a>
        </div>
      }
    >
      {one.words}. {whatToDo(one, firstName)}
    </Notice>
  ));
}

function whatToDo({ blocks, mayChangeSite, leavesShare }: AlreadyPlacedShown, firstName: string): string {
  if (!blocks) return 'Together with the share asked for it stays within one whole place.';
  const ways = [
    mayChangeSite ? `To move ${firstName}, use Change site: the place at the old site is given back in the same step.` : 'Choose a start after its last day.',
    ...(leavesShare ? [`For a further part-time place, take a share that leaves ${firstName} one whole place at most.`] : []),
  ];
  return ['A pupil never has more than one whole place on a day, so no such place can be proposed beside it.', ...ways].join(' ');
}
