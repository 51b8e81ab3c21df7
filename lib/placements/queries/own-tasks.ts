import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { scopeIds } from '@/lib/core/roles';
import { mayFinishTask } from '@/lib/exclusions/policy';
import { loadSettings } from '@/lib/organisations/settings';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { needsWarning } from '../rules/partnership-year';
import { type PartnershipWarning, warningOf } from './partnership-dashboard';
import { loadPartnershipYears } from './partnership-load';
import { namesOnRoll } from './school-pupils';

/** A task of a headteacher, a partnership's lead or a PRU head. */
export interface OwnTask {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly dueOn: CalendarDate;
  /** True where seeing it is all there is to do: the notice to the chair. */
  readonly isNotice: boolean;
  /** Below the authority's address: the record it is about; null where the reader has none. */
  readonly about: { readonly text: string; readonly path: string } | null;
  /** How the partnership of a notice stands now; null for any other task, and where the warning no longer holds. */
  readonly warning: PartnershipWarning | null;
  readonly partnershipName: string | null;
}

const ROLES = ['headteacher', 'partnership_lead', 'pru_head'];

const taskRow = z.object({
  id: uuidColumn, kind: textColumn, title: textColumn, for_role: textColumn, establishment_id: uuidColumn.nullable(), partnership_id: uuidColumn.nullable(),
  provider_id: uuidColumn.nullable(), due_on: dateColumn, version: z.number(), pupil_id: uuidColumn.nullable(), placement_id: uuidColumn.nullable(),
  reference: textColumn.nullable(), partnership_name: textColumn.nullable(), partnership_slug: textColumn.nullable(),
});
type Row = z.output<typeof taskRow>;

/** The reader's open tasks, the earliest due first; those of other schools, partnerships and providers are not there. */
export async function ownTasks(tx: ReadTx): Promise<OwnTask[] | null> {
  if (!tx.actor) return null;
  const found = await tx.rows(taskRow, sql`
    SELECT t.id, t.kind, t.title, t.for_role, t.establishment_id, t.partnership_id, t.provider_id, t.due_on, t.version, t.pupil_id, t.placement_id,
           l.reference, p.name AS partnership_name, p.slug AS partnership_slug
      FROM task t
      LEFT JOIN placement l ON l.authority_id = t.authority_id AND l.id = t.placement_id
      LEFT JOIN partnership p ON p.authority_id = t.authority_id AND p.id = t.partnership_id
     WHERE t.for_role = ANY(${ROLES}) AND t.done_at IS NULL ORDER BY t.due_on, t.created_at, t.id`);
  const rows = found.filter((task) => mayFinishTask(tx.actor, task));
  const names = rows.some((row) => row.for_role === 'headteacher') ? await namesOnRoll(tx, scopeIds(tx.actor, 'headteacher'), tx.today) : new Map<string, string>();
  const warnings = rows.some((row) => row.kind === 'over_quota_warning') ? await warningsNow(tx) : new Map<string, PartnershipWarning>();
  return rows.map((row) => ({
    id: row.id, version: row.version, title: row.title, dueOn: row.due_on, isNotice: row.kind === 'over_quota_warning', about: aboutOf(row, names),
    warning: row.kind === 'over_quota_warning' ? warnings.get(row.partnership_id ?? '') ?? null : null, partnershipName: row.partnership_name,
  }));
}

/** A pupil is named to a head only while on the school's roll (R35); a site's people open the placement. */
function aboutOf(row: Row, names: ReadonlyMap<string, string>): OwnTask['about'] {
  if (row.for_role === 'pru_head' && row.placement_id !== null && row.reference !== null) return { text: `Placement ${row.reference}`, path: `/site/placements/${row.placement_id}` };
  if (row.for_role === 'partnership_lead' && row.partnership_name !== null) return { text: row.partnership_name, path: `/partnership/${row.partnership_slug}` };
  const name = names.get(row.pupil_id ?? '');
  return name === undefined ? null : { text: name, path: `/school/pupils/${row.pupil_id}` };
}

/** By partnership, those that stand near or over their quota now. */
async function warningsNow(tx: ReadTx): Promise<ReadonlyMap<string, PartnershipWarning>> {
  const warnAt = (await loadSettings(tx)).warn_chair_places_free;
  const all = await loadPartnershipYears(tx);
  return new Map(all.filter(({ year }) => needsWarning(year, warnAt)).map((own) => [own.kept.terms.partnershipId, warningOf(own, all)]));
}
