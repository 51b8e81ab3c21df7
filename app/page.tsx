import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { PublicShell } from '@/app/public-shell';
import { signedInAccount } from '@/lib/server/own-password';
import { allAuthorities } from '@/lib/server/sign-in';

export default async function FrontPage() {
  const [authorities, account] = [await allAuthorities(), await signedInAccount()];
  return (
    <PublicShell account={account?.email}>
      <PageHeading size={48} lead="Who gets a place at a pupil referral unit (PRU) or in alternative provision (AP), against whose quota, at what cost, and whether it works.">
        Fairplace
      </PageHeading>
      <p>{account ? <LinkButton href={account.password_due ? '/password' : '/choose-authority'}>Your pages</LinkButton> : <LinkButton href="/sign-in">Sign in</LinkButton>}</p>
      <h2>Authorities on this service</h2>
      <ul>
        {authorities.map((authority) => (
          <li key={authority.slug}><a href={`/${authority.slug}`}>{authority.name}</a></li>
        ))}
      </ul>
    </PublicShell>
  );
}
