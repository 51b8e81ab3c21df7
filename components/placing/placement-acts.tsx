import { LinkButton } from '@/components/ui/link-button';

const ACTS: readonly { readonly act: string; readonly path: string; readonly text: string }[] = [
  { act: 'extend', path: 'extend', text: 'Extend' },
  { act: 'leave', path: 'end', text: 'End' },
  { act: 'change_site', path: 'change-site', text: 'Change site' },
  { act: 'change_share', path: 'change-share', text: 'Change share' },
  { act: 'cancel', path: 'cancel', text: 'Cancel placement' },
];

/** What the state of a placement allows an officer, as links to the page that shows what it changes. */
export function PlacementActs({ acts, here }: { acts: readonly string[]; here: string }) {
  const allowed = ACTS.filter((one) => acts.includes(one.act));
  if (allowed.length === 0) return null;
  return (
    <div className="fp-actions fp-placement-acts">
      {allowed.map((one) => (
        <LinkButton key={one.act} href={`${here}/${one.path}`}>
          {one.text}
        </LinkButton>
      ))}
    </div>
  );
}
