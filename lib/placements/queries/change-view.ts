import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import { addDays, type CalendarDate, maxDate } from '@/lib/core/calendar-date';
import { agreementYearOf } from '@/lib/calendars/rules/academic-year';
import { idInput } from '@/lib/core/input';
import { type FieldProblem, Refused } from '@/lib/core/refusal';
import { pupilById, type PupilRecord } from '@/lib/pupils/store';
import { type KeptSite, loadSites } from '@/lib/providers/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { splitByTerms } from '../continue-placement';
import { heldFromRow } from '../counting';
import { followingHere, goesOnFirst } from '../following';
import { markedAgainst } from '../markers';
import { mayPlace } from '../policy';
import { fingerprint, type PlacementChange, quotaEffectsFor, spanOfChange } from '../quota-effect';
import { refuseUnlessRoom, siteOccupancy } from '../room';
import { loadPlacements, placementById, type PlacementRow } from '../store';
import type { HeldPlacement, PlaceKind, PupilBrief } from '../types';
import { type EffectView, effectViews } from './effect-view';
import { loadReferral } from './pupil-brief';
import { refusalInWords, stateAfter, stateInWords } from '../rules/states';
import { type StripWeek, stripWeeks } from './strip-weeks';

/** A change of a placement's terms as the address asks for it. */
export type ChangeAsked =
  | { readonly act: 'extend'; readonly lastOn: CalendarDate }
  | { readonly act: 'leave'; readonly leftOn: CalendarDate }
  | { readonly act: 'cancel' }
  | { readonly act: 'change_share'; readonly fromOn: CalendarDate; readonly shareTenths: number }
  | { readonly act: 'change_site'; readonly fromOn: CalendarDate; readonly site: KeptSite; readonly placeKind: PlaceKind };

/** A placement opened for a change. */
export interface OpenedPlacement {
  readonly row: PlacementRow;
  readonly held: HeldPlacement;
  /** What goes on from it at the same site and would fall with it. */
  readonly following: readonly HeldPlacement[];
  readonly pupil: PupilRecord;
  readonly site: KeptSite;
  readonly sites: readonly KeptSite[];
  readonly calendars: Calendars;
  readonly brief: PupilBrief;
  readonly needs: readonly string[];
  readonly stateWords: string;
}

/** What a change does, before anybody confirms it. */
export interface ChangeView {
  readonly effects: readonly EffectView[];
  /** The figures shown, as the form carries them. */
  readonly seen: string;
  /** Why it cannot be done as things stand, with what can be done instead. */
  readonly stopped: { readonly message: string; readonly details: readonly string[] } | null;
  /** The site concerned, by weeks, without this pupil's place. */
  readonly weeks: readonly StripWeek[];
}

export async function openPlacement(tx: ReadTx, id: string): Promise<OpenedPlacement | null> {
  if (!mayPlace(tx.actor)) return null;
  const row = idInput.safeParse(id).success ? await placementById(tx, id) : null;
  const pupil = row && (await pupilById(tx, row.pupil_id));
  if (!row || !pupil) return null;
  const calendars = await loadCalendars(tx);
  const sites = await loadSites(tx);
  const site = sites.find((one) => one.id === row.site_id);
  const loaded = await loadReferral(tx, calendars, row.referral_id);
  if (!site || !loaded) return null;
  const held = heldFromRow(row, { yearGroup: pupil.year_group, siteCountsToQuota: site.counts_to_quota });
  const following = (await followingHere(tx, row)).map((one) => heldFromRow(one, { yearGroup: pupil.year_group, siteCountsToQuota: site.counts_to_quota }));
  return { row, held, following, pupil, site, sites, calendars, brief: loaded.brief, needs: loaded.needs, stateWords: stateInWords(row.state) };
}

