import { z } from 'zod';
import { contains } from '@/lib/core/date-range';
import { type KeptSite, loadSites } from '@/lib/providers/store';
import { countColumn, textsColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { suppressList } from '../rules/suppression';
import { wholePlaces } from '../rules/whole-places';
import type { Commissioned, ReportSite, ReportSites } from '../types';

const useRow = z.object({ site_id: uuidColumn, pupils: countColumn, tenths: countColumn });
const GROUPS = [
  { group: 'PRUs and AP academies', kinds: ['pru', 'ap_academy'] },
  { group: 'Special schools with designated places', kinds: ['special_school'] },
  { group: 'Other providers', kinds: ['independent', 'unregistered', 'college', 'in_school'] },
] as const;

/** Pupils who had started, and places, at each site open on the day, small counts left out (R75). */
export async function reportSites(tx: ReadTx): Promise<ReportSites[]> {
  const use = await tx.rows(useRow, sql`
    SELECT site_id, count(DISTINCT pupil_id) AS pupils, sum(share_tenths) AS tenths FROM placement
     WHERE state IN ('started', 'left') AND first_on <= ${tx.today}::date AND last_on >= ${tx.today}::date GROUP BY site_id`);
  const open = (await loadSites(tx)).filter((site) => site.opened_on <= tx.today && (site.closed_on === null || site.closed_on >= tx.today));
  return GROUPS.flatMap(({ group, kinds }) => {
    const sites = open.filter((site) => kinds.some((kind) => kind === site.provider_kind));
    return sites.length === 0 ? [] : [grouped(group, sites, use, tx)];
  });
}

function grouped(group: string, sites: readonly KeptSite[], use: readonly z.output<typeof useRow>[], tx: ReadTx): ReportSites {
  const rows = sites.map((site) => {
    const own = use.find((row) => row.site_id === site.id);
    const places = site.places.filter((row) => contains(row, tx.today)).reduce((sum, row) => sum + row.places, 0);
    return { name: site.name, agreed: site.agreed_pupils, places, pupils: own?.pupils ?? 0, used: wholePlaces(own?.tenths ?? 0) };
  });
  const shown = suppressList(rows.map((row) => row.pupils));
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + of(row), 0);
  return {
    group,
    sites: rows.map((row, index) => siteRow(row, shown.counts[index] ?? null)),
    total: siteRow({ name: 'Total', agreed: rows.some((row) => row.agreed === null) ? null : sum((row) => row.agreed ?? 0), places: sum((row) => row.places), used: sum((row) => row.used) }, shown.total),
  };
}

/** A row whose use and free places are left out with its pupils: each could be worked out from the other. */
function siteRow(row: { readonly name: string; readonly agreed: number | null; readonly places: number; readonly used: number }, pupils: number | null): ReportSite {
  const { name, agreed, places, used } = row;
  return { name, agreed, places, pupils, used: pupils === null ? null : used, free: pupils === null ? null : places - used };
}

const commissionedRow = z.object({ places: countColumn, sources: textsColumn });

/** Places commissioned that are in force on the day, with the sources that say so; null when none is recorded. */
export async function commissionedOn(tx: ReadTx): Promise<Commissioned | null> {
  const row = await tx.row(commissionedRow, sql`
    SELECT coalesce(sum(places), 0) AS places, coalesce(array_agg(DISTINCT source ORDER BY source), '{}') AS sources FROM commissioned_places
     WHERE first_on <= ${tx.today}::date AND (last_on IS NULL OR last_on >= ${tx.today}::date)`);
  return row === null || row.places === 0 ? null : row;
}
