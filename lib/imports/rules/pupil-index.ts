import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { searchName } from '@/lib/pupils/rules/search-name';
import type { PupilFact } from '../types';

/** A pupil on record, or of an earlier row of the file. */
export interface IndexedPupil {
  readonly id: string;
  /** First and last name as search has them. */
  readonly searchName: string;
  readonly bornOn: CalendarDate;
  readonly upn: string | null;
}

export type PupilMatch =
  | { readonly kind: 'known'; readonly pupil: IndexedPupil }
  | { readonly kind: 'new' }
  | { readonly kind: 'problem'; readonly column: 'upn' | 'bornOn'; readonly problem: string; readonly toDo: string };

const CHECK = 'Check the UPN and the birth date against the school\u2019s record';

/** Finds the pupil of a row by UPN first, then by name and birth date. A record is never guessed between two. */
export class PupilIndex {
  private readonly byUpn = new Map<string, IndexedPupil>();
  private readonly byName = new Map<string, IndexedPupil[]>();

  constructor(pupils: readonly IndexedPupil[]) {
    for (const pupil of pupils) this.add(pupil);
  }

  add(pupil: IndexedPupil): void {
    if (pupil.upn !== null) this.byUpn.set(pupil.upn, pupil);
    const key = `${pupil.searchName} ${pupil.bornOn}`;
    this.byName.set(key, [...(this.byName.get(key) ?? []).filter((one) => one.id !== pupil.id), pupil]);
  }

  match(fact: PupilFact): PupilMatch {
    const withUpn = fact.upn === null ? undefined : this.byUpn.get(fact.upn);
    if (withUpn) {
      return withUpn.bornOn === fact.bornOn
        ? { kind: 'known', pupil: withUpn }
        : { kind: 'problem', column: 'upn', problem: 'A pupil with another birth date has this UPN', toDo: CHECK };
    }
    const named = this.byName.get(`${searchName(fact.firstName, fact.lastName)} ${fact.bornOn}`) ?? [];
    const same = named.filter((one) => fact.upn === null || one.upn === null);
    const [only, another] = same;
    if (another !== undefined) {
      return {
        kind: 'problem', column: 'upn', problem: `Two pupils of this name, born on ${dateInWords(fact.bornOn)}, are on record`,
        toDo: 'Give the UPN that is on the record of the one meant',
      };
    }
    return only ? { kind: 'known', pupil: only } : { kind: 'new' };
  }
}
