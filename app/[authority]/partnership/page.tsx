import { redirect } from 'next/navigation';
import { PartnershipList } from '@/components/partnership/partnership-list';
import { PageHeading } from '@/components/ui/page-heading';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { holdsAny } from '@/lib/core/roles';
import { partnershipLines } from '@/lib/placements/queries/partnership-lines';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/partnership', 'Partnerships');

type Props = { params: Promise<{ authority: string }> };

/** The same list as the officers have, for who commissions places. A lead is led to the partnership that is theirs, or to a list of several. */
export default async function PartnershipsPage({ params }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/partnership', authority);
  const lines = await page.read(partnershipLines);
  const [only] = lines.length === 1 ? lines : [];
  if (only && !holdsAny(page.actor, ['commissioner'])) redirect(`/${page.authority.slug}/partnership/${only.slug}`);
  return (
    <>
      <PageHeading lead={`Places used against each quota on ${weekdayDateInWords(page.clock.today)}.`}>Partnerships</PageHeading>
      <PartnershipList authority={authority} lines={lines} />
    </>
  );
}
