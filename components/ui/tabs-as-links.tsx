export interface TabLink {
  readonly text: string;
  readonly href: string;
  readonly current?: boolean;
  /** A count after the words. */
  readonly count?: number;
}

/** Views of one thing, each with its own address. */
export function TabsAsLinks({ items, label }: { items: readonly TabLink[]; label: string }) {
  return (
    <nav className="fp-tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.text}
              {item.count === undefined ? null : <span className="fp-tabs__count"> {item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
