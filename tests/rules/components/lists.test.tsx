import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';
import { DataTable } from '@/components/ui/data-table';
import { dateRangeWords, dateWords, weekdayDateWords } from '@/components/ui/date-words';
import { FilterPanel } from '@/components/ui/filter-panel';
import { MoneyLine } from '@/components/ui/money-line';
import { Pagination, pagesToShow } from '@/components/ui/pagination';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { tenthsWords } from '@/components/ui/tenths-words';
import { Timeline } from '@/components/ui/timeline';

describe('DataTable', () => {
  interface Row { name: string; places: number }
  const columns = [
    { key: 'name', header: 'Site', rowHeader: true, cell: (row: Row) => row.name, sort: { href: '?sort=name', now: 'ascending' as const } },
    { key: 'places', header: 'Places', numeric: true, cell: (row: Row) => row.places },
  ];
  const rows = [{ name: 'Rowan', places: 20 }];

  it('names rows and columns, keeps its roles when it becomes cards, and says how it is sorted', () => {
    const html = renderToStaticMarkup(<DataTable caption="2 sites" columns={columns} rows={rows} rowKey={(row) => row.name} foot={{ name: 'All', places: 20 }} />);
    expect(html).toContain('<th scope="col" role="columnheader" class="fp-table__sortable" aria-sort="ascending"><a href="?sort=name">');
    expect(html).toContain('<th scope="row" role="rowheader"><div class="fp-table__value">Rowan</div></th>');
    expect(html).toContain('<td role="cell" class="fp-table__number" data-label="Places"><div class="fp-table__value">20</div></td>');
    expect(html).toContain('fp-table--stack');
    expect(html).toContain('<tfoot');
  });

  it('shows its empty state instead of an empty table', () => {
    const html = renderToStaticMarkup(<DataTable caption="No sites" columns={columns} rows={[]} rowKey={(row) => row.name} empty={<p>No sites yet</p>} />);
    expect(html).toBe('<p>No sites yet</p>');
  });

  it('scrolls with the keyboard where it may not stack', () => {
    const html = renderToStaticMarkup(<DataTable caption="2 sites" columns={columns} rows={rows} rowKey={(row) => row.name} stack={false} />);
    expect(html).toMatch(/^<div class="fp-table-scroll" tabindex="0" role="region" aria-label="2 sites">/);
  });
});

describe('Pagination', () => {
  it('shows first, last and neighbours, a gap only where it saves something', () => {
    expect(pagesToShow(5, 9)).toEqual([1, null, 4, 5, 6, null, 9]);
    expect(pagesToShow(3, 9)).toEqual([1, 2, 3, 4, null, 9]);
    expect(pagesToShow(1, 2)).toEqual([1, 2]);
  });

  it('is absent for one page and has no link before the first', () => {
    expect(renderToStaticMarkup(<Pagination page={1} pages={1} hrefs={['/1']} />)).toBe('');
    const html = renderToStaticMarkup(<Pagination page={1} pages={2} hrefs={['/1', '/2']} />);
    expect(html).not.toContain('Previous');
    expect(html).toContain('<a href="/2" rel="next">');
    expect(html).toContain('<a href="/1" aria-label="Page 1" aria-current="page">');
  });
});

describe('words beside the colour', () => {
  it('puts a shape and a word into every tag', () => {
    for (const tone of ['late', 'due', 'fine', 'quiet', 'over', 'info'] as const) {
      const html = renderToStaticMarkup(<Tag tone={tone}>Word</Tag>);
      expect(html).toContain('<svg');
      expect(html).toContain('Word');
    }
    const shapes = (['late', 'due', 'fine', 'quiet', 'over', 'info'] as const).map((tone) => renderToStaticMarkup(<Tag tone={tone}>Word</Tag>).replace(/fp-tone--\w+/, ''));
    expect(new Set(shapes).size).toBe(6);
  });
});

describe('lists', () => {
  it('says what a Change link changes', () => {
    const html = renderToStaticMarkup(<SummaryList rows={[{ label: 'Start date', value: '9 March', change: { href: '/start' } }]} />);
    expect(html).toContain('<a href="/start">Change<span class="fp-hidden"> start date</span></a>');
  });

  it('says what removing a filter removes, and keeps the sort order', () => {
    const html = renderToStaticMarkup(<FilterPanel action="/list" keep={{ sort: 'due' }} chosen={[{ label: 'School', value: 'Wales', removeHref: '/list' }]}>x</FilterPanel>);
    expect(html).toContain('method="get"');
    expect(html).toContain('<input type="hidden" name="sort" value="due"/>');
    expect(html).toMatch(/Remove filter <\/span>School: Wales/);
  });

  it('shows money exactly, with its working', () => {
    const html = renderToStaticMarkup(<MoneyLine label="Over quota" amount={pence(748421n)} working="79 place-days" />);
    expect(html).toContain('£7,484.21');
    expect(html).toContain('79 place-days');
  });

  it('marks planned things as planned, in words', () => {
    const html = renderToStaticMarkup(<Timeline label="History" items={[{ id: '1', on: calendarDate('2026-03-09'), title: 'Starts', planned: true, by: 'A' }]} />);
    expect(html).toContain('<time dateTime="2026-03-09">Monday 9 March 2026</time> (planned), A');
  });
});

describe('dates and tenths in words', () => {
  const d = calendarDate;
  it('leave out the year only beside a date of the same year', () => {
    expect(dateWords(d('2026-09-01'))).toBe('1 September 2026');
    expect(weekdayDateWords(d('2025-10-06'), d('2025-09-29'))).toBe('Monday 6 October');
    expect(dateWords(d('2026-01-05'), d('2025-12-31'))).toBe('5 January 2026');
  });

  it('write ranges with "to"', () => {
    expect(dateRangeWords(d('2026-03-09'), d('2026-07-17'))).toBe('9 March to 17 July 2026');
    expect(dateRangeWords(d('2026-05-25'), d('2026-05-27'))).toBe('25 to 27 May 2026');
    expect(dateRangeWords(d('2025-12-20'), d('2026-01-04'), d('2026-03-02'))).toBe('20 December 2025 to 4 January');
    expect(dateRangeWords(d('2025-12-20'), d('2026-01-04'))).toBe('20 December 2025 to 4 January 2026');
    expect(dateRangeWords(d('2026-05-25'), d('2026-05-25'))).toBe('25 May 2026');
  });

  it('show tenths only where there are any', () => {
    expect([0, 5, 115, 120, -10, -15].map(tenthsWords)).toEqual(['0', '0.5', '11.5', '12', '\u22121', '\u22121.5']);
  });
});
