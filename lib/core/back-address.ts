const HERE = 'http://here.invalid';
const LONGEST = 2000;

/**
 * The address to go back to after signing in, out of what a link or a form says; null when it is none of this
 * service's pages, so that nobody is led to another site.
 */
export function backAddress(text: string | null | undefined): string | null {
  if (!text || text.length > LONGEST || !text.startsWith('/') || !URL.canParse(text, HERE)) return null;
  const url = new URL(text, HERE);
  if (url.origin !== HERE || url.pathname.startsWith('//') || /^\/(sign-in|sign-out)(\/|$)/.test(url.pathname)) return null;
  return `${url.pathname}${url.search}`;
}

/** The sign-in page after a session was left idle, which leads back to where one was. */
export function signInAfterIdle(address: string): string {
  const back = backAddress(address);
  return `/sign-in?ended=idle${back === null ? '' : `&back=${encodeURIComponent(back)}`}`;
}
