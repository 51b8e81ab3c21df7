import type { World } from '@/scripts/run/worlds';
import { ownerOf } from './database';

/** All permanent exclusions of a council from one day to another were at schools of one partnership: a table by partnership then tells of each of the pupils. */
export async function excludeInOnePartnership(world: World, slug: string, firstOn: string, lastOn: string): Promise<void> {
  await ownerOf(world).query(`
    UPDATE permanent_exclusion x SET establishment_id = m.establishment_id
      FROM authority a
      JOIN LATERAL (SELECT p.id, p.phase FROM partnership p WHERE p.authority_id = a.id ORDER BY p.display_order LIMIT 1) g ON true
      JOIN LATERAL (SELECT m.establishment_id FROM partnership_member m WHERE m.authority_id = a.id AND m.partnership_id = g.id AND m.first_on <= $2::date ORDER BY m.establishment_id LIMIT 1) m ON true
     WHERE a.slug = $1 AND x.authority_id = a.id AND x.establishment_id IS NOT NULL AND x.phase = g.phase AND x.excluded_on BETWEEN $2::date AND $3::date`, [slug, firstOn, lastOn]);
}
