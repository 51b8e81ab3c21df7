import { PartnershipDashboard } from '@/components/partnership/dashboard';
import { ClosedMonths } from '@/components/partnership/closed-months';
import { OwnPupils } from '@/components/school/own-pupils';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { TabsAsLinks } from '@/components/ui/tabs-as-links';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { partnershipDashboard } from '@/lib/placements/queries/partnership-dashboard';
import { ownPupilsOut } from '@/lib/placements/queries/school-pupils';
import { schoolScopes } from '@/lib/placements/queries/school-scopes';
import { exclusionComparison } from '@/lib/publishing/queries/exclusion-comparison';
import { partnershipCloses } from '@/lib/publishing/queries/partnership-closes';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import type { ReadTx } from '@/lib/server/unit-of-work';

export const generateMetadata = titled('/[authority]/school', 'My places');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

async function view(tx: ReadTx, wanted: string | undefined) {
  const scopes = await schoolScopes(tx);
  const scope = scopes.find((one) => one.key === wanted) ?? scopes[0];
  if (!scope) return { scopes, scope: null, pupils: null, dashboard: null, comparison: null, closes: null };
  const { school, partnershipSlug } = scope;
  const pupils = school && await ownPupilsOut(tx, school.id);
  const dashboard = partnershipSlug === null ? null : await partnershipDashboard(tx, partnershipSlug, school);
  return { scopes, scope, pupils, dashboard, comparison: dashboard && await exclusionComparison(tx, dashboard.id, school), closes: dashboard && await partnershipCloses(tx, dashboard) };
}

export default async function SchoolPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/school', (await params).authority);
  const { for: wanted } = await searchParams;
  const { scopes, scope, pupils, dashboard, comparison, closes } = await page.read((tx) => view(tx, typeof wanted === 'string' ? wanted : undefined));
  const base = `/${page.authority.slug}`;
  const school = scope?.school ?? null;
  const own = school && pupils
    ? <OwnPupils schoolName={school.name} pupils={pupils} today={page.clock.today} hrefOf={(id) => `${base}/school/pupils/${id}`} />
    : undefined;
  return (
    <>
      <PageHeading caption={dashboard && school ? dashboard.name : 'My places'} lead={weekdayDateInWords(page.clock.today)}>{scope?.label ?? 'My places'}</PageHeading>
      {scopes.length > 1 ? (
        <TabsAsLinks label="Schools and partnerships" items={scopes.map((one) => ({ text: one.label, href: `${base}/school?for=${one.key}`, current: one === scope }))} />
      ) : null}
      {dashboard ? (
        <PartnershipDashboard
          dashboard={dashboard} comparison={comparison} schoolName={school?.name ?? null} ownPupils={own} dayHref={(on) => `${base}/partnership/${dashboard.slug}/day/${on}`}
          closedMonths={closes ? <ClosedMonths {...closes} statementHref={(month) => `${base}/partnership/${dashboard.slug}/statements/${month}`} /> : null}
        />
      ) : (
        <>
          <EmptyState title="The quota of your partnership">
            {scope ? `No agreement in force today covers ${scope.label}, so no quota counts its pupils.` : 'No school or partnership is set for you today.'} An administrator of {page.authority.name} can change that.
          </EmptyState>
          {own}
        </>
      )}
    </>
  );
}
