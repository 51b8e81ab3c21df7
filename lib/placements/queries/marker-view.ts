import { idInput } from '@/lib/core/input';
import { loadSites } from '@/lib/providers/store';
import { pupilById } from '@/lib/pupils/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { mayPlace } from '../policy';

/** What the marker form needs: the pupil's name and the sites. */
export interface MarkerView {
  readonly pupilId: string;
  readonly name: string;
  readonly reference: string;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
}

export async function markerView(tx: ReadTx, pupilId: string): Promise<MarkerView | null> {
  if (!mayPlace(tx.actor) || !idInput.safeParse(pupilId).success) return null;
  const pupil = await pupilById(tx, pupilId);
  if (!pupil) return null;
  const sites = (await loadSites(tx)).map(({ id, name }) => ({ id, name }));
  return { pupilId: pupil.id, name: `${pupil.first_name} ${pupil.last_name}`, reference: pupil.reference, sites };
}
