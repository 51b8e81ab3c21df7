import { PartnershipList } from '@/components/partnership/partnership-list';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { partnershipLines } from '@/lib/placements/queries/partnership-lines';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/officer/partnerships', 'Partnerships');

type Props = { params: Promise<{ authority: string }> };

export default async function PartnershipsPage({ params }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/officer/partnerships', authority);
  const lines = await page.read(partnershipLines);
  return (
    <>
      <PageHeading actions={<LinkButton href={`/${authority}/finance/monitor`}>Monthly budget monitor</LinkButton>} lead={`Places used against each quota on ${weekdayDateInWords(page.clock.today)}.`}>Partnerships</PageHeading>
      <PartnershipList authority={authority} lines={lines} />
    </>
  );
}
