import type { ReactNode } from 'react';
import { ServiceShell } from './service-shell';

/** The frame of pages that belong to no authority. */
export function PlainShell({ children, account }: { children: ReactNode; account?: string }) {
  return (
    <ServiceShell
      header={{ authorityName: 'Places for pupils with SEMH needs', homeHref: '/', account: account ? { name: account } : undefined }}
      navigation={[]}
      footer={{ accessibilityHref: '/accessibility', cookiesHref: '/cookies', privacyHref: '/privacy', contactHref: '/accessibility#contact' }}
    >
      {children}
    </ServiceShell>
  );
}
