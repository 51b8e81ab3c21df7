/** The authority itself, and its settings. */
import { type CalendarDate, calendarDate } from '@/lib/core/calendar-date';
import type { AuthoritySlug } from '../demonstration/facts';
import { type AuthorityLoad, at } from './authority-load';
import { insertRows } from './rows';

/** From when the demonstration's settings hold: the first day of its first calendar. */
const SETTINGS_FROM: CalendarDate = calendarDate('2024-09-01');

/** A colour of each council's own, dark enough for white words on it. */
export const THEMES: Readonly<Record<AuthoritySlug, { readonly brand: string; readonly brandTint: string }>> = {
  rotherham: { brand: '#1f5c3a', brandTint: '#e8f2ec' },
  lancashire: { brand: '#8a1538', brandTint: '#f8e9ee' },
};

export async function loadAuthority({ client, authority, facts }: AuthorityLoad): Promise<void> {
  const { slug, code, name, council } = authority;
  await insertRows(client, 'authority', [{
    id: code, slug, name, council_name: council, la_code: code, contact_email: `semh-places@${slug}.example`,
    theme: THEMES[slug], is_demonstration: true, demonstration_today: facts.today,
  }]);
}

/** A number is kept as a number, anything else as text. */
export function settingValue(text: string): number | string {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

export async function loadSettings(load: AuthorityLoad): Promise<void> {
  await load.insert('setting', load.own(load.facts.settings).map((setting) => ({
    id: load.id('setting', setting.key), name: setting.key, value: settingValue(setting.value), first_on: SETTINGS_FROM,
    source: `Assumption of the demonstration. ${setting.words} (${setting.unit})`, recorded_at: at(SETTINGS_FROM, '09:00'),
  })));
}
