/** What an address asks for, as plain text: pages hand it to their query, which says what is wrong with it. */
export type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** The first value of a name, without spaces at the ends; '' when it is not there. */
export function askedText(asked: Asked, name: string): string {
  const value = asked[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
}

/** A date as `yyyy-mm-dd` under its name, or in three parts as a date field sends it; '' when neither is there. */
export function askedDate(asked: Asked, name: string): string {
  const whole = askedText(asked, name);
  if (whole !== '') return whole;
  const [day, month, year] = ['day', 'month', 'year'].map((part) => askedText(asked, `${name}-${part}`));
  if (!day && !month && !year) return '';
  return `${(year ?? '').padStart(4, '20')}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}

/** The three parts as typed, for showing a date field again; those of `known` when the address has none. */
export function askedParts(asked: Asked, name: string, known: string): { day: string; month: string; year: string } {
  const typed = { day: askedText(asked, `${name}-day`), month: askedText(asked, `${name}-month`), year: askedText(asked, `${name}-year`) };
  if (typed.day || typed.month || typed.year) return typed;
  return { day: String(+known.slice(8, 10)), month: String(+known.slice(5, 7)), year: known.slice(0, 4) };
}

/** A query string of the values that are there. */
export function addressOf(path: string, values: Readonly<Record<string, string | number>>): string {
  const query = new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value === '' ? [] : [[name, String(value)]])));
  return query.size === 0 ? path : `${path}?${query}`;
}
