import { DataTable } from '@/components/ui/data-table';
import type { VolumeFigures } from '@/lib/spend/types';
import { amountInWords, NOT_KNOWN, placesInWords, shareInWords } from './amount';

/** Places commissioned and taken, pupils and unit cost of each provider and of all. */
export function VolumeTable({ volumes, total }: { volumes: readonly VolumeFigures[]; total: VolumeFigures }) {
  const commissioned = (row: VolumeFigures) => (row.commissioned === null ? NOT_KNOWN : String(row.commissioned));
  const taken = (row: VolumeFigures) => <>{placesInWords(row.occupiedTenths)}<br />{row.pupilsOnDay} {row.pupilsOnDay === 1 ? 'pupil' : 'pupils'}</>;
  return (
    <DataTable
      caption="Places and pupils" captionHidden rows={volumes} rowKey={(row) => row.providerId ?? row.name} dense
      columns={[
        { key: 'name', header: 'Provider', rowHeader: true, cell: (row) => row.name },
        { key: 'commissioned', header: 'Places commissioned', numeric: true, cell: commissioned },
        { key: 'occupied', header: 'Places taken', numeric: true, cell: taken },
        { key: 'average', header: 'Average taken', numeric: true, cell: (row) => placesInWords(row.averageTenths) },
        { key: 'occupancy', header: 'Average occupancy', numeric: true, cell: (row) => shareInWords(row.occupancyPerMille) },
        { key: 'pupils', header: 'Pupils in the month', numeric: true, cell: (row) => String(row.pupils) },
        { key: 'unit', header: 'Cost of a place in the year', numeric: true, cell: (row) => amountInWords(row.unitCost) },
      ]}
      foot={{
        name: total.name, commissioned: commissioned(total), occupied: taken(total), average: placesInWords(total.averageTenths),
        occupancy: shareInWords(total.occupancyPerMille), pupils: String(total.pupils), unit: amountInWords(total.unitCost),
      }}
    />
  );
}
