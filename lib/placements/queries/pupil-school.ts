import { sql } from '@/lib/server/unit-of-work';

/** The school in another authority that excluded pupil `u` last, for one on no roll here: as the list of pupils waiting names it. */
export const SCHOOL_ELSEWHERE = sql`
  (SELECT x.elsewhere_school FROM permanent_exclusion x
    WHERE x.authority_id = u.authority_id AND x.pupil_id = u.id AND x.elsewhere_school IS NOT NULL AND x.withdrawn_at IS NULL AND x.state NOT IN ('cancelled', 'reinstated')
    ORDER BY x.excluded_on DESC LIMIT 1)`;
