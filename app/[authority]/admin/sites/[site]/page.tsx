import { ClosureForm, PlacesForm } from '@/components/admin/site-changes';
import { SiteForm } from '@/components/admin/site-form';
import { SiteRecords } from '@/components/admin/site-records';
import { ActionForm } from '@/components/forms/action-form';
import { BackLink } from '@/components/ui/back-link';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { dateInWords } from '@/lib/core/date-words';
import { NEED_CHOICES, siteBySlug } from '@/lib/providers/queries/site-pages';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { DoneNotice } from '../../done-notice';
import { changeNumber, close, reopen, save } from '../actions';

export const generateMetadata = titled('/[authority]/admin/sites/[site]', 'Site');

type Props = { params: Promise<{ authority: string; site: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const FORMS = { places: 'Change the number of places', closure: 'Record a closure', details: 'Change the details' } as const;

export default async function SitePage({ params, searchParams }: Props) {
  const { authority, site: slug } = await params;
  const page = await openPage('/[authority]/admin/sites/[site]', authority);
  const { site, places, overNumber } = await page.read((tx) => siteBySlug(tx, slug));
  const { change, done } = await searchParams;
  const home = `/${authority}/admin/sites/${slug}`;
  const form = { authority, formKey: newFormKey(), cancelHref: home };
  const total = places.day6 + places.preventative + places.reserve;
  return (
    <>
      <BackLink href={`/${authority}/admin/sites`}>Sites and places</BackLink>
      <DoneNotice done={done} />
      <PageHeading
        caption={site.provider_name}
        lead={`${total} places on ${dateInWords(page.clock.today)}: ${places.day6} day-6, ${places.preventative} preventative, ${places.reserve} reserve${overNumber > 0 ? `; ${overNumber} more over number` : ''}.`}
        actions={Object.entries(FORMS).map(([key, text]) => <LinkButton key={key} href={`?change=${key}#change`}>{text}</LinkButton>)}
      >
        {site.name}
      </PageHeading>
      {typeof change === 'string' && change in FORMS ? (
        <section id="change" className="fp-part">
          <h2>{FORMS[change as keyof typeof FORMS]}</h2>
          {change === 'places' ? <PlacesForm action={changeNumber} siteId={site.id} {...form} /> : null}
          {change === 'closure' ? <ClosureForm action={close} siteId={site.id} {...form} /> : null}
          {change === 'details' ? <SiteForm action={save} needs={NEED_CHOICES} site={site} {...form} /> : null}
        </section>
      ) : null}
      <SiteRecords
        placeEvents={site.placeEvents} overNumber={site.overNumber} closures={site.closures}
        withdraw={(closureId) => <ActionForm action={reopen} authority={authority} formKey={newFormKey()} hidden={{ siteId: site.id, closureId }} submit="Withdraw this closure" submitKind="link" />}
      />
      <h2>Details</h2>
      <SummaryList
        rows={[
          { label: 'Specialism', value: site.specialism || 'None recorded' },
          { label: 'Year groups', value: `${site.low_year === 0 ? 'Reception' : site.low_year} to ${site.high_year}` },
          { label: 'Needs it meets', value: site.needs.map((code) => NEED_CHOICES.find((need) => need.value === code)?.text ?? code).join(', ') || 'None recorded' },
          { label: 'Languages supported', value: site.languages.join(', ') || 'English only' },
          { label: 'Admission', value: site.must_agree ? 'The site must agree to each pupil' : 'The authority places' },
          { label: 'Quota', value: site.counts_to_quota ? 'Its places count' : 'Its places do not count' },
          { label: 'Address', value: site.address || 'Not recorded' },
          { label: 'Day', value: `${site.start_time} to ${site.end_time}` },
          { label: 'Contact', value: [site.contact_name, site.contact_phone].filter(Boolean).join(', ') || 'Not recorded' },
          { label: 'Open', value: `${dateInWords(site.opened_on)} to ${site.closed_on ? dateInWords(site.closed_on) : 'further notice'}` },
        ]}
      />
    </>
  );
}
