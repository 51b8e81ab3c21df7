import type { ReactNode } from 'react';

export interface HeaderProps {
  /** "Rotherham Metropolitan Borough Council". */
  authorityName: string;
  homeHref: string;
  logo?: { readonly src: string; readonly width: number; readonly height: number };
  /** The signed-in person's organisation: "Wales High School". A link only when they have more than one. */
  organisation?: { readonly name: string; readonly switchHref?: string };
  account?: { readonly name: string; readonly href?: string };
  /** The sign-out form or link; stands last. */
  signOut?: ReactNode;
}

/** The service's own mark: four places, one part-filled, one free. */
function Mark() {
  return (
    <svg className="fp-header__mark" aria-hidden="true" width="30" height="30" viewBox="0 0 30 30">
      <path d="M1 1h12v12H1zM17 1h12v12H17zM1 17h6v12H1z" fill="currentColor" />
      <path d="M2 2h10v10H2zM18 2h10v10H18zM2 18h10v10H2zM18 18h10v10H18z" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}

/** Generic header shape: council, service, then organisation, account and sign out at the end. */
export function ServiceHeader({ authorityName, homeHref, logo, organisation, account, signOut }: HeaderProps) {
  return (
    <header className="fp-header">
      <div className="fp-header__inner fp-wide">
        <div className="fp-header__names">
          {logo ? (
            // A council's own logo comes from its settings; the optimiser would only add a request.
            // The name beside it says what it is, so its alternative text is empty.
            <span className="fp-header__logo">
              <svg aria-hidden="true" width={logo.width} height={logo.height}>
                <image href={logo.src} width={logo.width} height={logo.height} />
              </svg>
            </span>
          ) : (
            <Mark />
          )}
          <div>
            <p className="fp-header__authority">{authorityName}</p>
            <a className="fp-header__service" href={homeHref}>
              Fairplace
            </a>
          </div>
        </div>
        {organisation || account || signOut ? (
          <ul className="fp-header__account" aria-label="Your account">
            {organisation ? <li>{organisation.switchHref ? <a href={organisation.switchHref}>{organisation.name}</a> : organisation.name}</li> : null}
            {account ? <li>{account.href ? <a href={account.href}>{account.name}</a> : account.name}</li> : null}
            {signOut ? <li>{signOut}</li> : null}
          </ul>
        ) : null}
      </div>
    </header>
  );
}
