const KINDS: Readonly<Record<string, string>> = { day6: 'Day-6 places', preventative: 'Preventative places', reserve: 'Authority reserve places' };

/** A pot of places in the plural: "Day-6 places". */
export function kindsOfPlace(kind: string): string {
  return KINDS[kind] ?? kind;
}
