import type { ReactNode } from 'react';
import { Flow } from '@/components/reports/flow';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';
import type { PaymentFileView } from '@/lib/charges/types';

interface PaymentFileReportProps {
  file: PaymentFileView;
  invoiceHref: (reference: string) => string;
  /** Where another file is chosen. */
  again: string;
  /** The form that records its payments. */
  children: ReactNode;
}

/** What a file of payments would record, row by row, or what is wrong with it. */
export function PaymentFileReport({ file, invoiceHref, again, children }: PaymentFileReportProps) {
  const checked = `Checked by ${file.checkedBy} on ${dateInWords(file.checkedOn)}.`;
  if (file.recorded) {
    return (
      <Flow>
        <Notice kind="success" title="The payments of this file are recorded">{checked} Each stands with its invoice.</Notice>
        <p><a href={again}>Choose another file</a></p>
      </Flow>
    );
  }
  if (file.problems.length > 0) {
    return (
      <Flow>
        <Notice kind="error" title={file.problems.length === 1 ? '1 problem, so nothing can be recorded' : `${file.problems.length} problems, so nothing can be recorded`}>{checked} Mend the rows in the file, then check it again.</Notice>
        <DataTable
          caption="Problems by line of the file" rows={file.problems} rowKey={(one) => `${one.row} ${one.column}`}
          columns={[
            { key: 'row', header: 'Line', rowHeader: true, cell: (one) => `Line ${one.row}` },
            { key: 'column', header: 'Column', cell: (one) => one.column || 'Whole file' },
            { key: 'value', header: 'What stands there', cell: (one) => one.value || 'Nothing' },
            { key: 'problem', header: 'Problem', cell: (one) => one.problem },
            { key: 'todo', header: 'How to mend it', cell: (one) => one.toDo },
          ]}
        />
        <p><a href={again}>Choose another file</a></p>
      </Flow>
    );
  }
  return (
    <Flow>
      <p>{checked} Nothing is recorded yet.</p>
      <DataTable
        caption="Payments of the file" rows={file.rows} rowKey={(one) => String(one.row)}
        columns={[
          { key: 'row', header: 'Line', rowHeader: true, cell: (one) => `Line ${one.row}` },
          { key: 'reference', header: 'Our reference', cell: (one) => <a href={invoiceHref(one.reference)}>{one.reference}</a> },
          { key: 'on', header: 'Received', cell: (one) => dateInWords(one.on) },
          { key: 'bank', header: 'Bank reference', cell: (one) => one.bankReference || 'None' },
          { key: 'remark', header: 'Remark', cell: (one) => one.remark ?? 'None' },
          { key: 'amount', header: 'Amount', numeric: true, cell: (one) => formatPounds(one.amount) },
        ]}
        foot={{ row: 'Total', amount: formatPounds(file.total) }}
      />
      {children}
    </Flow>
  );
}
