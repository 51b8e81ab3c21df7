import { z } from 'zod';
import { scopeIds } from '@/lib/core/roles';
import { pupilById, type PupilRecord } from '@/lib/pupils/store';
import { type KeptSite, loadSites } from '@/lib/providers/store';
import { textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { goesOnHere } from '../following';
import { actsAllowed, type PlacementAct } from '../rules/states';
import { placementById, type PlacementRow } from '../store';

const askedRow = z.object({ asked_for: textColumn, school_name: textColumn.nullable() });

/** A proposal or placement as the head of its site sees it. Markers that concern this site are shown with their reason (R79). */
export interface SitePlacement {
  readonly row: PlacementRow;
  /** The pupil is at the site already, and this is another share of the week from a later day. */
  readonly goesOnHere: boolean;
  readonly pupil: PupilRecord;
  readonly site: KeptSite;
  readonly acts: readonly PlacementAct[];
  readonly askedFor: string;
  readonly schoolName: string | null;
  readonly markers: readonly string[];
}

export async function sitePlacement(tx: ReadTx, id: string): Promise<SitePlacement | null> {
  const row = await placementById(tx, id);
  if (!row) return null;
  const site = (await loadSites(tx)).find((one) => one.id === row.site_id);
  if (!site || !tx.actor || !scopeIds(tx.actor, 'pru_head').includes(site.provider_id)) return null;
  const pupil = await pupilById(tx, row.pupil_id);
  if (!pupil) return null;
  const asked = await tx.row(askedRow, sql`
    SELECT r.asked_for, e.name AS school_name FROM referral r
      LEFT JOIN establishment e ON e.authority_id = r.authority_id AND e.id = ${row.attributed_establishment_id}::uuid
     WHERE r.id = ${row.referral_id}::uuid`);
  const markers = pupil.markers
    .filter((marker) => marker.lastOn === null || marker.lastOn >= tx.today)
    .filter((marker) => marker.kind === 'not_with' || marker.siteId === site.id)
    .map((marker) => (marker.kind === 'not_at' ? `Not at this site: ${marker.reason}` : `Must not share a site with a certain pupil: ${marker.reason}`));
  const isGoingOn = await goesOnHere(tx, row);
  return { row, goesOnHere: isGoingOn, pupil, site, acts: actsAllowed(row.state).filter((act) => !isGoingOn || act !== 'record_not_arrived'), askedFor: asked?.asked_for ?? '', schoolName: asked?.school_name ?? null, markers };
}
