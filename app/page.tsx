import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { PlainShell } from '@/components/layout/plain-shell';
import { allAuthorities } from '@/lib/server/sign-in';

export default async function FrontPage() {
  const authorities = await allAuthorities();
  return (
    <PlainShell>
      <PageHeading size={48} lead="Who gets a place at a pupil referral unit (PRU) or in alternative provision (AP), against whose quota, at what cost, and whether it works.">
        Fairplace
      </PageHeading>
      <p><LinkButton href="/sign-in">Sign in</LinkButton></p>
      <h2>Authorities on this service</h2>
      <ul>
        {authorities.map((authority) => (
          <li key={authority.slug}><a href={`/${authority.slug}`}>{authority.name}</a></li>
        ))}
      </ul>
    </PlainShell>
  );
}
