import { BackLink } from '@/components/ui/back-link';
import { dateWords } from '@/components/ui/date-words';
import { PageHeading } from '@/components/ui/page-heading';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { yearWords } from './year-words';

interface RequestHeadingProps {
  backHref: string;
  back: string;
  /** What this page does: "Talking with school". */
  title: string;
  pupilName: string;
  bornOn: CalendarDate;
  yearGroup: number;
  schoolName: string | null;
}

/** Heading of a page that records something about a waiting pupil, with who it is about. */
export function RequestHeading({ backHref, back, title, pupilName, bornOn, yearGroup, schoolName }: RequestHeadingProps) {
  return (
    <>
      <BackLink href={backHref}>{back}</BackLink>
      <PageHeading caption={`${pupilName}, ${yearWords(yearGroup)}, ${schoolName ?? 'no school'}, born ${dateWords(bornOn)}`}>{title}</PageHeading>
    </>
  );
}
