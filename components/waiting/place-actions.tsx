import { LinkButton } from '@/components/ui/link-button';

interface PlaceActionsProps {
  /** The placement in which the next thing is done; null where a place is still to be chosen. */
  next: { readonly placementId: string | null; /** Whether a further share may be proposed beside it. */ readonly mayShare: boolean };
  firstName: string;
  placeHref: string;
  /** Address of the officers' placements. */
  placements: string;
}

/** What comes next for a pupil as the main button; beside a placement that waits for something, a further share is a link. */
export function PlaceActions({ next, firstName, placeHref, placements }: PlaceActionsProps) {
  if (next.placementId === null) return <LinkButton kind="primary" href={placeHref}>Place {firstName}</LinkButton>;
  return (
    <>
      <LinkButton kind="primary" href={`${placements}/${next.placementId}`}>Open placement</LinkButton>
      {next.mayShare ? <a href={placeHref}>Propose another share</a> : null}
    </>
  );
}
