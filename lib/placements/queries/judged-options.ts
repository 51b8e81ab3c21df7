import { z } from 'zod';
import type { Calendars } from '@/lib/calendars/store';
import { agreementYearOf } from '@/lib/calendars/rules/academic-year';
import { type CalendarDate, maxDate, minDate } from '@/lib/core/calendar-date';
import { formatPounds } from '@/lib/core/pence';
import { needInWords } from '@/lib/pupils/rules/need-words';
import type { PupilRecord } from '@/lib/pupils/store';
import { type KeptSite, loadSites } from '@/lib/providers/store';
import { penceColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { type PlacementChange, quotaEffectsFor } from '../quota-effect';
import { pupilStanding, siteStanding } from '../refuse-unsuitable';
import { siteOccupancy } from '../room';
import { judgeSites, type SiteOption } from '../rules/suitability';
import type { PlaceWanted, PupilToPlace, SiteToJudge } from '../rules/suitability-facts';
import { neededOverNumber, overNumberInWords } from '../rules/within-over-number';
import { type KeptPlacement, loadPlacements } from '../store';
import { quotaLine, type QuotaLine } from './quota-words';
import { type StripWeek, stripWeeks } from './strip-weeks';

/** One site as an officer chooses it, or what stops it. Price and quota are for information and order nothing. */
export interface OptionView {
  readonly siteId: string;
  readonly slug: string;
  readonly name: string;
  readonly specialism: string;
  /** First day the place is free to the end; null when there is none. */
  readonly startOn: CalendarDate | null;
  readonly reasonsFor: readonly string[];
  readonly reasonsAgainst: readonly string[];
  readonly stops: readonly { readonly words: string; readonly days: readonly CalendarDate[] }[];
  readonly weeks: readonly StripWeek[];
  /** The authorisations of places over number but for which the place would not be free, in words; empty within the site's own number. */
  readonly overNumber: readonly string[];
  readonly quota: QuotaLine | null;
  readonly price: string | null;
}

/** The pupil, the place and what it would replace. */
export interface OptionsAsked {
  readonly pupil: PupilRecord;
  readonly needs: readonly string[];
  readonly wanted: PlaceWanted;
  /** Placements that the act itself replaces: they take no place in the judging. */
  readonly except: readonly string[];
  /** Whose quota a place counts against; null is nobody's. */
  readonly attributedSchoolId: string | null;
  /** What choosing a site from a day changes, for the quota. */
  readonly changeFor: (site: KeptSite, firstOn: CalendarDate) => PlacementChange;
}

export interface JudgedOptions {
  readonly options: readonly OptionView[];
  readonly stopped: readonly OptionView[];
  readonly sites: readonly KeptSite[];
  readonly placements: readonly KeptPlacement[];
}

/** Every site judged for a pupil, those that can be chosen first, ordered by suitability and start, never by money. */
export async function judgedOptions(tx: ReadTx, calendars: Calendars, asked: OptionsAsked): Promise<JudgedOptions> {
  const { wanted, pupil } = asked;
  const sites = await loadSites(tx);
  const firstOn = minDate(tx.today, wanted.firstOn);
  const lastOn = maxDate(wanted.lastOn, agreementYearOf(wanted.firstOn).lastOn);
  const placements = (await loadPlacements(tx, firstOn, lastOn)).filter((one) => !asked.except.includes(one.id));
  const effectsOf = await quotaEffectsFor(tx, { ...wanted, schoolIds: [asked.attributedSchoolId] });
  const prices = await pricesOn(tx, wanted.firstOn);
  const occupancies = new Map(sites.map((site) => [site.id, siteOccupancy(calendars, site, placements, firstOn, lastOn)] as const));
  const judged = judgeSites(pupilToPlace(pupil, asked.needs, wanted.firstOn), sites.flatMap((site) => {
    const occupancy = occupancies.get(site.id);
    return occupancy ? [siteToJudge(site, occupancy)] : [];
  }), wanted, true);
  const known = new Map<string, QuotaLine | null>();
  // Of a site the quota asks only from when, and whether its places count.
  const quotaOf = (site: KeptSite, startOn: CalendarDate): QuotaLine | null => {
    const key = `${startOn} ${site.counts_to_quota}`;
    const line = known.has(key) ? known.get(key) ?? null : quotaLine(effectsOf(asked.changeFor(site, startOn)));
    known.set(key, line);
    return line;
  };
  const view = (option: SiteOption): OptionView => {
    const site = siteOf(sites, option.siteId);
    const occupancy = occupancies.get(option.siteId);
    const stops = option.stops.map(({ words, days }) => ({ words, days }));
    const startOn = option.earliestStartOn;
    return {
      siteId: site.id, slug: site.slug, name: site.name, specialism: site.specialism, startOn, reasonsFor: option.reasonsFor,
      reasonsAgainst: [...option.reasonsAgainst, ...(site.must_agree ? ['Decides itself whether to admit: allow time for its answer'] : [])],
      stops, weeks: occupancy ? stripWeeks(occupancy, wanted.kind, tx.today, wanted) : [],
      overNumber: occupancy && startOn !== null ? neededOverNumber(occupancy, { ...wanted, firstOn: startOn }, site.overNumber).map(overNumberInWords) : [],
      quota: stops.length === 0 && startOn !== null ? quotaOf(site, startOn) : null,
      price: prices.get(site.provider_id) ?? null,
    };
  };
  const all = [...judged.options, ...judged.stopped].map(view);
  return { options: all.filter((one) => one.stops.length === 0), stopped: all.filter((one) => one.stops.length > 0), sites, placements };
}

/** The pupil as suitability looks at them. */
export function pupilToPlace(pupil: PupilRecord, needs: readonly string[], firstOn: CalendarDate): PupilToPlace {
  return {
    pupilId: pupil.id, ...pupilStanding(pupil, firstOn),
    needs: needs.map((code) => ({ code, name: needInWords(code) })), supportLanguage: pupil.needs_interpreter ? pupil.language : null,
    home: pupil.home_easting === null || pupil.home_northing === null ? null : { easting: pupil.home_easting, northing: pupil.home_northing },
    notWith: pupil.markers.flatMap(({ kind, otherPupilId, reason, firstOn: from, lastOn }) =>
      kind === 'not_with' && otherPupilId ? [{ otherPupilId, reason, firstOn: from, lastOn }] : []),
    notAt: pupil.markers.flatMap(({ kind, siteId, reason, firstOn: from, lastOn }) => (kind === 'not_at' && siteId ? [{ siteId, reason, firstOn: from, lastOn }] : [])),
  };
}

function siteToJudge(site: KeptSite, occupancy: SiteToJudge['occupancy']): SiteToJudge {
  return {
    siteId: site.id, name: site.name, ...siteStanding(site), needs: site.needs, languages: site.languages,
    location: site.easting === null || site.northing === null ? null : { easting: site.easting, northing: site.northing },
    occupancy,
  };
}

function siteOf(sites: readonly KeptSite[], id: string): KeptSite {
  const site = sites.find((one) => one.id === id);
  if (!site) throw new RangeError('A judged site is one of the sites judged');
  return site;
}

const priceRow = z.object({ provider_id: uuidColumn, annual_pence_per_place: penceColumn, source: z.string(), first_on: z.date() });

/** What the authority pays for a place at each provider: the latest price begun by the day, with its year when it is not that day's. */
async function pricesOn(tx: ReadTx, on: CalendarDate): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows(priceRow, sql`
    SELECT DISTINCT ON (provider_id) provider_id, annual_pence_per_place, source, first_on FROM commissioned_places
     WHERE annual_pence_per_place IS NOT NULL AND first_on <= ${on}::date ORDER BY provider_id, first_on DESC`);
  return new Map(rows.map((row) => [row.provider_id, `${formatPounds(row.annual_pence_per_place, 'short')} a place a year, commissioned from ${row.first_on.getUTCFullYear()}`]));
}
