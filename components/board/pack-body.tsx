import { Flow } from '@/components/reports/flow';
import { DataTable } from '@/components/ui/data-table';
import type { PackContent, PackRow } from '@/lib/board/types';
import { DecisionsNeeded, DecisionsTaken, OpenRisks } from './board-items';
import { MeasuresKey } from './measures-key';
import { MeasuresTable } from './measures-table';

/** A frozen pack as it is read and printed: nothing in it is worked out anew. */
export function PackBody({ content }: { content: PackContent }) {
  return (
    <Flow>
      <h2>Measures</h2>
      <MeasuresTable rows={content.rows.map(({ row }) => row)} />
      <MeasuresKey />
      <h2>Decisions taken at this meeting</h2>
      <DecisionsTaken items={content.taken} />
      <h2>Decisions needed</h2>
      <DecisionsNeeded items={content.needed} />
      <h2>Risks</h2>
      <OpenRisks items={content.risks} />
      <h2>Measures by partnership</h2>
      {content.rows.filter(({ parts }) => parts.length > 0).map((one) => <PartsTable key={one.row.measure.measureId} {...one} />)}
    </Flow>
  );
}

/** One measure by partnership. */
export function PartsTable({ row, parts }: PackRow) {
  return (
    <DataTable
      caption={`${row.measure.name}, ${row.days}`} stack={false} rows={parts} rowKey={(part) => part.name}
      columns={[{ key: 'name', header: 'Schools of', rowHeader: true, cell: (part) => part.name }, { key: 'words', header: 'Figure', numeric: true, cell: (part) => part.words }]}
      foot={{ name: 'All', words: row.now }}
    />
  );
}
