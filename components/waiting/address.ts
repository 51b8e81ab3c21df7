export type Params = Readonly<Record<string, string | string[] | undefined>>;

/** The first value of a parameter of the address, or null. */
export function oneValue(params: Params, name: string): string | null {
  const value = params[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first === '' ? null : first;
}

/** The address with these parameters; empty ones are left out. */
export function addressWith(path: string, params: Readonly<Record<string, string | null>>): string {
  const query = Object.entries(params).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for text that may be a record's id. Any other text names nothing, so the page is not found. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
