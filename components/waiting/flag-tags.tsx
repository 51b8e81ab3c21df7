import { Tag } from '@/components/ui/tag';
import type { PupilFlag } from '@/lib/exclusions/types';

const STRONG: readonly PupilFlag['code'][] = ['other_authority', 'no_duty', 'looked_after'];

/** What changes the duty or the search for a place, as tags. */
export function FlagTags({ flags }: { flags: readonly PupilFlag[] }) {
  if (flags.length === 0) return <span className="fp-waiting__quiet">None</span>;
  return (
    <ul className="fp-waiting__flags">
      {flags.map((flag) => (
        <li key={flag.code}>
          <Tag tone={STRONG.includes(flag.code) ? 'info' : 'quiet'} plain>
            {flag.words}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
