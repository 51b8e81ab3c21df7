import type { ReactNode } from 'react';
import { DEMONSTRATION_WORDS } from '@/lib/core/demonstration-words';
import { DemoBanner } from './demo-banner';
import { ServiceShell } from './service-shell';

interface PlainShellProps {
  children: ReactNode;
  account?: string;
  /** Says so above the header. */
  isDemonstration?: boolean;
}

/** The frame of pages that belong to no authority. */
export function PlainShell({ children, account, isDemonstration = false }: PlainShellProps) {
  return (
    <ServiceShell
      header={{ authorityName: 'Places for pupils with SEMH needs', homeHref: '/', account: account ? { name: account } : undefined }}
      banner={isDemonstration ? <DemoBanner text={DEMONSTRATION_WORDS} /> : undefined}
      navigation={[]}
      footer={{ accessibilityHref: '/accessibility', cookiesHref: '/cookies', privacyHref: '/privacy', contactHref: '/accessibility#contact' }}
    >
      {children}
    </ServiceShell>
  );
}
