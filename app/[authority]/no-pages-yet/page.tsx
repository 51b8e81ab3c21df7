import { PageHeading } from '@/components/ui/page-heading';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/no-pages-yet', 'Your role');

type Props = { params: Promise<{ authority: string }> };

export default async function NoPagesYetPage({ params }: Props) {
  const { authority } = await openPage('/[authority]/no-pages-yet', (await params).authority);
  return (
    <>
      <PageHeading>Your role has no pages here yet</PageHeading>
      <p>You are signed in to {authority.name}. Write to <a href={`mailto:${authority.contactEmail}`}>{authority.contactEmail}</a> about pupils who are placed with you.</p>
    </>
  );
}
