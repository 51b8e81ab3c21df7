import { DataTable } from '@/components/ui/data-table';
import { dateWords } from '@/components/ui/date-words';
import { EmptyState } from '@/components/ui/empty-state';
import type { CloseContent, ClosedSite } from '@/lib/board/types';
import { shownAgainst, shownCount, shownFree } from './shown-count';

/** Pupils of each site against its agreed number, and its places, on the last school day of a closed month. */
export function ClosedSites({ close: { sites, on } }: { close: CloseContent }) {
  if (sites.length === 0) return <EmptyState title="Pupils and places">No site was open on {dateWords(on)}.</EmptyState>;
  const cells = (row: ClosedSite) => ({
    name: row.name, agreed: row.agreed ?? '[z]', pupils: shownCount(row.pupils), against: shownAgainst(row.pupils, row.agreed), places: String(row.places),
    used: shownCount(row.used), free: shownFree(row.used === null ? null : row.places - row.used),
  });
  return sites.map(({ group, rows }) => {
    const total = rows.at(-1);
    return (
      <DataTable
        key={group} caption={`${group}: pupils and places on ${dateWords(on)}`} rows={rows.slice(0, -1)} rowKey={(row) => row.name}
        columns={[
          { key: 'name', header: 'Site', rowHeader: true, cell: (row) => row.name },
          { key: 'agreed', header: 'Agreed number', numeric: true, cell: (row) => cells(row).agreed },
          { key: 'pupils', header: 'Pupils', numeric: true, cell: (row) => cells(row).pupils },
          { key: 'against', header: 'Against agreed', numeric: true, cell: (row) => cells(row).against },
          { key: 'places', header: 'Places', numeric: true, cell: (row) => cells(row).places },
          { key: 'used', header: 'Places used', numeric: true, cell: (row) => cells(row).used },
          { key: 'free', header: 'Free', numeric: true, cell: (row) => cells(row).free },
        ]}
        foot={total ? cells(total) : undefined}
      />
    );
  });
}
