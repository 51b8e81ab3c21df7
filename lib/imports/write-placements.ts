import { loadCalendars } from '@/lib/calendars/store';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { reviewWarnings } from '@/lib/placements/chair-warning';
import { countingKindOf } from '@/lib/placements/counting';
import { daysInConflict, markerConflicts } from '@/lib/placements/markers';
import { loadSites } from '@/lib/providers/store';
import { newFormKey } from '@/lib/server/random';
import type { WriteTx } from '@/lib/server/unit-of-work';
import { enterPupils, type WithPupil } from './enter-pupils';
import { enterFirstRolls, enterSubsidiaryRolls } from './enter-rolls';
import { freeInstead } from './free-instead';
import { insertPlacements, type NewPlacement, recordImportEvents } from './insert-placements';
import { loadMemberships, type SchoolThatCounts } from './memberships';
import { exclusionsWithoutReferral, insertReferrals, meetReferrals, type NewReferral, type Referral, referralsOf } from './referrals';
import { oddDays } from './odd-days';
import { newFacts, OutcomeList, type RowOutcomes } from './row-outcome';
import { decidePlacement } from './rules/decide';
import { placementDates, readPlacements } from './rules/placement-rows';
import { Repeats } from './rules/repeats';
import { problemAt } from './rules/row-reader';
import { placementsOf } from './store';
import type { DatedRow, FileRow, KnownWords, PlacementFact } from './types';

type Row = WithPupil<PlacementFact>;
const startOf = (fact: PlacementFact): CalendarDate => fact.startedOn ?? fact.plannedFirstOn;

const MARKED = {
  not_at: 'A marker says this pupil must not go to this site',
  not_with: 'A marker says this pupil must not share a site with a pupil who has a place there in these days',
} as const;

/** Writes the placements of a file under the locks of placement changes, many at a time. The database has the last word on each. */
export async function writePlacements(tx: WriteTx, importId: string, rows: readonly FileRow[], known: KnownWords): Promise<RowOutcomes> {
  const read = readPlacements(rows, known);
  const { entered, problems, remarks } = await enterPupils(tx, 'placements', read.facts, read.facts.map(({ fact }) => fact.siteId));
  const list = new OutcomeList({ problems: [...read.problems, ...problems], remarks: [...read.remarks, ...remarks] });
  const wanted = await rowsToMake(tx, entered, list);
  await remarkOnDays(tx, [...newFacts(read.facts, list).map(({ row, fact }) => ({ row, ...placementDates(fact) })), ...read.dated], list);
  const desk = await ReferralDesk.open(tx, wanted);
  const answered = wanted.flatMap((one) => {
    const referral = desk.referralFor(one);
    if (referral === null) list.refuse(problemAt('placements', one.row, 'route', 'No permanent exclusion of this pupil, up to the start of the place, is on record', 'Import the file of exclusions first, or correct the route or the start'));
    return referral === null ? [] : [{ one, referral, placement: placementOf(one, referral) }];
  });
  await insertReferrals(tx, desk.made);
  const refused = await insertPlacements(tx, importId, answered.map((each) => each.placement), known);
  const instead = await freeInstead(tx, answered.map((each) => each.placement).filter(({ id }) => refused.get(id)?.key === 'site'));
  const marked = await markerConflicts(tx, answered.filter(({ placement }) => !refused.has(placement.id)).map(({ placement }) => ({
    key: placement.id, pupilId: placement.pupilId, siteId: placement.siteId, firstOn: placement.startedOn ?? placement.plannedFirstOn, lastOn: placement.plannedLastOn,
  })));
  for (const { one, referral, placement } of answered) {
    const against = marked.find(({ key }) => key === placement.id);
    const refusal = refused.get(placement.id);
    const noPlace = instead.get(placement.id);
    if (refusal) list.refuse(problemAt('placements', one.row, refusal.key, noPlace?.problem ?? refusal.problem, refusal.toDo, noPlace?.lines));
    else if (against) list.refuse(problemAt('placements', one.row, 'site', MARKED[against.kind], 'Correct the row, or ask a placement officer, who sees the marker and can end it', [daysInConflict(against)]));
    else {
      list.make(one.row, [
        { subjectKind: 'placement', subjectId: placement.id },
        ...(one.isNew ? [{ subjectKind: 'pupil' as const, subjectId: one.pupilId }] : []),
        ...(desk.isMadeBy(referral.id, one) ? [{ subjectKind: 'referral' as const, subjectId: referral.id }] : []),
      ]);
    }
  }
  const placed = answered.filter(({ placement }) => !refused.has(placement.id));
  await recordImportEvents(tx, importId, placed.map(({ placement }) => placement.id));
  await meetReferrals(tx, [...new Set(placed.map(({ referral }) => referral.id))]);
  const firsts = await enterFirstRolls(tx, placed.flatMap(({ one }) => {
    const firstOn = startOf(one.fact);
    return one.fact.schoolId === null ? [] : [{ pupilId: one.pupilId, establishmentId: one.fact.schoolId, firstOn: firstOn < tx.today ? firstOn : tx.today }];
  }));
  for (const roll of [...firsts, ...(await enterSubsidiaryRolls(tx, placed.map(({ placement }) => placement.id)))]) {
    const first = placed.find(({ one }) => one.pupilId === roll.pupil_id);
    if (first) list.also(first.one.row, { subjectKind: 'roll', subjectId: roll.id });
  }
  await reviewWarnings(tx, placed.map(({ placement }) => placement.establishmentId), 'took_a_place');
  return list.all();
}

