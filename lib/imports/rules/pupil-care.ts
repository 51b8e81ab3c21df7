import type { PupilCare } from '../types';

/** The same facts of a pupil on record, or of an earlier row of the file. */
export interface CareOnRecord {
  readonly lookedAfterBy: string | null;
  readonly hasSocialWorker: boolean;
  readonly senProvision: 'N' | 'K' | 'E';
  readonly needs: readonly string[];
  readonly language: string;
  readonly homePostcode: string;
}

/** What a new pupil's record has where the file says nothing. */
export function careOfNew(said: PupilCare): CareOnRecord {
  return {
    lookedAfterBy: said.lookedAfterBy, hasSocialWorker: said.hasSocialWorker ?? false, senProvision: said.senProvision ?? 'N', needs: said.needs ?? [],
    language: said.language ?? 'English', homePostcode: said.homePostcode ?? '',
  };
}

const isEmpty = (value: CareOnRecord[keyof CareOnRecord]): boolean => value === null || value === false || value === '' || value === 'N' || (Array.isArray(value) && value.length === 0);

/**
 * The record of a pupil with what a row adds to it, and the columns whose values it adds or that the record answers
 * otherwise. What the record says stays: an import never writes over it.
 */
export function withCare(onRecord: CareOnRecord, said: PupilCare): { readonly care: CareOnRecord; readonly added: readonly string[]; readonly stays: readonly string[] } {
  const care: Record<string, unknown> = { ...onRecord };
  const added: string[] = [];
  const stays: string[] = [];
  for (const key of Object.keys(onRecord) as (keyof CareOnRecord)[]) {
    const given = said[key];
    if (given === null || String(given) === String(onRecord[key])) continue;
    if (isEmpty(onRecord[key])) {
      care[key] = given;
      added.push(key);
    } else stays.push(key);
  }
  return { care: care as unknown as CareOnRecord, added, stays };
}
