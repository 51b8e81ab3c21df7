/** Which URN belongs to which partnership from when: the mapping of the demonstration, an assumption. */
import { conversions, type Establishment } from './establishments';
import type { Sources } from './source-files';

export interface PartnershipMember {
  readonly la: string;
  readonly partnership: string;
  readonly partnership_name: string;
  readonly phase: 'secondary';
  readonly urn: string;
  readonly laestab: string;
  readonly first_on: string;
  readonly last_on: string;
  readonly basis: string;
}

/** Rotherham's partnerships by the LAESTAB of January 2017. */
const ROTHERHAM: Readonly<Record<string, readonly string[]>> = {
  'Rotherham South': ['3724021', '3724024', '3724022', '3724025'],
  Wickersley: ['3724018', '3724000', '3724002', '3724020', '3726905'],
  Central: ['3724017', '3724601', '3724800', '3724011', '3724003', '3724010', '3724004'],
};
const ROTHERHAM_FROM = '2016-09-01';
const LANCASHIRE_FROM = '2017-09-01';

function slug(name: string): string {
  return name.toLowerCase().replaceAll('&', 'and').replace(/[^a-z]+/g, '-');
}

export function buildPartnershipMembers(sources: Sources, schools: readonly Establishment[]): PartnershipMember[] {
  const pairs = conversions(sources);
  const byUrn = new Map(schools.map((school) => [school.urn, school]));
  const chain = (laestab: string): Establishment[] => {
    const urns = new Set(schools.filter((school) => school.laestab === laestab).map((school) => school.urn));
    for (let size = -1; size !== urns.size; ) {
      size = urns.size;
      for (const { from, to } of pairs) {
        if (urns.has(from) && byUrn.has(to)) urns.add(to);
        if (urns.has(to) && byUrn.get(from)) urns.add(from);
      }
    }
    return schools.filter((school) => urns.has(school.urn) && school.phase !== 'primary');
  };
  const rows = (la: string, name: string, laestab: string, from: string, basis: string): PartnershipMember[] =>
    chain(laestab).filter((school) => school.closed === '' || school.closed >= from).map((school) => ({
      la, partnership: slug(name), partnership_name: name, phase: 'secondary', urn: school.urn, laestab: school.laestab,
      first_on: school.opened > from ? school.opened : from, last_on: school.closed, basis,
    }));
  const rotherham = Object.entries(ROTHERHAM).flatMap(([name, members]) =>
    members.flatMap((laestab) => rows('372', name, laestab, ROTHERHAM_FROM, 'assumption of the demonstration')));
  const lancashire = sources.districts.flatMap((row) =>
    rows('888', row.district ?? '', row.laestab ?? '', LANCASHIRE_FROM, 'district fitted to the printed number of schools'));
  return [...rotherham, ...lancashire];
}
