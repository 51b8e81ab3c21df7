import type { ReactNode } from 'react';

export interface FooterProps {
  accessibilityHref: string;
  cookiesHref: string;
  privacyHref: string;
  contactHref: string;
  /** Whose service this is, and further links. */
  children?: ReactNode;
}

export function ServiceFooter({ accessibilityHref, cookiesHref, privacyHref, contactHref, children }: FooterProps) {
  return (
    <footer className="fp-footer">
      <div className="fp-wide">
        <ul>
          <li>
            <a href={accessibilityHref}>Accessibility statement</a>
          </li>
          <li>
            <a href={cookiesHref}>Cookies</a>
          </li>
          <li>
            <a href={privacyHref}>Privacy</a>
          </li>
          <li>
            <a href={contactHref}>Contact</a>
          </li>
        </ul>
        {children ? <div className="fp-footer__more">{children}</div> : null}
      </div>
    </footer>
  );
}
