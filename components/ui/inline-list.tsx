import type { ReactNode } from 'react';

/** Short facts on one line, parted by a dot: year group, school, route. */
export function InlineList({ items }: { items: readonly ReactNode[] }) {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== false && item !== '');
  return (
    <ul className="fp-inline">
      {shown.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
