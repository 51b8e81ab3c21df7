import { z } from 'zod';
import { dateColumn } from '@/lib/server/columns';
import { type KeptSource, type ReadTx, sql } from '@/lib/server/unit-of-work';
import { SETTING_DEFAULTS, type SettingName } from './rules/known-settings';

type Widened<T> = T extends number ? number : string;
/** School days, places, pupils, hours a week, minutes, `hh:mm`. */
export type Settings = { readonly [K in SettingName]: Widened<(typeof SETTING_DEFAULTS)[K]> };

const row = z.object({ name: z.string(), value: z.unknown(), first_on: dateColumn });

/** Every value ever set, earliest first: the last one begun holds, and of those begun on one day the last entered. */
const SETTINGS: KeptSource<z.output<typeof row>[]> = {
  load: (tx) => tx.rows(row, sql`SELECT name, value, first_on FROM setting ORDER BY first_on, entry`),
};

/** The settings in force today (R1); a value of the wrong kind is passed over for the default. */
export async function loadSettings(tx: ReadTx): Promise<Settings> {
  const settings: Record<string, number | string> = { ...SETTING_DEFAULTS };
  for (const { name, value, first_on: firstOn } of await tx.kept(SETTINGS)) {
    if (firstOn <= tx.today && name in SETTING_DEFAULTS && typeof value === typeof SETTING_DEFAULTS[name as SettingName]) settings[name] = value as number | string;
  }
  return settings as Settings;
}
