import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { Notice } from '@/components/ui/notice';
import { dateWords } from '@/components/ui/date-words';
import type { PlaceOption } from './option-list';

interface CannotPlaceProps {
  siteName: string | null;
  why: readonly string[];
  optionsHref: string;
  options: readonly PlaceOption[];
}

/** The site chosen cannot be had, why, and what can. */
export function CannotPlace({ siteName, why, optionsHref, options }: CannotPlaceProps) {
  return (
    <>
      <PageHeading caption="Check before placing">{siteName ? `${siteName} cannot be chosen` : 'This choice cannot be made'}</PageHeading>
      <Notice kind="error" title={why[0] ?? 'The site is not one of this authority'}>
        {why.slice(1).map((words) => (
          <p key={words}>{words}</p>
        ))}
        {options.slice(0, 3).map((option) => (
          <p key={option.siteId}>
            {option.name} has a place{option.startOn ? ` from ${dateWords(option.startOn)}` : ''}.
          </p>
        ))}
      </Notice>
      <p>
        <LinkButton href={optionsHref} kind="primary">
          Back to the options
        </LinkButton>
      </p>
    </>
  );
}
