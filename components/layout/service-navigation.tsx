export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  readonly current?: boolean;
}

/** At most six items (ux rules, section 1); more is a mistake in the caller. */
export function ServiceNavigation({ items }: { items: readonly NavigationItem[] }) {
  if (items.length > 6) throw new RangeError('Service navigation holds at most 6 items');
  if (items.length === 0) return null;
  return (
    <nav className="fp-nav" aria-label="Service">
      <ul className="fp-wide">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
