import { formatPounds, pence } from '@/lib/core/pence';

/** The settings that rules ask for, with what holds where an authority has said nothing. */
export const SETTING_DEFAULTS = {
  site_reply_within: 2,
  warn_chair_places_free: 1,
  draft_statement_open: 10,
  two_people_post_from: 5000,
  variance_explained_from_share: 5,
  variance_explained_from_amount: 50_000,
  suppression_threshold: 5,
  full_time_hours: 25,
  session_idle_on_pupil_pages: 15,
  afternoon_session_starts_at: '13:15',
} as const;

export type SettingName = keyof typeof SETTING_DEFAULTS;

interface KnownSetting {
  readonly title: string;
  /** What the product does with it. */
  readonly meaning: string;
  readonly unit: string;
  /** The whole numbers it may be. Null: the same in every authority, for the reason in `fixed`. */
  readonly range: { readonly least: number; readonly most: number } | null;
  readonly fixed?: string;
}

/** Every setting in words, in the order of the administrator's page. */
export const KNOWN_SETTINGS: Readonly<Record<SettingName, KnownSetting>> = {
  site_reply_within: {
    title: 'Time for a site to answer', meaning: 'How long a site has to accept a proposed placement or to raise a concern, counted from the day it is proposed.',
    unit: 'school days', range: { least: 1, most: 10 },
  },
  warn_chair_places_free: {
    title: 'Warning before a quota is full', meaning: "A partnership's lead is warned when this many places of its quota or fewer are free, today or on a day that is planned.",
    unit: 'places', range: { least: 0, most: 50 },
  },
  draft_statement_open: {
    title: 'Time to query a draft statement', meaning: "How long a partnership's lead has to query the lines of a month's draft statement, counted from the day it is sent.",
    unit: 'school days', range: { least: 1, most: 40 },
  },
  two_people_post_from: {
    title: 'Two people post a charge', meaning: "From this sum on, a month's charge is posted by another person than the one who drew it up.",
    unit: 'pounds', range: { least: 0, most: 1_000_000 },
  },
  variance_explained_from_share: {
    title: 'Budget variance to explain, share', meaning: 'A line of the spend whose forecast is off its budget by this share or more needs a reason.',
    unit: 'per cent', range: { least: 1, most: 100 },
  },
  variance_explained_from_amount: {
    title: 'Budget variance to explain, amount', meaning: 'A line of the spend whose forecast is off its budget by this sum or more needs a reason.',
    unit: 'pounds', range: { least: 1, most: 10_000_000 },
  },
  session_idle_on_pupil_pages: {
    title: 'Time without use on pages with names', meaning: 'A page that names pupils closes after this time without use, with a warning two minutes before.',
    unit: 'minutes', range: { least: 5, most: 60 },
  },
  suppression_threshold: {
    title: 'Small numbers not shown', meaning: 'In totals that leave the council, a count from 1 to one below this is not shown.',
    unit: 'pupils', range: null, fixed: 'the same in every authority, so that figures can be compared',
  },
  full_time_hours: {
    title: 'Full-time education', meaning: 'Education of this much a week or more ends the wait for full-time education after an exclusion. One tenth of a place is a tenth of it.',
    unit: 'hours a week', range: null, fixed: 'shares of a place are counted against it',
  },
  afternoon_session_starts_at: {
    title: 'Begin of the afternoon session', meaning: 'Where a school has not said at what time it excluded a pupil, its answer to "Had the afternoon session begun?" is shown against this time.',
    unit: 'time of day', range: null, fixed: "the school's own answer decides, for each exclusion",
  },
};

export function isSettingName(text: string | undefined): text is SettingName {
  return text !== undefined && Object.hasOwn(KNOWN_SETTINGS, text);
}

/** `2 school days`, `1 place`, `£5,000`, `13:15`. */
export function settingInWords(name: SettingName, value: number | string): string {
  const { unit } = KNOWN_SETTINGS[name];
  if (typeof value === 'string') return value;
  if (unit === 'pounds') return formatPounds(pence(value * 100), 'short');
  return `${value} ${value === 1 ? unit.replace(/^(school day|place|minute|pupil|hour)s/, '$1') : unit}`;
}
