import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { DEMONSTRATION_WORDS } from '@/lib/core/demonstration-words';
import type { PageFrame } from '@/lib/core/not-found-mark';
import { ROLE_NAMES } from '@/lib/core/roles';
import { navigationFor } from './landing';
import { requestFor } from './session';
import { allAuthorities } from './sign-in';

/** The frame around the pages of an authority, for who asks; null where there is no such authority, or none of theirs. */
export const pageFrame = cache(async (slug: string): Promise<PageFrame | null> => {
  const { authority, actor, clock } = await requestFor(slug);
  if (!authority || !actor) return null;
  const isAdministrator = actor.roles.some((held) => held.role === 'administrator');
  return {
    header: {
      authorityName: authority.councilName,
      homeHref: `/${slug}`,
      organisation: { name: [...new Set(actor.roles.map((held) => ROLE_NAMES[held.role]))].join(', ') || 'No role today' },
      account: { name: actor.name, href: '/password' },
    },
    navigation: navigationFor(actor, slug, (await headers()).get('x-pathname') ?? ''),
    ...(authority.theme.brand ? { theme: { ...authority.theme, brand: authority.theme.brand } } : {}),
    ...(authority.isDemonstration ? {
      banner: {
        text: DEMONSTRATION_WORDS,
        today: clock.today, ...(isAdministrator ? { setDayHref: `/${slug}/admin/clock` } : {}),
      },
    } : {}),
    footer: { accessibilityHref: '/accessibility', cookiesHref: '/cookies', privacyHref: '/privacy', contactHref: `mailto:${authority.contactEmail}` },
  };
});

/** Whether all of the service is a demonstration: pages that belong to no authority then say so too. */
export async function isAllDemonstration(): Promise<boolean> {
  const authorities = await allAuthorities();
  return authorities.length > 0 && authorities.every((one) => one.is_demonstration);
}
