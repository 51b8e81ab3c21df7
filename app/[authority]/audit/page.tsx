import { SideColumns } from '@/components/layout/columns';
import { AuditFilters } from '@/components/reports/audit-filters';
import { AuditLines } from '@/components/reports/audit-lines';
import { PageHeading } from '@/components/ui/page-heading';
import { Pagination } from '@/components/ui/pagination';
import { isCalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { auditLog } from '@/lib/publishing/queries/audit-log';
import { actInWords } from '@/lib/publishing/rules/audit-words';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/audit', 'Access log');

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Search> };

const KEYS = ['act', 'person', 'pupil', 'record', 'on-day', 'on-month', 'on-year'] as const;

function text(search: Search, key: string): string {
  const value = search[key];
  return typeof value === 'string' ? value.trim() : '';
}

/** The address of the same list without some filters, on a page. */
function href(base: string, search: Search, page: number, without: readonly string[] = []): string {
  const kept = new URLSearchParams(KEYS.filter((key) => !without.includes(key)).flatMap((key) => (text(search, key) ? [[key, text(search, key)]] : [])));
  if (page > 1) kept.set('page', String(page));
  const query = kept.toString();
  return query ? `${base}?${query}` : base;
}

/** Who did what in this authority, for its auditor: references and codes. */
export default async function AuditPage({ params, searchParams }: Props) {
  const opened = await openPage('/[authority]/audit', (await params).authority);
  const search = await searchParams;
  const base = `/${opened.authority.slug}/audit`;
  const day = { day: text(search, 'on-day'), month: text(search, 'on-month'), year: text(search, 'on-year') };
  const typed = `${day.year}-${day.month.padStart(2, '0')}-${day.day.padStart(2, '0')}`;
  const on = isCalendarDate(typed) ? typed : null;
  const dayError = on === null && `${day.day}${day.month}${day.year}` !== '' ? 'Enter a real date with day, month and year, for example 2 3 2026' : undefined;
  const filter = { act: text(search, 'act'), person: text(search, 'person'), pupil: text(search, 'pupil').slice(0, 40), record: text(search, 'record').slice(0, 40), on };
  const page = /^\d{1,6}$/.test(text(search, 'page')) ? Number(text(search, 'page')) : 1;
  const log = await opened.read((tx) => auditLog(tx, { ...filter, page }));
  const chosen = [
    ...(filter.act ? [{ label: 'Act', value: actInWords(filter.act), removeHref: href(base, search, 1, ['act']) }] : []),
    ...(filter.person ? [{ label: 'Person', value: log.people.find((one) => one.id === filter.person)?.name ?? 'Not known', removeHref: href(base, search, 1, ['person']) }] : []),
    ...(filter.pupil ? [{ label: 'Pupil', value: filter.pupil, removeHref: href(base, search, 1, ['pupil']) }] : []),
    ...(filter.record ? [{ label: 'Record', value: log.lines.find((one) => one.record?.id === filter.record)?.record?.words ?? 'Not known', removeHref: href(base, search, 1, ['record']) }] : []),
    ...(on ? [{ label: 'Day', value: dateInWords(on), removeHref: href(base, search, 1, ['on-day', 'on-month', 'on-year']) }] : []),
  ];
  return (
    <>
      <PageHeading lead={"Who did what and why, newest first, with sign-ins and openings of pupils\u2019 records. Pupils stand under their references."}>Access log</PageHeading>
      <SideColumns
        label="Filters"
        side={<AuditFilters action={base} acts={log.acts} people={log.people} {...filter} day={day} dayError={dayError} chosen={chosen} />}
      >
        <h2>{log.total === 1 ? '1 entry' : `${log.total.toLocaleString('en-GB')} entries`}</h2>
        <AuditLines lines={log.lines} filtered={chosen.length > 0} recordHref={(id) => `${base}?record=${encodeURIComponent(id)}`} pupilHref={(reference) => `${base}?pupil=${encodeURIComponent(reference)}`} />
        <Pagination page={log.page} pages={log.pages} hrefs={Array.from({ length: log.pages }, (_, index) => href(base, search, index + 1))} />
      </SideColumns>
    </>
  );
}
