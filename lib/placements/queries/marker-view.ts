import { idInput } from '@/lib/core/input';
import { loadSites } from '@/lib/providers/store';
import { pupilById } from '@/lib/pupils/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { mayPlace } from '../policy';
import { type MarkerLine, markersInWords } from './marker-lines';

/** What the marker forms need: the pupil's name, the sites, and the markers that can be ended. */
export interface MarkerView {
  readonly pupilId: string;
  readonly name: string;
  readonly reference: string;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  /** Markers that can be ended: those without a last day, or with one after today. */
  readonly standing: readonly MarkerLine[];
}

export async function markerView(tx: ReadTx, pupilId: string): Promise<MarkerView | null> {
  if (!mayPlace(tx.actor) || !idInput.safeParse(pupilId).success) return null;
  const pupil = await pupilById(tx, pupilId);
  if (!pupil) return null;
  const sites = (await loadSites(tx)).map(({ id, name }) => ({ id, name }));
  return { pupilId: pupil.id, name: `${pupil.first_name} ${pupil.last_name}`, reference: pupil.reference, sites, standing: (await markersInWords(tx, pupil)).filter((one) => one.lastOn === null || one.lastOn > tx.today) };
}
