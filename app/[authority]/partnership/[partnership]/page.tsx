import { PartnershipDashboard } from '@/components/partnership/dashboard';
import { ClosedMonths } from '@/components/partnership/closed-months';
import { PageHeading } from '@/components/ui/page-heading';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { holdsAny } from '@/lib/core/roles';
import { partnershipDashboard } from '@/lib/placements/queries/partnership-dashboard';
import { exclusionComparison } from '@/lib/publishing/queries/exclusion-comparison';
import { partnershipCloses } from '@/lib/publishing/queries/partnership-closes';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/partnership/[partnership]', 'Partnership');

type Props = { params: Promise<{ authority: string; partnership: string }> };

/** The partnership in counts, for its lead and heads, officers and commissioners. */
export default async function PartnershipPage({ params }: Props) {
  const { authority, partnership } = await params;
  const page = await openPage('/[authority]/partnership/[partnership]', authority);
  const { dashboard, comparison, closes } = await page.read(async (tx) => {
    const found = await partnershipDashboard(tx, partnership, null);
    return found && { dashboard: found, comparison: await exclusionComparison(tx, found.id, null), closes: await partnershipCloses(tx, found) };
  });
  const opensDays = holdsAny(page.actor, ['headteacher', 'partnership_lead', 'placement_officer']);
  return (
    <>
      <PageHeading caption={`Partnership, agreement ${dashboard.academicYear}`} lead={`${weekdayDateInWords(page.clock.today)}. ${dashboard.measure}.`}>{dashboard.name}</PageHeading>
      <PartnershipDashboard
        dashboard={dashboard}
        comparison={comparison}
        closedMonths={<ClosedMonths {...closes} statementHref={holdsAny(page.actor, ['headteacher', 'partnership_lead']) ? (month) => `/${page.authority.slug}/partnership/${dashboard.slug}/statements/${month}` : undefined} />}
        schoolName={null}
        dayHref={opensDays ? (on) => `/${page.authority.slug}/partnership/${dashboard.slug}/day/${on}` : undefined}
      />
    </>
  );
}
