import { SitePupils } from '@/components/site/site-pupils';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyFigure, KeyFigures } from '@/components/ui/key-figure';
import { Flow } from '@/components/reports/flow';
import { PageHeading } from '@/components/ui/page-heading';
import { PLACE_KIND_WORDS } from '@/lib/core/field-words';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { siteDesks } from '@/lib/placements/queries/site-desk';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/site', 'My sites');

type Props = { params: Promise<{ authority: string }> };

export default async function SitesPage({ params }: Props) {
  const page = await openPage('/[authority]/site', (await params).authority);
  const desks = await page.read(siteDesks);
  const { slug } = page.authority;
  const { today } = page.clock;
  const toAnswer = desks.reduce((sum, desk) => sum + desk.toAnswer.length, 0);
  return (
    <>
      <PageHeading lead={`${toAnswer === 0 ? 'No proposal' : toAnswer === 1 ? '1 proposal' : `${toAnswer} proposals`} to answer on ${weekdayDateInWords(today)}.`}>My sites</PageHeading>
      {desks.length === 0 ? <EmptyState title="Your sites">Your role names a provider without a site. The administrator adds sites.</EmptyState> : null}
      {desks.map(({ site, free, toAnswer: proposals, arriving, here }) => (
        <section key={site.id} aria-labelledby={`site-${site.slug}`}>
          <Flow>
            <h2 id={`site-${site.slug}`}><a href={`/${slug}/site/${site.slug}`}>{site.name}</a></h2>
            <KeyFigures label={`Free today at ${site.name}`}>
              {free.map((one) => (
                <KeyFigure
                  key={one.kind}
                  value={one.todayTenths === null ? 'No school today' : `${one.todayTenths / 10} of ${one.placesTenths / 10} free`}
                  label={PLACE_KIND_WORDS[one.kind] ?? one.kind}
                  tone={one.todayTenths === null ? 'quiet' : one.todayTenths < 0 ? 'over' : one.todayTenths === 0 ? 'due' : 'fine'}
                  href={`/${slug}/site/${site.slug}/calendar`}
                />
              ))}
              <KeyFigure value={String(here.length)} label="pupils here now" href={`/${slug}/site/${site.slug}`} />
            </KeyFigures>
            <SitePupils slug={slug} caption="To answer" kind="answer" pupils={proposals} today={today} empty="No proposal waits for your answer." />
            <SitePupils slug={slug} caption="Arriving" kind="arriving" pupils={arriving} today={today} empty="Nobody is accepted and still to start." />
          </Flow>
        </section>
      ))}
    </>
  );
}
