import { Tag } from '@/components/ui/tag';

export interface Area {
  readonly title: string;
  readonly href: string;
  /** How much there is, with its unit. */
  readonly count: string;
  readonly what: string;
  /** What may need attention. */
  readonly note?: string;
}

/** The areas of administration, each with how much is in it. */
export function AreaList({ areas }: { areas: readonly Area[] }) {
  return (
    <ul className="fp-areas">
      {areas.map((area) => (
        <li key={area.href} className="fp-areas__item">
          <h2 className="fp-areas__title"><a href={area.href}>{area.title}</a></h2>
          <p className="fp-areas__count">{area.count}</p>
          <p className="fp-areas__what">{area.what}</p>
          {area.note ? <p><Tag tone="due">{area.note}</Tag></p> : null}
        </li>
      ))}
    </ul>
  );
}
