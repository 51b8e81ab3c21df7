import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { searchText } from '@/lib/pupils/search-text';
import { yearGroupOnRecord } from '@/lib/pupils/rules/year-group';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { mayPlace } from '../policy';
import { whereAndNext } from '../rules/pupil-next';
import { NOT_TAKEN_BACK } from '../taken-back';
import { SCHOOL_ELSEWHERE } from './pupil-school';
import { isPlanned, whereNow } from './where-now';
import { INTERIM_JSON, interimSeen, PLACEMENTS_JSON, placementSeen } from './school-pupils';

const MOST = 50;

const foundRow = z.object({
  id: uuidColumn, reference: textColumn, first_name: textColumn, last_name: textColumn, born_on: dateColumn, year_group: z.number(), school_name: textColumn.nullable(),
  waiting_since: dateColumn.nullable(), open_referral_id: uuidColumn.nullable(), placements: z.array(placementSeen), interim: z.array(interimSeen),
});

/** A pupil found, with where they are and what is next. */
export interface FoundPupil {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly bornOn: CalendarDate;
  /** In words; with its academic year for somebody long out of school. */
  readonly yearGroup: string;
  readonly school: string;
  readonly where: string;
  readonly until: CalendarDate | null;
  readonly next: string;
  /** The request still open: the way to Place. */
  readonly referralId: string | null;
}

export interface FoundPupils {
  readonly tooShort: boolean;
  readonly pupils: readonly FoundPupil[];
  /** More pupils fit than are shown. */
  readonly more: boolean;
}

/** Pupils by the first letters of either name, by reference (theirs, a request's or a placement's) or by UPN. */
export async function searchPupils(tx: ReadTx, typed: string): Promise<FoundPupils | null> {
  if (!mayPlace(tx.actor)) return null;
  const text = searchText(typed);
  if (text === null) return { tooShort: true, pupils: [], more: false };
  const code = typed.replace(/\s+/g, '').toUpperCase();
  const rows = await tx.rows(foundRow, sql`
    SELECT u.id, u.reference, u.first_name, u.last_name, u.born_on, u.year_group,
           coalesce((SELECT e.name FROM roll_entry r JOIN establishment e ON e.authority_id = r.authority_id AND e.id = r.establishment_id
             WHERE r.authority_id = u.authority_id AND r.pupil_id = u.id AND r.status = 'main' AND r.first_on <= ${tx.today}::date
               AND (r.last_on IS NULL OR r.last_on >= ${tx.today}::date) ORDER BY r.first_on DESC LIMIT 1), ${SCHOOL_ELSEWHERE}) AS school_name,
           (SELECT min(f.received_on) FROM referral f WHERE f.authority_id = u.authority_id AND f.pupil_id = u.id AND f.state IN ('waiting', 'talking')) AS waiting_since,
           (SELECT f.id FROM referral f WHERE f.authority_id = u.authority_id AND f.pupil_id = u.id AND f.state IN ('waiting', 'talking') ORDER BY f.received_on LIMIT 1) AS open_referral_id,
           ${PLACEMENTS_JSON} AS placements, ${INTERIM_JSON} AS interim
      FROM pupil u
     WHERE u.search_name LIKE ${`${text}%`} OR u.search_name LIKE ${`% ${text}%`} OR u.search_name LIKE ${`%-${text}%`}
        OR u.upn = ${code} OR upper(u.reference) = ${code}
        OR EXISTS (SELECT 1 FROM referral f LEFT JOIN permanent_exclusion x ON x.authority_id = f.authority_id AND x.id = f.exclusion_id
                    WHERE f.authority_id = u.authority_id AND f.pupil_id = u.id AND x.withdrawn_at IS NULL AND upper(f.reference) = ${code})
        OR EXISTS (SELECT 1 FROM placement p WHERE p.authority_id = u.authority_id AND p.pupil_id = u.id AND ${NOT_TAKEN_BACK} AND upper(p.reference) = ${code})
        OR EXISTS (SELECT 1 FROM permanent_exclusion x WHERE x.authority_id = u.authority_id AND x.pupil_id = u.id AND x.withdrawn_at IS NULL AND upper(x.reference) = ${code})
     ORDER BY (SELECT count(*) FROM referral f WHERE f.authority_id = u.authority_id AND f.pupil_id = u.id AND f.state IN ('waiting', 'talking')) DESC,
              u.last_name, u.first_name, u.reference
     LIMIT ${MOST + 1}`);
  return {
    tooShort: false, more: rows.length > MOST,
    pupils: rows.slice(0, MOST).map((row) => ({
      id: row.id, reference: row.reference, name: `${row.first_name} ${row.last_name}`, bornOn: row.born_on, yearGroup: yearGroupOnRecord(row.year_group, row.born_on, tx.today),
      school: row.school_name ?? 'No school', referralId: row.open_referral_id, ...whereNow(whereAndNext(tx.today, row.placements, row.interim, row.waiting_since), row.waiting_since !== null, isPlanned(row.placements, tx.today)),
    })),
  };
}
