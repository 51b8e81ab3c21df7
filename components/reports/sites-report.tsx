import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { dateWords } from '@/components/ui/date-words';
import type { AuthorityReport } from '@/lib/publishing/types';
import { shownAgainst, shownCount, shownFree } from './shown';

/** Pupils of each PRU against its agreed number, and its places: commissioned, used, free. */
export function SitesReport({ report }: { report: AuthorityReport }) {
  const { on, commissioned, sites } = report;
  if (sites.length === 0) return <EmptyState title="PRUs and their places">No site is open on {dateWords(on)}. An administrator adds sites and places.</EmptyState>;
  return (
    <>
      <p>{commissioned === null ? `No commissioned places are recorded as in force on ${dateWords(on)}; the places below are those of the sites.` : `${commissioned.places.toLocaleString('en-GB')} places are commissioned on ${dateWords(on)}. ${commissioned.sources.length === 1 ? 'Source' : 'Sources'}: ${commissioned.sources.join('; ')}.`}</p>
      {sites.map((group) => (
        <DataTable
          key={group.group}
          caption={`${group.group}: pupils and places on ${dateWords(on)}`}
          rows={group.sites}
          rowKey={(site) => site.name}
          columns={[
            { key: 'name', header: 'Site', rowHeader: true, cell: (site) => site.name },
            { key: 'agreed', header: 'Agreed number', numeric: true, cell: (site) => site.agreed ?? '[z]' },
            { key: 'pupils', header: 'Pupils', numeric: true, cell: (site) => shownCount(site.pupils) },
            { key: 'against', header: 'Against agreed', numeric: true, cell: (site) => shownAgainst(site.pupils, site.agreed) },
            { key: 'places', header: 'Places', numeric: true, cell: (site) => site.places },
            { key: 'used', header: 'Places used', numeric: true, cell: (site) => shownCount(site.used) },
            { key: 'free', header: 'Free', numeric: true, cell: (site) => shownFree(site.free) },
          ]}
          foot={{
            name: 'Total', agreed: group.total.agreed ?? '[z]', pupils: shownCount(group.total.pupils), against: shownAgainst(group.total.pupils, group.total.agreed),
            places: group.total.places, used: shownCount(group.total.used), free: shownFree(group.total.free),
          }}
        />
      ))}
    </>
  );
}
