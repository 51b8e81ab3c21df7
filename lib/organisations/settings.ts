import { z } from 'zod';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

/** The settings that rules ask for, with what holds where an authority has said nothing. */
const DEFAULTS = {
  site_reply_within: 2,
  warn_chair_places_free: 1,
  suppression_threshold: 5,
  full_time_hours: 25,
  session_idle_on_pupil_pages: 15,
  afternoon_session_starts_at: '13:15',
} as const;

export type SettingName = keyof typeof DEFAULTS;
type Widened<T> = T extends number ? number : string;
/** School days, places, pupils, hours a week, minutes, `hh:mm`. */
export type Settings = { readonly [K in SettingName]: Widened<(typeof DEFAULTS)[K]> };

const row = z.object({ name: z.string(), value: z.unknown() });

/** The settings in force today (R1); a value of the wrong kind is passed over for the default. */
export async function loadSettings(tx: ReadTx): Promise<Settings> {
  const found = await tx.rows(row, sql`
    SELECT DISTINCT ON (name) name, value FROM setting WHERE first_on <= ${tx.today}::date ORDER BY name, first_on DESC`);
  const settings: Record<string, number | string> = { ...DEFAULTS };
  for (const { name, value } of found) {
    if (name in DEFAULTS && typeof value === typeof DEFAULTS[name as SettingName]) settings[name] = value as number | string;
  }
  return settings as Settings;
}
