import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { inForceOn } from '@/lib/core/date-range';
import { SEN_TYPES } from '@/lib/pupils/rules/sen-types';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { PROVIDER_KINDS } from '../input';
import { type KeptSite, loadSites } from '../store';

export const PROVIDER_KIND_WORDS: Readonly<Record<(typeof PROVIDER_KINDS)[number], string>> = {
  pru: 'Pupil referral unit (PRU)', ap_academy: 'Alternative provision academy', special_school: 'Special school', independent: 'Independent school',
  unregistered: 'Unregistered provision', college: 'College', in_school: 'In-school provision',
};

/** A site with the places of each kind on the day. */
export interface SiteLine {
  readonly site: KeptSite;
  readonly places: Readonly<Record<'day6' | 'preventative' | 'reserve', number>>;
  readonly overNumber: number;
}

export interface SiteList {
  readonly on: CalendarDate;
  readonly lines: readonly SiteLine[];
  readonly providers: readonly { readonly value: string; readonly text: string }[];
}

export async function siteList(tx: ReadTx): Promise<SiteList> {
  const sites = await loadSites(tx);
  return { on: tx.today, lines: sites.map((site) => lineOf(site, tx.today)), providers: await providerChoices(tx) };
}

export async function siteBySlug(tx: ReadTx, slug: string): Promise<SiteLine | null> {
  const site = (await loadSites(tx)).find((one) => one.slug === slug);
  return site ? lineOf(site, tx.today) : null;
}

function lineOf(site: KeptSite, on: CalendarDate): SiteLine {
  const placesOf = (kind: KeptSite['places'][number]['kind']): number => inForceOn(site.places.filter((one) => one.kind === kind), on).reduce((sum, one) => sum + one.places, 0);
  return {
    site, places: { day6: placesOf('day6'), preventative: placesOf('preventative'), reserve: placesOf('reserve') },
    overNumber: inForceOn(site.overNumber, on).reduce((sum, one) => sum + one.places, 0),
  };
}

/** Providers by name, for lists to choose from. */
export async function providerChoices(tx: ReadTx): Promise<{ readonly value: string; readonly text: string }[]> {
  const found = await tx.rows(z.object({ id: uuidColumn, name: textColumn }), sql`SELECT id, name FROM provider ORDER BY name`);
  return found.map((one) => ({ value: one.id, text: one.name }));
}

export const NEED_CHOICES = SEN_TYPES.map((type) => ({ value: type.code, text: type.name }));
