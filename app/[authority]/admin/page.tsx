import { type Area, AreaList } from '@/components/admin/area-list';
import { PageHeading } from '@/components/ui/page-heading';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';
import { adminCounts } from '@/lib/organisations/queries/admin-counts';
import { KNOWN_SETTINGS } from '@/lib/organisations/rules/known-settings';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/admin', 'Administration');

type Props = { params: Promise<{ authority: string }> };

const some = (count: number, one: string, many: string): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

export default async function AdminPage({ params }: Props) {
  const page = await openPage('/[authority]/admin', (await params).authority);
  const counts = await page.read(adminCounts);
  const home = `/${page.authority.slug}/admin`;
  const areas: Area[] = [
    {
      title: 'Users', href: `${home}/users`, count: some(counts.people, 'person', 'people'), what: 'People, their sign-in and their dated roles',
      note: counts.people_without_role > 0 ? `${some(counts.people_without_role, 'has', 'have')} no role today` : undefined,
    },
    { title: 'Partnerships', href: `${home}/partnerships`, count: some(counts.partnerships, 'partnership', 'partnerships'), what: 'Which schools form which partnership, from when to when' },
    { title: 'Trusts', href: `${home}/trusts`, count: some(counts.trusts, 'trust', 'trusts'), what: 'Academy trusts, their schools from when to when, and where their invoices go' },
    {
      title: 'Agreements', href: `${home}/agreements`, count: some(counts.agreements, 'agreement in force', 'agreements in force'), what: 'Quota, counting rule, measure, price and signatures of each year',
      note: counts.schools_unbound > 0 ? `${some(counts.schools_unbound, 'school is', 'schools are')} not bound` : undefined,
    },
    { title: 'Sites and places', href: `${home}/sites`, count: some(counts.sites, 'site open', 'sites open'), what: 'Sites, their number of places by day, and closures' },
    { title: 'Calendars', href: `${home}/calendars`, count: some(counts.calendars, 'calendar year', 'calendar years'), what: 'Terms, INSET days and closures; every clock counts on them' },
    {
      title: 'Import', href: `${home}/import`, count: some(counts.imports, 'import', 'imports'), what: 'Open placements, exclusions and places from a CSV file',
      note: counts.checked > 0 ? `${some(counts.checked, 'file is', 'files are')} checked and not imported` : undefined,
    },
    { title: 'Settings', href: `${home}/settings`, count: some(Object.keys(KNOWN_SETTINGS).length, 'setting', 'settings'), what: 'Times, warnings and limits that the rules ask for, each from a day on' },
    { title: 'Measures of the Board', href: `${home}/measures`, count: some(counts.measures, 'measure', 'measures'), what: 'What the Governance Board judges by: calculation, baseline, target and owner' },
    ...(page.authority.isDemonstration
      ? [{ title: 'Day of the demonstration', href: `${home}/clock`, count: dateInWords(page.clock.today), what: 'The day that every page of this demonstration takes as today' }]
      : []),
  ];
  return (
    <>
      <PageHeading lead={`What ${page.authority.name} keeps, on ${weekdayDateInWords(page.clock.today)}.`}>Administration</PageHeading>
      <AreaList areas={areas} />
    </>
  );
}