/** The rows that say something new; the others are counted as unchanged or refused. */
async function rowsToMake(tx: WriteTx, entered: readonly Row[], list: OutcomeList): Promise<Row[]> {
  const onRecord = await placementsOf(tx, entered.map((one) => one.pupilId));
  const repeats = new Repeats('placements', 'site');
  return entered.filter(({ row, fact, pupilId }) => {
    const seen = repeats.look(row, [pupilId, fact.siteId, fact.placeKind, startOf(fact)].join(' '), [fact.route, fact.shareTenths, fact.startedOn, fact.plannedLastOn].join(' '));
    const decision = decidePlacement(fact, onRecord.get(pupilId) ?? []);
    if (typeof seen === 'object') list.refuse(seen);
    else if (decision.kind === 'problem') list.refuse(problemAt('placements', row, decision.key, decision.problem, decision.toDo));
    else if (decision.kind === 'unchanged') list.keep(row, { subjectKind: 'placement', subjectId: decision.subjectId });
    else if (seen === 'same') list.repeat(row);
    else return true;
    return false;
  });
}

/** Dates on which nobody comes to the site: often a slip. */
async function remarkOnDays(tx: WriteTx, dated: readonly DatedRow[], list: OutcomeList): Promise<void> {
  const [calendars, sites] = [await loadCalendars(tx), await loadSites(tx)];
  for (const { row, whereId, dates } of dated) {
    const site = sites.find((one) => one.id === whereId);
    if (!site) continue;
    for (const remark of oddDays('placements', row, dates, { name: site.name, days: calendars.forSite(site.id), closures: site.closures })) list.remark(remark);
  }
}

function placementOf({ fact, pupilId }: Row, referral: Referral): NewPlacement {
  return {
    id: newFormKey(), pupilId, referralId: referral.id, siteId: fact.siteId, placeKind: fact.placeKind, countingKind: countingKindOf(fact.route, referral.establishmentId),
    establishmentId: referral.establishmentId, shareTenths: fact.shareTenths, plannedFirstOn: fact.plannedFirstOn, plannedLastOn: fact.plannedLastOn, startedOn: fact.startedOn,
    state: fact.startedOn === null ? 'accepted' : 'started',
  };
}

/** Finds the request that a row answers, on record or of an earlier row, or makes one. */
class ReferralDesk {
  readonly made: NewReferral[] = [];
  private readonly makers = new Map<string, number>();

  private constructor(
    private readonly today: CalendarDate, private readonly open: Referral[], private readonly schoolThatCounts: SchoolThatCounts,
    private readonly exclusions: Awaited<ReturnType<typeof exclusionsWithoutReferral>>,
  ) {}

  static async open(tx: WriteTx, rows: readonly Row[]): Promise<ReferralDesk> {
    const pupilIds = rows.map((one) => one.pupilId);
    return new ReferralDesk(tx.today, await referralsOf(tx, pupilIds), await loadMemberships(tx), await exclusionsWithoutReferral(tx, pupilIds));
  }

  /** True when the request was made for this very row. */
  isMadeBy(referralId: string, { row }: Row): boolean {
    return this.makers.get(referralId) === row.row;
  }

  /** Null when the row says "permanently excluded" and no exclusion up to its start is on record. */
  referralFor({ row, fact, pupilId }: Row): Referral | null {
    const firstOn = startOf(fact);
    const found = this.open.find((one) => one.pupilId === pupilId && one.route === fact.route && (one.excludedOn === null || one.excludedOn <= firstOn));
    if (found) return found;
    const exclusion = fact.route === 'permanent_exclusion' ? this.exclusions.find((one) => one.pupilId === pupilId && one.excludedOn <= firstOn) : undefined;
    if (fact.route === 'permanent_exclusion' && exclusion === undefined) return null;
    const establishmentId = fact.route === 'authority_placed' || exclusion ? null : this.schoolThatCounts(fact.schoolId, fact.pupil.yearGroup, firstOn);
    const referral: Referral = { id: newFormKey(), route: fact.route, pupilId, establishmentId, excludedOn: exclusion?.excludedOn ?? null };
    this.made.push({
      id: referral.id, pupilId, route: fact.route, exclusionId: exclusion?.id ?? null, establishmentId, receivedOn: firstOn < this.today ? firstOn : this.today,
      wantedFrom: firstOn, shareTenths: fact.shareTenths, askedFor: 'Open placement from an import', needs: fact.pupil.needs ?? [],
    });
    this.makers.set(referral.id, row.row);
    this.open.push(referral);
    return referral;
  }
}
