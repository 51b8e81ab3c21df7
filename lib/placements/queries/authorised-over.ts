import { loadSites } from '@/lib/providers/store';
import { type CalendarDate, isCalendarDate } from '@/lib/core/calendar-date';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { mayPlace } from '../policy';
import type { PlaceKind } from '../types';

/** Places over number just authorised at a site. */
export interface AuthorisedOver {
  readonly siteName: string;
  readonly slug: string;
  readonly kind: PlaceKind;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

/** The authorisation that an address names, as far as it is on record; null for none: an address proves nothing. */
export async function authorisedOver(tx: ReadTx, asked: { readonly slug: string; readonly kind: string; readonly from: string; readonly to: string }): Promise<AuthorisedOver | null> {
  if (!mayPlace(tx.actor) || asked.slug === '' || !isCalendarDate(asked.from) || !isCalendarDate(asked.to)) return null;
  const site = (await loadSites(tx)).find((one) => one.slug === asked.slug);
  const found = site?.overNumber.find((one) => one.kind === asked.kind && one.firstOn === asked.from && one.lastOn === asked.to);
  return site && found ? { siteName: site.name, slug: site.slug, kind: found.kind, firstOn: found.firstOn, lastOn: asked.to } : null;
}
