import { randomUUID } from 'node:crypto';
import type { World } from '@/scripts/run/worlds';
import { valuesOf } from './database';
import type { AuthoritySlug } from './people';

/** What stands in the brackets of the pages' addresses, the authority's apart. */
export interface Ids {
  readonly referral: string;
  readonly placement: string;
  readonly pupil: string;
  readonly site: string;
  readonly partnership: string;
  readonly trust: string;
  readonly day: string;
  readonly month: string;
  readonly line: string;
  readonly person: string;
  readonly agreement: string;
  readonly calendar: string;
  readonly batch: string;
  readonly measure: string;
  readonly pack: string;
  readonly reference: string;
  readonly file: string;
  readonly version: string;
  readonly format: string;
}

/** Whose records: those of the demonstration's sign-ins, or those of a neighbouring school, partnership and provider. */
export type Whose = 'own' | 'neighbour';

export const RANDOM_IDS: Ids = {
  referral: randomUUID(), placement: randomUUID(), pupil: randomUUID(), site: 'no-such-site', partnership: 'no-such-partnership', trust: 'no-such-trust', day: '2026-02-30', month: '2026-13', line: 'no_such_line',
  person: randomUUID(), agreement: randomUUID(), calendar: randomUUID(), batch: randomUUID(), measure: randomUUID(), pack: randomUUID(), reference: 'FP-2099-01-9999', file: randomUUID(), version: '9999', format: 'no-such-format',
};

/** Rows of the head's school, the chair's partnership and the PRU head's provider; `NOT` gives the neighbours'. */
const SCHOOL = "(SELECT r.establishment_id FROM role_assignment r WHERE r.authority_id = a.id AND r.role = 'headteacher' AND r.establishment_id IS NOT NULL LIMIT 1)";
const PROVIDER = "(SELECT r.provider_id FROM role_assignment r WHERE r.authority_id = a.id AND r.role = 'pru_head' AND r.provider_id IS NOT NULL LIMIT 1)";
const PARTNERSHIP = "(SELECT r.partnership_id FROM role_assignment r WHERE r.authority_id = a.id AND r.role = 'partnership_lead' AND r.partnership_id IS NOT NULL LIMIT 1)";

function queries(whose: Whose): Readonly<Record<Exclude<keyof Ids, 'day' | 'month' | 'line' | 'version' | 'format'>, string>> {
  const is = whose === 'own' ? '=' : '<>';
  const first = (select: string, from: string, where: string): string =>
    `SELECT ${select} FROM authority a JOIN ${from} x ON x.authority_id = a.id WHERE a.slug = $1 AND ${where} LIMIT 1`;
  // One whose exclusion the school recorded comes first: its head may correct it.
  const correctable = whose === 'own' ? ` ORDER BY EXISTS (SELECT 1 FROM permanent_exclusion c JOIN role_assignment h ON h.authority_id = c.authority_id AND h.person_id = c.recorded_by
      AND h.role = 'headteacher' AND h.establishment_id = c.establishment_id WHERE c.authority_id = x.authority_id AND c.pupil_id = x.id AND c.state = 'recorded') DESC` : '';
  const placed = `JOIN site s ON s.authority_id = x.authority_id AND s.id = x.site_id`;
  return {
    // No place is held yet, so that every page of the placing can be opened.
    referral: first('x.id', 'referral', `x.state = 'waiting' AND x.exclusion_id IS NOT NULL AND x.establishment_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.authority_id = x.authority_id AND p.pupil_id = x.pupil_id AND p.state <> 'cancelled')`),
    placement: `SELECT x.id FROM authority a JOIN placement x ON x.authority_id = a.id ${placed}
      WHERE a.slug = $1 AND s.provider_id ${is} ${PROVIDER} AND x.state = 'started' ORDER BY x.reference LIMIT 1`,
    // The whole roll decides: a neighbour's pupil was never on the roll of the head's school.
    pupil: first('x.id', 'pupil', `${whose === 'own' ? '' : 'NOT '}EXISTS (SELECT 1 FROM roll_entry e WHERE e.authority_id = x.authority_id AND e.pupil_id = x.id
      AND e.establishment_id = ${SCHOOL}${whose === 'own' ? " AND e.status = 'main' AND e.last_on IS NULL" : ''})${correctable}`),
    site: first('x.slug', 'site', `x.provider_id ${is} ${PROVIDER}`),
    partnership: first('x.slug', 'partnership', `x.id ${is} ${PARTNERSHIP}`),
    trust: first('x.slug', 'trust', 'true'),
    person: first('x.id', 'person', 'true'),
    agreement: first('x.id', 'agreement', `x.partnership_id ${is} ${PARTNERSHIP}`),
    calendar: first('x.id', 'calendar_year', 'true'),
    batch: first('x.id', 'import_batch', 'true'),
    measure: first('x.measure_id', 'board_measure', 'true'),
    pack: first('x.id', 'board_pack', 'true'),
    reference: first('x.reference', 'invoice', 'true'),
    file: first('x.id', 'finance_file', 'true'),
  };
}

/**
 * Real ids of an authority's records, found in the world's database.
 * @throws Error naming the kind of record that there is none of
 */
export async function idsOf(world: World, authority: AuthoritySlug, whose: Whose = 'own'): Promise<Ids> {
  const found = await Promise.all(Object.entries(queries(whose)).map(async ([name, query]): Promise<[string, string]> => {
    const [value] = await valuesOf(world, query, [authority]);
    if (value === undefined) throw new Error(`The demonstration has no ${name} of ${authority} (${whose}), so its pages cannot be opened.`);
    return [name, value];
  }));
  return { ...(Object.fromEntries(found) as Omit<Ids, 'day' | 'month' | 'line' | 'version' | 'format'>), day: '2026-03-16', month: '2026-01', line: 'top_ups', version: '1', format: 'csv' };
}

/** The names in the brackets of a path, the authority's apart. */
export function placeholdersOf(path: string): (keyof Ids)[] {
  return [...path.matchAll(/\[([a-z]+)\]/g)].map(([, name]) => name as keyof Ids & string).filter((name) => (name as string) !== 'authority');
}

/** The demonstration publishes its reports for earlier months than the last closed one, which is left to draw up. */
const PUBLISHED = /^\/\[authority\]\/reports\//;
const PUBLISHED_MONTH = '2025-11';

/**
 * A page's address with real values for its brackets.
 * @throws Error for a bracket that nobody has given a sample of
 */
export function filledIn(path: string, authority: string, ids: Ids): string {
  return path.replace(/\[([a-z]+)\]/g, (_, name: string) => {
    const value = name === 'authority' ? authority : name === 'month' && PUBLISHED.test(path) && ids.month !== RANDOM_IDS.month ? PUBLISHED_MONTH : ids[name as keyof Ids];
    if (value === undefined) throw new Error(`${path} has no sample for [${name}]: give it one in e2e/support/ids.ts.`);
    return value;
  });
}
