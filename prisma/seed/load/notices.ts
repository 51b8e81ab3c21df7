/** Who was told of each exclusion: everybody on its day, but for the exclusions of the demonstration's own day and for home authorities elsewhere, which are still to be told. */
import type { ExclusionFact } from '../demonstration/pupil-facts';
import type { AuthorityLoad } from './authority-load';
import { recordedAt } from './exclusions';

export async function loadNoticesTold(load: AuthorityLoad): Promise<void> {
  const told = load.own(load.facts.exclusions).filter((fact) => fact.series === 'demonstration' && fact.excludedAt !== null && fact.excludedOn < load.facts.today);
  await load.insert('notice_told', told.flatMap((fact) => linesOf(load, fact).map((notice) => ({
    id: load.id('notice_told', fact.reference, notice), exclusion_id: load.id('exclusion', fact.reference), notice, told_on: fact.excludedOn, told_by: 'Headteacher',
    recorded_by: load.officerId, recorded_at: recordedAt(fact),
  }))));
}

/** The lines of R20 to R25 as the exclusion's page lists them. */
function linesOf(load: AuthorityLoad, fact: ExclusionFact): string[] {
  const pupil = load.pupil(fact.pupil);
  return [
    'R20-parent', 'R21-parent', 'R22-authority', 'R25-governing_board',
    ...(pupil.socialWorker ? ['R23-social_worker'] : []), ...(pupil.lookedAfterByCode === null ? [] : ['R23-virtual_school_head']),
  ];
}
