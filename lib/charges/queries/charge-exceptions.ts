import { z } from 'zod';
import { dateInWords } from '@/lib/core/date-words';
import { grouped } from '@/lib/core/grouped';
import { countColumn, dateColumn, textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { firstDayOf, lastDayOf, type Month } from '../rules/months';
import type { ChargeException, StatementView } from '../types';

const placementRow = z.object({ kind: z.enum(['no_last_day', 'before_acceptance']), reference: textColumn, school: textColumn.nullable(), site: textColumn, on: dateColumn, other: dateColumn.nullable() });
const siteRow = z.object({ site: textColumn, found: countColumn });

/** What finance looks at before a month is drawn up: each says what is missing in the record and who puts it right. */
export async function chargeExceptions(tx: ReadTx, month: Month, statements: readonly StatementView[]): Promise<ChargeException[]> {
  const [firstOn, lastOn] = [firstDayOf(month), lastDayOf(month)];
  const placements = await tx.rows(placementRow, sql`
    SELECT * FROM (
      SELECT 'no_last_day' AS kind, p.reference, e.name AS school, s.name AS site, p.planned_last_on AS on, NULL::date AS other
        FROM placement p JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
        LEFT JOIN establishment e ON e.authority_id = p.authority_id AND e.id = p.attributed_establishment_id
       WHERE p.state = 'started' AND p.planned_last_on < ${tx.today}::date AND p.planned_last_on <= ${lastOn}::date
         AND NOT EXISTS (SELECT 1 FROM placement n WHERE n.authority_id = p.authority_id AND n.continues_id = p.id AND n.holds_place)
      UNION ALL
      SELECT 'before_acceptance', p.reference, e.name, s.name, p.started_on, accepted.on_day
        FROM placement p JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
        LEFT JOIN establishment e ON e.authority_id = p.authority_id AND e.id = p.attributed_establishment_id
        JOIN LATERAL (SELECT min((v.recorded_at AT TIME ZONE 'Europe/London')::date) AS on_day FROM placement_event v
                       WHERE v.authority_id = p.authority_id AND v.placement_id = p.id AND v.act = 'accept') accepted ON accepted.on_day > p.started_on
       WHERE p.state IN ('started', 'left') AND p.started_on BETWEEN ${firstOn}::date AND ${lastOn}::date
    ) found ORDER BY kind, length(reference), reference`);
  const sites = await tx.rows(siteRow, sql`
    SELECT s.name AS site, count(*) AS found FROM placement p JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
     WHERE p.state IN ('accepted', 'concern', 'proposed') AND p.planned_first_on <= ${lastOn}::date GROUP BY s.name ORDER BY s.name`);
  return [...notBound(statements), ...placements.map(ofPlacement), ...sites.map(({ site, found }): ChargeException => ({
    kind: 'no_arrival', words: `${site} has not said whether ${found === 1 ? '1 pupil' : `${found} pupils`} arrived who ${found === 1 ? 'was' : 'were'} to start by ${dateInWords(lastOn)}`,
    mend: 'The site records the arrival or that the pupil did not arrive. A pupil who has not started is not charged for',
  }))];
}

function ofPlacement({ kind, reference, school, site, on, other }: z.output<typeof placementRow>): ChargeException {
  const whose = school === null ? reference : `${reference} (${school})`;
  return kind === 'no_last_day'
    ? { kind, words: `${whose} at ${site} was planned to end on ${dateInWords(on)} and has no last day`, mend: 'The site records the last day, or the officer extends. Days after the planned end are not charged' }
    : { kind, words: `${whose} started at ${site} on ${dateInWords(on)}, before the site accepted on ${other ? dateInWords(other) : 'a later day'}`, mend: 'The officer checks the first day with the site. It is charged from the first day on record' };
}

/** From the zero lines themselves: each school with how many placements are not charged. */
function notBound(statements: readonly StatementView[]): ChargeException[] {
  const zero = statements.flatMap((statement) => statement.groups.filter((group) => group.days.some((day) => day.kind === 'zero')).map((group) => ({ ...group, partnership: statement.partnershipName })));
  return [...grouped(zero, (group) => `${group.schoolName}, ${group.partnership}`)].map(([whose, own]) => ({
    kind: 'not_bound', words: `${whose}: ${own.length === 1 ? '1 placement is' : `${own.length} placements are`} not charged, because no legally binding agreement covers the school`,
    mend: 'An administrator records the signature once the agreement is executed. Days it then covers come as a correction',
  }));
}
