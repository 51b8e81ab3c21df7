import { LinkButton } from '@/components/ui/link-button';
import { dateRangeWords } from '@/components/ui/date-words';
import { Notice } from '@/components/ui/notice';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { PLACE_KIND_WORDS } from '@/lib/core/field-words';

interface Span {
  readonly kind: string;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

interface OverNumberNoticeProps {
  authorised: Span & { readonly siteName: string };
  wanted: Span;
  /** First day from which the site can be chosen for what is wanted; null when it cannot. */
  startOn: CalendarDate | null;
  /** The options for the days and the kind that were authorised. */
  narrowedHref: string;
  /** The form to authorise the days still missing; null when none is. */
  moreHref: string | null;
}

const kindWords = (kind: string): string => (PLACE_KIND_WORDS[kind] ?? kind).toLowerCase();

/**
 * After places over number were authorised: what was, beside what is asked for. Where the two differ and the site still
 * cannot be had, both ways on are offered; what was asked for never changes by itself.
 */
export function OverNumberNotice({ authorised, wanted, startOn, narrowedHref, moreHref }: OverNumberNoticeProps) {
  const span = dateRangeWords(authorised.firstOn, authorised.lastOn);
  if (startOn !== null && (startOn === wanted.firstOn || moreHref === null)) {
    return <Notice kind="success" title={`${authorised.siteName} now has a place over number, ${span}`}>It is chosen below; continue to check and propose.</Notice>;
  }
  return (
    <Notice kind="warning" title={`${authorised.siteName} now has a place over number, ${span}, and not on every day asked for`}
      action={<div className="fp-actions"><LinkButton href={narrowedHref} kind="primary">Ask for those days only</LinkButton>{moreHref === null ? null : <LinkButton href={moreHref}>Authorise the other days too</LinkButton>}</div>}
    >
      Authorised: {kindWords(authorised.kind)}, {span}. Asked for still: {kindWords(wanted.kind)}, {dateRangeWords(wanted.firstOn, wanted.lastOn)}.
    </Notice>
  );
}
