const ROUTE_WORDS = {
  permanent_exclusion: 'Permanently excluded', preventative: 'Preventative place', fair_access: 'Fair Access', ehc_plan: 'EHC plan',
  medical: 'Medical', short_break: 'Short break', authority_placed: 'Placed by the authority',
} as const;

export type RouteCode = keyof typeof ROUTE_WORDS;

/** A route as people read it, never the code's word. */
export function routeInWords(route: RouteCode): string {
  return ROUTE_WORDS[route];
}

export const ROUTE_CHOICES: readonly { readonly value: RouteCode; readonly text: string }[] =
  (Object.keys(ROUTE_WORDS) as RouteCode[]).map((value) => ({ value, text: ROUTE_WORDS[value] }));
