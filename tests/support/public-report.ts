import { publicNumber } from '@/lib/publishing/rules/forum/public-report';
import type { PublicReport, PublicTable } from '@/lib/publishing/types';

const MARK = { shown: '[c]', value: null };

/** A table long enough for a second page. */
function spend(): PublicTable {
  return {
    id: 'spend', title: 'High needs spend by line, 2025-26, to the end of January 2026', rowHeading: 'Line',
    columns: [
      { title: 'Budget', unit: 'pounds' }, { title: 'Actual to date', unit: 'pounds' }, { title: 'Forecast for the year', unit: 'pounds' }, { title: 'Over or under budget', unit: 'pounds' },
      { title: 'Over or under budget, %', unit: 'percent' }, { title: 'Change in forecast since last report', unit: 'pounds' },
    ],
    rows: Array.from({ length: 45 }, (_, at) => ({
      title: at === 3 ? '=HYPERLINK("x") line' : `Line ${at + 1}`,
      cells: [publicNumber(12_345_678 + at, 'pounds'), publicNumber(-5 - at, 'pounds'), MARK, publicNumber(-123_456_789, 'pounds'), publicNumber(-34, 'percent'), { shown: '[x] not available', value: null }],
    })),
  };
}

/** A published report as it is frozen, with words that a spreadsheet could take for formulas. */
export const PUBLIC_REPORT: PublicReport = {
  authority: { slug: 'testshire', name: 'Testshire Council', isDemonstration: true }, title: 'Monthly spend report to the Schools Forum', month: '2026-01', monthTitle: 'January 2026', number: 2,
  note: '+1 place was counted twice', publishedOn: '2026-03-02', front: [{ label: 'Meeting', value: '=1+1' }, { label: 'Purpose', value: 'For information' }],
  sections: [
    { id: 'background', heading: 'Background', paragraphs: ['Words that go on. '.repeat(60).trim(), '-5 \u2019quoted\u2019 & <b>bold</b> \u00a320 \u2212 10', '@somebody'], tables: [] },
    { id: 'spend', heading: 'Spend by line', paragraphs: [], tables: [spend()] },
    {
      id: 'volumes', heading: 'Places and pupils', paragraphs: [], tables: [{
        id: 'places', title: 'Places and pupils by provider', rowHeading: 'Provider', columns: [{ title: 'Pupils', unit: 'count' }, { title: 'Average', unit: 'tenths' }],
        rows: [{ title: 'Rowan', cells: [publicNumber(1_234, 'count'), publicNumber(345, 'tenths')] }, { title: 'Aspire', cells: [publicNumber(0, 'count'), MARK] }],
      }],
    },
  ],
};
