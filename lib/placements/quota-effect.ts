import { type KeptAgreement, loadAgreements } from '@/lib/agreements/store';
import { addDays, type CalendarDate, maxDate, minDate } from '@/lib/core/calendar-date';
import { overlaps } from '@/lib/core/date-range';
import type { ReadTx } from '@/lib/server/unit-of-work';
import type { MeasureFacts } from './rules/measure-facts';
import { previewSentence } from './rules/preview-sentence';
import { type ChangePreview, previewChange } from './rules/preview';
import { loadPlacements } from './store';
import type { CountedPlacement } from './types';

/** How far before an agreement's first day placements are read: the longest a stay is followed back. */
export const DAYS_BACK = 730;

/** What a change does to one partnership's quota and charge. */
export interface QuotaEffect {
  readonly agreement: KeptAgreement;
  readonly preview: ChangePreview;
  readonly sentence: string;
}

/** Placements as they are now, and as they would be: the rest of the agreement's placements are added by the loader. */
export interface PlacementChange {
  readonly before: readonly CountedPlacement[];
  readonly after: readonly CountedPlacement[];
}

/** The days a change touches and the schools it is attributed to; null is nobody's quota. */
export interface QuotaSpan {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly schoolIds: readonly (string | null)[];
}

/** The days and schools of one change. */
export function spanOfChange({ before, after }: PlacementChange): QuotaSpan {
  const all = [...before, ...after];
  const [first] = all;
  if (!first) throw new RangeError('A change is of at least one placement');
  return {
    firstOn: all.map((one) => one.firstOn).reduce(minDate), lastOn: all.map((one) => one.lastOn).reduce(maxDate),
    schoolIds: all.map((one) => one.attributedSchoolId),
  };
}

/**
 * Loads once the agreements that the schools are under in these days, with the placements counted under them, and
 * answers any number of changes. What other partnerships use is not read.
 */
export async function quotaEffectsFor(tx: ReadTx, span: QuotaSpan): Promise<(change: PlacementChange) => QuotaEffect[]> {
  const asked = new Set(span.schoolIds);
  const agreements = (await loadAgreements(tx, span.firstOn, span.lastOn)).filter(({ terms }) => terms.schools.some((school) => asked.has(school.schoolId)));
  if (agreements.length === 0) return () => [];
  // A stay may have begun in an earlier year, and its start decides the rank.
  const from = addDays(agreements.map((one) => one.terms.firstOn).reduce(minDate), -DAYS_BACK);
  const to = agreements.map((one) => one.terms.lastOn).reduce(maxDate);
  const counted = [...new Set(agreements.flatMap((one) => one.terms.schools.map((school) => school.schoolId)))];
  const placements = await loadPlacements(tx, from, to, { attributedIds: counted });
  return (change) => agreements.flatMap((agreement) => effectOn(agreement, placements, change, tx.today) ?? []);
}

function effectOn(agreement: KeptAgreement, all: readonly CountedPlacement[], change: PlacementChange, today: CalendarDate): QuotaEffect | null {
  const { terms } = agreement;
  const schools = new Set(terms.schools.map((school) => school.schoolId));
  const touched = [...change.before, ...change.after].some((one) =>
    one.attributedSchoolId !== null && schools.has(one.attributedSchoolId) && overlaps(one, terms) && (one.phase === undefined || one.phase === terms.phase));
  if (!touched) return null;
  const changing = new Set([...change.before, ...change.after].map((one) => one.reference));
  const rest = all.filter((one) => !changing.has(one.reference));
  const preview = previewChange(terms, [...rest, ...change.before], [...rest, ...change.after], today);
  return { agreement, preview, sentence: previewSentence(terms, preview, agreement.partnershipName, agreement.fundHolderName) };
}

/**
 * The figures a person saw on the check page, as text a form can carry: when they differ at the moment of
 * confirming, the person sees the new ones before anything is done.
 */
export function fingerprint(effects: readonly QuotaEffect[]): string {
  return effects
    .map(({ agreement, preview }) => `${agreement.terms.reference}:${preview.addedTenths}:${preview.added}:${preview.peak?.useTenths ?? '-'}/${preview.peak?.quotaTenths ?? '-'}${countedPart(preview.facts)}`)
    .join(';');
}

/** Figures that only the sentence of a measure shows. */
function countedPart(facts: MeasureFacts): string {
  switch (facts.kind) {
    case 'daily': return '';
    case 'yearly_allowance': return `:${facts.usedTenths}`;
    case 'census_day': return `:${[...facts.changed, ...(facts.next ? [facts.next] : [])].map((one) => `${one.on} ${one.useTenths}/${one.quotaTenths}`).join(',')}`;
    case 'annual_average': return `:${facts.withoutTenths}>${facts.withTenths}`;
  }
}
