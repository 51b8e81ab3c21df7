import { z } from 'zod';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { boardMonth, measureRowOf } from '../measure-rows';
import { CATALOGUE } from '../rules/catalogue';
import { valueWords } from '../rules/figure-words';
import { partsInWords } from '../rules/part-words';
import { loadMeasures, type MeasureVersion, measureVersions } from '../store';
import type { MeasureRow } from '../types';

/** A measure as administrators list it. */
export interface ListedMeasure extends MeasureVersion {
  readonly calculationTitle: string;
  readonly baselineWords: string;
  readonly targetWords: string;
  readonly isShown: boolean;
}

function listed(measure: MeasureVersion, tx: ReadTx): ListedMeasure {
  const { title, unit } = CATALOGUE[measure.calculation];
  return {
    ...measure, calculationTitle: title, baselineWords: measure.baseline ? valueWords(measure.baseline.value, unit) : '[x] not available',
    targetWords: measure.target ? valueWords(measure.target.value, unit) : '[x] not set',
    isShown: measure.shownFrom <= tx.today && (measure.shownTo === null || tx.today <= measure.shownTo),
  };
}

export async function measureList(tx: ReadTx): Promise<ListedMeasure[]> {
  return (await loadMeasures(tx)).map((measure) => listed(measure, tx));
}

/** One measure with all its versions, the last first; null for an address that names none. */
export async function measureHistory(tx: ReadTx, measureId: string): Promise<ListedMeasure[] | null> {
  if (!z.uuid().safeParse(measureId).success) return null;
  const versions = await measureVersions(tx, measureId);
  return versions.length === 0 ? null : versions.map((measure) => listed(measure, tx));
}

/** A measure that the Board sees today, with a row for each partnership. */
export interface MeasureView {
  readonly row: MeasureRow;
  readonly parts: readonly { readonly name: string; readonly words: string }[];
}

/** One measure by partnership as at the last close that is frozen (R75); null for one that is not shown, or for an address that names none. */
export async function measureView(tx: ReadTx, measureId: string): Promise<MeasureView | null> {
  if (!z.uuid().safeParse(measureId).success) return null;
  const [measure] = await measureVersions(tx, measureId);
  if (!measure || !listed(measure, tx).isShown) return null;
  const month = await boardMonth(tx, null);
  if (month === null) return null;
  const row = measureRowOf(measure, month);
  return { row, parts: partsInWords(row) };
}
