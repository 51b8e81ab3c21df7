import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { Signature } from './signature-form';

interface SignaturesTableProps {
  signatures: readonly (Signature & { readonly is_member: boolean; readonly bindsOn: boolean })[];
  on: CalendarDate;
  /** Newer terms exist: nothing of these can be changed. */
  isLatest: boolean;
}

/** Which schools are bound, who signed for whom, and from when to when. */
export function SignaturesTable({ signatures, on, isLatest }: SignaturesTableProps) {
  return (
    <DataTable
      caption={`Schools and signatures on ${dateInWords(on)}`} rows={signatures} rowKey={(one) => one.school_id} dense
      empty={<p>The partnership has no member in this year.</p>}
      columns={[
        { key: 'name', header: 'School', rowHeader: true, cell: (one) => (one.is_member ? one.school_name : `${one.school_name} (no member)`) },
        { key: 'bound', header: 'Bound', cell: (one) => (one.bindsOn ? <Tag tone="fine">Bound</Tag> : <Tag tone="due">{one.legally_binding ? 'Not in force' : 'Not bound'}</Tag>) },
        { key: 'party', header: 'Party and signatory', cell: (one) => [one.party, one.signatory].filter(Boolean).join('; ') || 'Not recorded' },
        { key: 'executed', header: 'Executed', cell: (one) => (one.executed_on ? dateInWords(one.executed_on) : 'Not recorded') },
        { key: 'force', header: 'In force', cell: (one) => (one.in_force_from ? `${dateInWords(one.in_force_from)} to ${one.in_force_to ? dateInWords(one.in_force_to) : 'further notice'}` : 'Not recorded') },
        { key: 'weight', header: 'Weight', numeric: true, cell: (one) => one.share_weight.toLocaleString('en-GB') },
        { key: 'document', header: 'Document', cell: (one) => one.document || 'None' },
        ...(isLatest ? [{
          key: 'change', header: 'Change', headerHidden: true,
          cell: (one: Signature) => <a href={`?sign=${one.school_id}#sign`}>Change<VisuallyHidden> the signature of {one.school_name}</VisuallyHidden></a>,
        }] : []),
      ]}
    />
  );
}
