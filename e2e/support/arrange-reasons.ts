import type { World } from '@/scripts/run/worlds';
import { ownerOf } from './database';

/** A reason for every line of a council's month, so that whatever variance its report lists is explained. */
export async function explainEveryLine(world: World, slug: string, month: string): Promise<void> {
  await ownerOf(world).query(`
    INSERT INTO monitor_note (authority_id, month, kind, line, noted_on, who, words, recorded_by, recorded_at)
    SELECT v.authority_id, $2, 'reason', l.line, now()::date, 'Head of finance', 'The budget was set before the places were known', v.drafted_by, now()
      FROM (SELECT DISTINCT ON (r.authority_id) r.authority_id, r.drafted_by FROM report_version r JOIN authority a ON a.id = r.authority_id WHERE a.slug = $1 ORDER BY r.authority_id, r.drafted_at) v,
           unnest(ARRAY['pru_places', 'top_ups', 'ap_academy', 'college', 'independent', 'over_quota_income', 'transport']) AS l (line)`, [slug, month]);
}
