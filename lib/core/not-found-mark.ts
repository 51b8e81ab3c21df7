import type { CalendarDate } from './calendar-date';

/** The frame of the page that was asked for, as plain facts: it is built again without its own components. */
export interface PageFrame {
  readonly header: {
    readonly authorityName: string;
    readonly homeHref: string;
    readonly organisation?: { readonly name: string };
    readonly account?: { readonly name: string; readonly href: string };
  };
  readonly navigation: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  readonly footer: { readonly accessibilityHref: string; readonly cookiesHref: string; readonly privacyHref: string; readonly contactHref: string };
  readonly theme?: { readonly brand: string };
  readonly banner?: { readonly text: string; readonly today: CalendarDate; readonly setDayHref?: string };
}

/** What stands in place of a page that was not found, for readers without JavaScript. */
export interface NotFoundMark {
  /** Null: the frame of pages that belong to no authority. */
  readonly frame: PageFrame | null;
  /** Of a frame without an authority. */
  readonly isDemonstration: boolean;
  /** Addresses of the style sheets of the build. */
  readonly styles: readonly string[];
}

/**
 * Requests whose page was not found, by the nonce of their content policy. The page's code and the code that writes
 * its HTML are two copies of this module, so the list hangs on the process.
 */
const MARKED = Symbol.for('fairplace.not-found');
/** Null: told already. */
const holder = globalThis as { [MARKED]?: Map<string, NotFoundMark | null> };

/** Unread when the answer is data for a script; forgotten after this many milliseconds. */
const KEPT = 60_000;

/** A page's metadata and the page itself may each find that it is not there, one after the other: the first counts. */
export function markNotFound(nonce: string, mark: NotFoundMark): void {
  const marked = (holder[MARKED] ??= new Map());
  if (marked.has(nonce)) return;
  marked.set(nonce, mark);
  setTimeout(() => marked.delete(nonce), KEPT).unref();
}

/** What stands in place of the request's page, when it was not found; says so once. */
export function takeNotFound(nonce: string): NotFoundMark | null {
  const mark = holder[MARKED]?.get(nonce) ?? null;
  if (mark !== null) holder[MARKED]?.set(nonce, null);
  return mark;
}
