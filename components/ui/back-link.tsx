export function BackLink({ href, children = 'Back' }: { href: string; children?: string }) {
  return (
    <nav aria-label="Back">
      <a className="fp-back" href={href}>
        <svg aria-hidden="true" width="8" height="14" viewBox="0 0 8 14">
          <path d="M7 1 1 7l6 6" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        {children}
      </a>
    </nav>
  );
}
