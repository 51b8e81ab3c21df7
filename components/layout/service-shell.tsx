import type { ReactNode } from 'react';
import { SkipLink } from '@/components/ui/skip-link';
import { type FooterProps, ServiceFooter } from './service-footer';
import { type HeaderProps, ServiceHeader } from './service-header';
import { type NavigationItem, ServiceNavigation } from './service-navigation';
import { type AuthorityTheme, themeStyle } from './theme';

interface ServiceShellProps {
  header: HeaderProps;
  navigation: readonly NavigationItem[];
  footer: FooterProps;
  theme?: AuthorityTheme;
  /** DemoBanner, where this is a demonstration. */
  banner?: ReactNode;
  /** Back link or breadcrumbs, before main. */
  before?: ReactNode;
  /** Content wider than 1,100px, for tables with many columns. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame of every page: skip link, banner, header, navigation, main, footer. */
export function ServiceShell({ header, navigation, footer, theme, banner, before, wide = false, children }: ServiceShellProps) {
  return (
    <div className="fp-shell" style={themeStyle(theme)}>
      <SkipLink />
      {banner}
      <ServiceHeader {...header} />
      <ServiceNavigation items={navigation} />
      <div className={wide ? 'fp-content fp-wide' : 'fp-content fp-page'}>
        {before}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <ServiceFooter {...footer} />
    </div>
  );
}
