import { z } from 'zod';
import { financialYearOf } from '@/lib/calendars/rules/academic-year';
import { monthOf } from '@/lib/charges/rules/months';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { countColumn, textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import type { PupilsByLine } from '../rules/forum/from-snapshot';
import { placesKnown } from '../rules/forum/places-known';

const kindRow = z.object({ kind: textColumn.nullable(), pupils: countColumn, transported: countColumn });
const lineRow = z.object({ line: textColumn });
const countRow = z.object({ pupils: countColumn });

/**
 * Different pupils behind each line of spend from one day to another, to judge what must be left out (R75). Where an
 * amount was entered without placements, nobody knows for how many: it is taken to be for one.
 */
export async function pupilsBehind(tx: ReadTx, firstOn: CalendarDate, lastOn: CalendarDate): Promise<PupilsByLine> {
  const kinds = await tx.rows(kindRow, sql`
    SELECT v.kind, count(DISTINCT p.pupil_id) AS pupils, count(DISTINCT p.pupil_id) FILTER (WHERE p.transport <> 'none') AS transported
      FROM placement p
      JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
      JOIN provider v ON v.authority_id = s.authority_id AND v.id = s.provider_id
     WHERE p.state IN ('started', 'left') AND p.first_on <= ${lastOn}::date AND (p.last_on >= ${firstOn}::date OR p.state = 'started')
     GROUP BY GROUPING SETS ((v.kind), ())`);
  const charged = await tx.row(countRow, sql`
    SELECT count(DISTINCT p.pupil_id) AS pupils FROM charge_line l
      JOIN charge_run r ON r.authority_id = l.authority_id AND r.id = l.run_id AND r.draft = l.draft AND r.state = 'posted'
      JOIN ledger_period d ON d.authority_id = r.authority_id AND d.id = r.period_id
      JOIN placement p ON p.authority_id = l.authority_id AND p.id = l.placement_id
     WHERE l.pence <> 0 AND d.last_on BETWEEN ${firstOn}::date AND ${lastOn}::date`);
  const [year, lastYear] = [financialYearOf(firstOn), financialYearOf(lastOn)];
  const entered = await tx.rows(lineRow, sql`SELECT DISTINCT line FROM spend_entry WHERE month BETWEEN ${monthOf(year.firstOn)} AND ${monthOf(lastYear.lastOn)}`);
  const of = (...wanted: readonly string[]): number => Math.max(1, kinds.filter(({ kind }) => kind !== null && wanted.includes(kind)).reduce((sum, row) => sum + row.pupils, 0));
  const all = kinds.find(({ kind }) => kind === null);
  return placesKnown({
    pru_places: of('pru'), top_ups: Math.max(1, all?.pupils ?? 0), ap_academy: of('ap_academy'), college: of('college'), independent: of('independent', 'unregistered'),
    over_quota_income: Math.max(1, charged?.pupils ?? 0), transport: Math.max(1, all?.transported ?? 0), special_schools: of('special_school'), released_funding: null,
  }, new Set(entered.map((one) => one.line)));
}
