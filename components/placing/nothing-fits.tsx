import type { CalendarDate } from '@/lib/core/calendar-date';

interface NothingFitsProps {
  firstName: string;
  /** Address of the pupil waiting. */
  base: string;
  wanted: { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate; readonly kind: string; readonly shareTenths: number };
  /** Some sites fit: the three ways stand as an aside. */
  aside?: boolean;
}

/** The three ways on when no site has a place of this kind. */
export function NothingFits({ firstName, base, wanted, aside = false }: NothingFitsProps) {
  const overNumber = `${base}/over-number?${new URLSearchParams({ from: wanted.firstOn, to: wanted.lastOn, share: String(wanted.shareTenths), kind: wanted.kind })}`;
  return (
    <section aria-label="If nothing fits">
      {aside ? <h3>If none of them is right</h3> : <h2>No site has a place of this kind in these days</h2>}
      <ul className="fp-stopped">
        <li>
          <a href={`${base}/interim`}>Arrange interim education</a>
          <span>Tuition or online teaching until a place starts. {firstName} stays on the list.</span>
        </li>
        <li>
          <a href={overNumber}>Authorise a place over number</a>
          <span>The site and the authority agree to take more pupils for a time, with a reason. The place is then free here.</span>
        </li>
        <li>
          <a href={`${base}/no-place`}>Record that no place was found</a>
          <span>With what was tried and the next action.</span>
        </li>
      </ul>
    </section>
  );
}
