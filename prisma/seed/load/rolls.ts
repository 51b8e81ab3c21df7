/** Days on a school's roll, main or subsidiary (R35, R52). */
import { type CalendarDate, calendarDate, maxDate, minDate } from '@/lib/core/calendar-date';
import { usualYearGroup } from '@/lib/pupils/rules/year-group';
import type { ExclusionFact, PupilFact } from '../demonstration/pupil-facts';
import type { AuthorityLoad } from './authority-load';
import type { Row } from './rows';

/** School days after the board's decision in which parents may apply for an independent review. */
const REVIEW_SCHOOL_DAYS = 15;

interface Entry {
  readonly urn: string;
  readonly status: 'main' | 'subsidiary';
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate | null;
}

export async function loadRolls(load: AuthorityLoad): Promise<void> {
  const { facts } = load;
  const exclusions = byPupil(load.own(facts.exclusions));
  const referrals = byPupil(load.own(facts.referrals));
  const placements = byPupil(load.own(facts.placements));
  const providers = new Map(load.own(facts.providers).map((each) => [each.slug, each]));
  const units = new Map(load.own(facts.sites).map((site) => {
    const provider = providers.get(site.provider);
    return [site.slug, provider?.kind === 'pru' || provider?.kind === 'ap_academy' ? provider.urn : null];
  }));
  const entries = (pupil: PupilFact): Entry[] => {
    // The pupils of printed history have no record beyond the exclusion.
    if (pupil.historyOnly) return [];
    const events = [
      ...(exclusions.get(pupil.reference) ?? []).map((each) => each.excludedOn), ...(referrals.get(pupil.reference) ?? []).map((each) => each.referredOn),
    ];
    const main = pupil.homeUrn === null ? [] : mainEntries(load, pupil, pupil.homeUrn, events.reduce(minDate, facts.today),
      exclusions.get(pupil.reference) ?? [], (referrals.get(pupil.reference) ?? []).length > 0);
    const unitEntries = (placements.get(pupil.reference) ?? []).flatMap((each): Entry[] => {
      const urn = units.get(each.site) ?? null;
      const started = each.history.find((step) => step.state === 'started');
      if (urn === null || !started) return [];
      return [{ urn, status: pupil.homeUrn === null ? 'main' : 'subsidiary', firstOn: started.on, lastOn: each.state === 'left' ? each.lastOn : null }];
    });
    return [...main, ...unitEntries];
  };
  await load.insert('roll_entry', load.own(facts.pupils).flatMap((pupil) => entries(pupil).map((entry, index): Row => ({
    id: load.id('roll_entry', pupil.reference, index), pupil_id: load.id('pupil', pupil.reference), establishment_id: load.establishmentId(entry.urn),
    status: entry.status, first_on: entry.firstOn, last_on: entry.lastOn,
  }))));
}

function byPupil<T extends { readonly pupil: string }>(facts: readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const fact of facts) {
    const list = grouped.get(fact.pupil);
    if (list) list.push(fact);
    else grouped.set(fact.pupil, [fact]);
  }
  return grouped;
}

function schoolYearStart(on: CalendarDate): CalendarDate {
  const year = Number(on.slice(0, 4));
  return calendarDate(`${on.slice(5) >= '09-01' ? year : year - 1}-09-01`);
}

/** The home school since 1 September of the year of the first event; before it the school of an earlier exclusion. */
function mainEntries(
  load: AuthorityLoad, pupil: PupilFact, homeUrn: string, firstEventOn: CalendarDate, exclusions: readonly ExclusionFact[], isReferred: boolean,
): Entry[] {
  const elsewhere = exclusions.flatMap((each): Entry[] => (each.urn === null || each.urn === homeUrn ? [] : [{
    urn: each.urn, status: 'main', firstOn: schoolYearStart(each.excludedOn), lastOn: each.states.at(-1)?.on ?? each.excludedOn,
  }]));
  const begins = elsewhere.reduce((day, each) => maxDate(day, each.lastOn ?? day), schoolYearStart(firstEventOn));
  const home = load.school(homeUrn);
  const firstOn = home.openedOn === null ? begins : maxDate(begins, home.openedOn);
  const ends = [home.closedOn, isReferred ? null : offRoll(load, pupil, exclusions)].filter((day) => day !== null);
  const lastOn = ends.length === 0 ? null : ends.reduce(minDate);
  const entry: Entry = { urn: homeUrn, status: 'main', firstOn, lastOn };
  return lastOn !== null && lastOn < firstOn ? elsewhere : [...elsewhere, entry];
}

/**
 * The last day on roll of a pupil whose exclusion led to no place here: after the time for a review (R35), or
 * at the end of Year 11. Null while the pupil stays on the roll.
 */
function offRoll(load: AuthorityLoad, pupil: PupilFact, exclusions: readonly ExclusionFact[]): CalendarDate | null {
  const [exclusion] = exclusions;
  if (!exclusion) return null;
  const upheld = exclusion.states.find((each) => each.state === 'upheld');
  const reviewOver = upheld ? [load.schoolDays.nthSchoolDayAfter(upheld.on, REVIEW_SCHOOL_DAYS)] : [];
  const leaves = usualYearGroup(pupil.bornOn, exclusion.excludedOn) === 11 ? [calendarDate(`${Number(schoolYearStart(exclusion.excludedOn).slice(0, 4)) + 1}-08-31`)] : [];
  const days = [...reviewOver, ...leaves];
  return days.length === 0 ? null : days.reduce(minDate);
}
