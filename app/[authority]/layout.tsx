import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DEMONSTRATION_WORDS, DemoBanner } from '@/components/layout/demo-banner';
import { NotFoundWords } from '@/components/layout/not-found-words';
import { PublicShell } from '@/app/public-shell';
import { ServiceShell } from '@/components/layout/service-shell';
import { DraftOwner } from '@/components/session/draft-owner';
import { IdleWarning } from '@/components/session/idle-warning';
import { Button } from '@/components/ui/button';
import { holdsAny, ROLE_NAMES } from '@/lib/core/roles';
import { PAGE_ACCESS } from '@/lib/server/access';
import { navigationFor } from '@/lib/server/landing';
import { requestFor } from '@/lib/server/session';
import { signOut } from '../sign-out/actions';

type Props = { children: ReactNode; params: Promise<{ authority: string }> };

/** The frame around an authority's pages. It guards nothing: each page does. */
export default async function AuthorityLayout({ children, params }: Props) {
  const { authority: slug } = await params;
  const { authority, actor, clock, idleMinutes, sessionId } = await requestFor(slug);
  const asked = await headers();
  const nonce = asked.get('x-nonce') ?? '';
  // Elsewhere an authority that one may not see must look like one that is not there.
  const isFrontDoor = sessionId === null && asked.get('x-pathname') === `/${slug}`;
  if (!authority || !actor) return <><NotFoundWords nonce={nonce} /><PublicShell isDemonstration={isFrontDoor && authority?.isDemonstration}>{children}</PublicShell></>;
  const isAdministrator = actor.roles.some((held) => held.role === 'administrator');
  return (
    <ServiceShell
      header={{
        authorityName: authority.councilName,
        homeHref: `/${slug}`,
        organisation: { name: [...new Set(actor.roles.map((held) => ROLE_NAMES[held.role]))].join(', ') || 'No role today' },
        account: { name: actor.name, href: '/password' },
        signOut: <form action={signOut}><Button kind="link">Sign out</Button></form>,
      }}
      navigation={navigationFor(actor, slug, asked.get('x-pathname') ?? '')}
      theme={authority.theme.brand ? { ...authority.theme, brand: authority.theme.brand } : undefined}
      banner={authority.isDemonstration ? (
        <DemoBanner text={holdsAny(actor, PAGE_ACCESS['/[authority]/published-tables']) ? `${DEMONSTRATION_WORDS} Only the page Published tables shows published figures.` : DEMONSTRATION_WORDS} today={clock.today} setDayHref={isAdministrator ? `/${slug}/admin/clock` : undefined} />
      ) : undefined}
      footer={{ accessibilityHref: '/accessibility', cookiesHref: '/cookies', privacyHref: '/privacy', contactHref: `mailto:${authority.contactEmail}` }}
      wide
    >
      <NotFoundWords nonce={nonce} />
      <DraftOwner personId={actor.personId}>{children}</DraftOwner>
      <IdleWarning authority={slug} minutes={idleMinutes} />
    </ServiceShell>
  );
}