/** The quota, the money and the room of a change, by the same functions as the command that does it. */
export async function changeView(tx: ReadTx, opened: OpenedPlacement, asked: ChangeAsked): Promise<ChangeView> {
  const { held, calendars, row } = opened;
  const change = changeOf(opened, asked);
  const span = [...change.before, ...change.after];
  const effects = (await quotaEffectsFor(tx, spanOfChange(change)))(change);
  const site = asked.act === 'change_site' ? asked.site : opened.site;
  const lastOn = span.map((one) => one.lastOn).reduce(maxDate, maxDate(agreementYearOf(tx.today).lastOn, held.lastOn));
  const others = (await loadPlacements(tx, tx.today, lastOn, { siteId: site.id })).filter((one) => one.id !== row.id);
  return {
    effects: await effectViews(tx, effects, span.map((one) => one.lastOn).reduce(maxDate)), seen: fingerprint(effects), stopped: await stoppedBy(tx, opened, asked),
    weeks: stripWeeks(siteOccupancy(calendars, site, others, tx.today, lastOn), asked.act === 'change_site' ? asked.placeKind : row.place_kind, tx.today),
  };
}

function changeOf(opened: OpenedPlacement, asked: ChangeAsked): PlacementChange {
  const { held, following } = opened;
  switch (asked.act) {
    case 'extend': return { before: [held], after: [{ ...held, lastOn: asked.lastOn }] };
    case 'leave': return { before: [held, ...following], after: [{ ...held, lastOn: asked.leftOn, state: 'left' }] };
    case 'cancel': return { before: [held, ...following], after: [] };
    case 'change_share':
    case 'change_site': {
      const { until, from } = newTerms(opened, asked);
      return { before: [held], after: until ? [until, from] : [from] };
    }
  }
}

function newTerms({ held, row, site }: OpenedPlacement, asked: Extract<ChangeAsked, { act: 'change_share' | 'change_site' }>) {
  const there = asked.act === 'change_site' ? asked.site : site;
  return splitByTerms(held, {
    act: asked.act, fromOn: asked.fromOn, siteId: there.id, placeKind: asked.act === 'change_site' ? asked.placeKind : row.place_kind,
    shareTenths: asked.act === 'change_share' ? asked.shareTenths : row.share_tenths, siteCountsToQuota: there.counts_to_quota, words: '',
  });
}

async function stoppedBy(tx: ReadTx, opened: OpenedPlacement, asked: ChangeAsked): Promise<ChangeView['stopped']> {
  const { held, calendars, sites, row } = opened;
  if (asked.act === 'leave' || asked.act === 'cancel' || (asked.act === 'extend' && asked.lastOn < held.lastOn)) return null;
  const candidate = asked.act === 'extend' ? { ...held, firstOn: addDays(held.lastOn, 1), lastOn: asked.lastOn } : newTerms(opened, asked).from;
  const [next] = asked.act === 'change_site' ? opened.following : [];
  if (next) return { message: goesOnFirst(next.reference), details: [] };
  const against = await markedAgainst(tx, candidate);
  if (against) return against;
  try {
    await refuseUnlessRoom(tx, calendars, sites, candidate, [row.id]);
    return null;
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.refusal.kind === 'conflict') return { message: thrown.refusal.message, details: thrown.refusal.details };
    throw thrown;
  }
}

/** What an address asks of a placement: a change to preview, or what is wrong with the asking. */
export type AskedOf = { readonly change: ChangeAsked | null; readonly problems: readonly FieldProblem[] };

export interface PlacementChangeView {
  readonly opened: OpenedPlacement;
  /** Why the placement's state does not allow the act; null when it does. */
  readonly refused: string | null;
  readonly change: ChangeView | null;
  readonly problems: readonly FieldProblem[];
}

/** A placement with the preview of the change that the address asks for; null when there is no such placement. */
export async function placementChange(
  tx: ReadTx, id: string, act: ChangeAsked['act'], ask: (opened: OpenedPlacement) => AskedOf,
): Promise<PlacementChangeView | null> {
  const opened = await openPlacement(tx, id);
  if (!opened) return null;
  if (stateAfter(opened.row.state, act) === null) return { opened, refused: refusalInWords(opened.row.state, act), change: null, problems: [] };
  const { change, problems } = ask(opened);
  return { opened, refused: null, change: change && problems.length === 0 ? await changeView(tx, opened, change) : null, problems };
}
