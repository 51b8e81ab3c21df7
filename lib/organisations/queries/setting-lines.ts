import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateColumn, instantColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { isSettingName, KNOWN_SETTINGS, SETTING_DEFAULTS, type SettingName } from '../rules/known-settings';
import { loadSettings } from '../settings';

/** A value of a setting from a day on, as it was recorded. */
export interface SettingChange {
  readonly firstOn: CalendarDate;
  readonly value: number | string;
  readonly reason: string;
  readonly recordedAt: Date;
}

export interface SettingLine {
  readonly name: SettingName;
  /** In force today; for a setting that is the same in every authority, what the rules use. */
  readonly value: number | string;
  /** The day the value in force began; null where nothing was recorded. */
  readonly since: CalendarDate | null;
  /** Everything recorded, latest first. Empty for a setting that cannot be changed. */
  readonly changes: readonly SettingChange[];
}

const row = z.object({ name: z.string(), value: z.union([z.number(), z.string()]), first_on: dateColumn, source: z.string(), recorded_at: instantColumn });

/** Every setting of the authority, with the value in force today and all that was recorded. */
export async function settingLines(tx: ReadTx): Promise<SettingLine[]> {
  const inForce = await loadSettings(tx);
  const recorded = await tx.rows(row, sql`SELECT name, value, first_on, source, recorded_at FROM setting ORDER BY first_on DESC`);
  return Object.keys(KNOWN_SETTINGS).filter(isSettingName).map((name) => {
    if (KNOWN_SETTINGS[name].range === null) return { name, value: SETTING_DEFAULTS[name], since: null, changes: [] };
    const changes = recorded.filter((one) => one.name === name)
      .map((one) => ({ firstOn: one.first_on, value: one.value, reason: one.source, recordedAt: one.recorded_at }));
    return { name, value: inForce[name], since: changes.find((one) => one.firstOn <= tx.today)?.firstOn ?? null, changes };
  });
}
