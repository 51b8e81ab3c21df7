import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateColumn, instantColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { isSettingName, KNOWN_SETTINGS, SETTING_DEFAULTS, type SettingName } from '../rules/known-settings';
import { loadSettings } from '../settings';

/** A value of a setting from a day on, as it was recorded. */
export interface SettingChange {
  readonly id: string;
  readonly firstOn: CalendarDate;
  readonly value: number | string;
  readonly reason: string;
  readonly recordedAt: Date;
  /** Who recorded it; null for what came with the data. */
  readonly recordedBy: string | null;
  /** A later entry for the same day counts instead. */
  readonly isReplaced: boolean;
}

export interface SettingLine {
  readonly name: SettingName;
  /** In force today; for a setting that is the same in every authority, what the rules use. */
  readonly value: number | string;
  /** The day the value in force began; null where nothing was recorded. */
  readonly since: CalendarDate | null;
  /** Everything recorded, the latest first day first, and of one day the last entry first. Empty for a setting that cannot be changed. */
  readonly changes: readonly SettingChange[];
  /** What was entered last, whatever its first day. */
  readonly lastEntered: SettingChange | null;
}

const row = z.object({
  id: z.string(), name: z.string(), value: z.union([z.number(), z.string()]), first_on: dateColumn, source: z.string(), recorded_at: instantColumn,
  recorded_by: z.string().nullable(), is_replaced: z.boolean(), is_last: z.boolean(),
});

/** Every setting of the authority, with the value in force today and all that was recorded. */
export async function settingLines(tx: ReadTx): Promise<SettingLine[]> {
  const inForce = await loadSettings(tx);
  const recorded = await tx.rows(row, sql`
    SELECT s.id::text AS id, s.name, s.value, s.first_on, s.source, s.recorded_at,
           (SELECT p.name FROM audit_event a JOIN person p ON p.authority_id = a.authority_id AND p.id = a.actor_id
             WHERE a.authority_id = s.authority_id AND a.subject_kind = 'setting' AND a.subject_id = s.id::text AND a.outcome = 'done' ORDER BY a.id LIMIT 1) AS recorded_by,
           s.entry < max(s.entry) OVER (PARTITION BY s.name, s.first_on) AS is_replaced, s.entry = max(s.entry) OVER (PARTITION BY s.name) AS is_last
      FROM setting s ORDER BY s.first_on DESC, s.entry DESC`);
  return Object.keys(KNOWN_SETTINGS).filter(isSettingName).map((name) => {
    if (KNOWN_SETTINGS[name].range === null) return { name, value: SETTING_DEFAULTS[name], since: null, changes: [], lastEntered: null };
    const own = recorded.filter((one) => one.name === name);
    const changes = own.map(changeOf);
    const last = own.find((one) => one.is_last);
    return { name, value: inForce[name], since: changes.find((one) => one.firstOn <= tx.today)?.firstOn ?? null, changes, lastEntered: last ? changeOf(last) : null };
  });
}

function changeOf(one: z.output<typeof row>): SettingChange {
  return {
    id: one.id, firstOn: one.first_on, value: one.value, reason: one.source, recordedAt: one.recorded_at, recordedBy: one.recorded_by, isReplaced: one.is_replaced,
  };
}
