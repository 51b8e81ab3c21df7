/** Words of the field for codes that pages show. */
export const PLACE_KIND_WORDS: Readonly<Record<string, string>> = {
  day6: 'Day-6 place', preventative: 'Preventative place', reserve: 'Authority reserve',
};

export const TRANSPORT_WORDS: Readonly<Record<string, string>> = {
  none: 'None needed', bus_pass: 'Bus pass', minibus: 'Minibus', taxi: 'Taxi',
};

export const ROUTE_WORDS: Readonly<Record<string, string>> = {
  permanent_exclusion: 'Permanently excluded', preventative: 'Preventative', fair_access: 'Fair Access', ehc_plan: 'EHC plan',
  medical: 'Medical', short_break: 'Short break', authority_placed: 'Placed by the authority',
};

/** `Full time`, `0.5 of full time`. */
export function shareInWords(tenths: number): string {
  return tenths === 10 ? 'Full time' : `${tenths / 10} of full time`;
}
