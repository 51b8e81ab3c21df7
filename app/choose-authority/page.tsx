import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PublicShell } from '@/app/public-shell';
import { PageHeading } from '@/components/ui/page-heading';
import { sessionId } from '@/lib/server/session';
import { authoritiesOf } from '@/lib/server/sign-in';
import { wayIn } from '@/lib/server/way-in';

export const metadata: Metadata = { title: 'Choose an authority' };

export default async function ChooseAuthorityPage() {
  const id = await sessionId();
  if (id === null) redirect('/sign-in');
  if ((await wayIn()) === '/password') redirect('/password');
  const authorities = await authoritiesOf(id);
  const only = authorities.length === 1 ? authorities[0] : undefined;
  if (only) redirect(`/${only.slug}`);
  return (
    <PublicShell>
      <PageHeading>Choose an authority</PageHeading>
      {authorities.length === 0 ? <p>Your sign-in is not known to any authority. Ask the administrator of your authority to give you a role.</p> : null}
      <ul>
        {authorities.map((authority) => (
          <li key={authority.slug}><a href={`/${authority.slug}`}>{authority.name}</a></li>
        ))}
      </ul>
    </PublicShell>
  );
}
