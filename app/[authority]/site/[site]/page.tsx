import { Flow } from '@/components/reports/flow';
import { SitePupils } from '@/components/site/site-pupils';
import { BackLink } from '@/components/ui/back-link';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { siteDesk } from '@/lib/placements/queries/site-desk';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/site/[site]', 'Site');

type Props = { params: Promise<{ authority: string; site: string }> };

export default async function SitePage({ params }: Props) {
  const { authority, site: slug } = await params;
  const page = await openPage('/[authority]/site/[site]', authority);
  const desk = await page.read((tx) => siteDesk(tx, slug));
  const { today } = page.clock;
  const base = `/${authority}/site/${slug}`;
  return (
    <>
      <BackLink href={`/${authority}/site`}>My sites</BackLink>
      <PageHeading
        caption="Site"
        lead={desk.site.specialism || undefined}
        actions={<><LinkButton kind="secondary" href={`${base}/calendar`}>Occupancy calendar</LinkButton><LinkButton kind="secondary" href={`${base}/capacity`}>Places and closures</LinkButton></>}
      >
        {desk.site.name}
      </PageHeading>
      <Flow>
        <SitePupils slug={authority} caption="To answer" kind="answer" pupils={desk.toAnswer} today={today} empty="No proposal waits for your answer." />
        <SitePupils slug={authority} caption="Arriving" kind="arriving" pupils={desk.arriving} today={today} empty="Nobody is accepted and still to start." />
        <SitePupils slug={authority} caption="Planned to leave within 14 days" kind="here" pupils={desk.leavingSoon} today={today} empty="Nobody is planned to leave within 14 days." />
        <SitePupils slug={authority} caption="Here now" kind="here" pupils={desk.here} today={today} empty="No pupil has started here." />
      </Flow>
    </>
  );
}
