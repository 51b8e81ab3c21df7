import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { fontClassName } from '@/app/fonts';
import { DemoBanner } from '@/components/layout/demo-banner';
import { NotFoundWords } from '@/components/layout/not-found-words';
import { PublicShell } from '@/app/public-shell';
import { ServiceShell } from '@/components/layout/service-shell';
import { DraftOwner } from '@/components/session/draft-owner';
import { IdleWarning } from '@/components/session/idle-warning';
import { Button } from '@/components/ui/button';
import { pageFrame } from '@/lib/server/page-frame';
import { requestFor } from '@/lib/server/session';
import { signOut } from '../sign-out/actions';

type Props = { children: ReactNode; params: Promise<{ authority: string }> };

/** The frame around an authority's pages. It guards nothing: each page does. */
export default async function AuthorityLayout({ children, params }: Props) {
  const { authority: slug } = await params;
  const { authority, actor, idleMinutes, sessionId } = await requestFor(slug);
  const frame = await pageFrame(slug);
  const asked = await headers();
  const words = <NotFoundWords nonce={asked.get('x-nonce') ?? ''} htmlClass={fontClassName} />;
  // Elsewhere an authority that one may not see must look like one that is not there.
  const isFrontDoor = sessionId === null && asked.get('x-pathname') === `/${slug}`;
  if (!frame || !actor) return <>{words}<PublicShell isDemonstration={isFrontDoor && authority?.isDemonstration}>{children}</PublicShell></>;
  const { banner, header, ...shell } = frame;
  return (
    <ServiceShell
      {...shell}
      header={{ ...header, signOut: <form action={signOut}><Button kind="link">Sign out</Button></form> }}
      banner={banner ? <DemoBanner {...banner} /> : undefined}
      wide
    >
      {words}
      <DraftOwner personId={actor.personId}>{children}</DraftOwner>
      <IdleWarning authority={slug} minutes={idleMinutes} />
    </ServiceShell>
  );
}
