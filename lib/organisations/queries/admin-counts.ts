import { z } from 'zod';
import { countColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

const countsRow = z.object({
  people: countColumn, people_without_role: countColumn, partnerships: countColumn, trusts: countColumn, agreements: countColumn, schools_unbound: countColumn,
  sites: countColumn, calendars: countColumn, imports: countColumn, checked: countColumn, measures: countColumn,
});

/** How much there is of everything that an administrator keeps, on the authority's day. */
export type AdminCounts = z.output<typeof countsRow>;

export async function adminCounts(tx: ReadTx): Promise<AdminCounts | null> {
  const day = sql`${tx.today}::date`;
  return tx.row(countsRow, sql`
    WITH latest AS (
      SELECT DISTINCT ON (a.partnership_id, a.academic_year) a.* FROM agreement a
       WHERE a.first_on <= ${day} AND a.last_on >= ${day} ORDER BY a.partnership_id, a.academic_year, a.terms_version DESC
    )
    SELECT (SELECT count(*) FROM person) AS people,
           (SELECT count(*) FROM person p WHERE NOT EXISTS (SELECT 1 FROM role_assignment r WHERE r.authority_id = p.authority_id AND r.person_id = p.id
                     AND r.first_on <= ${day} AND (r.last_on IS NULL OR r.last_on >= ${day}))) AS people_without_role,
           (SELECT count(*) FROM partnership WHERE first_on <= ${day} AND (last_on IS NULL OR last_on >= ${day})) AS partnerships,
           (SELECT count(*) FROM trust WHERE first_on <= ${day} AND (last_on IS NULL OR last_on >= ${day})) AS trusts,
           (SELECT count(*) FROM latest) AS agreements,
           (SELECT count(*) FROM latest l JOIN partnership_member m ON m.authority_id = l.authority_id AND m.partnership_id = l.partnership_id
             WHERE m.first_on <= ${day} AND (m.last_on IS NULL OR m.last_on >= ${day})
               AND NOT EXISTS (SELECT 1 FROM agreement_school s WHERE s.authority_id = l.authority_id AND s.agreement_id = l.id
                     AND s.establishment_id = m.establishment_id AND s.legally_binding AND s.executed_on <= ${day} AND s.in_force_from <= ${day}
                     AND (s.in_force_to IS NULL OR s.in_force_to >= ${day}))) AS schools_unbound,
           (SELECT count(*) FROM site WHERE opened_on <= ${day} AND (closed_on IS NULL OR closed_on > ${day})) AS sites,
           (SELECT count(*) FROM calendar_year) AS calendars,
           (SELECT count(*) FROM import_batch WHERE undone_at IS NULL) AS imports,
           (SELECT count(*) FROM import_upload) AS checked,
           (SELECT count(DISTINCT measure_id) FROM board_measure) AS measures`);
}
