import type { PupilFlag } from '../types';

/** What the tags of a waiting pupil are made of. */
export interface FlagFacts {
  readonly senProvision: 'N' | 'K' | 'E';
  /** The name of the authority that looks after the pupil, `here` for this one, or null. */
  readonly lookedAfterBy: string | null;
  readonly hasSocialWorker: boolean;
  readonly interimRuns: boolean;
  readonly yearGroup: number;
  /** The name of the authority that has the duty, when it is another one. */
  readonly otherAuthority: string | null;
  readonly excludedElsewhere: boolean;
  readonly noDuty: boolean;
  readonly exclusionsOnRecord: number;
  readonly hasMarker: boolean;
  /** The language for which the family needs an interpreter, or null. */
  readonly interpreterFor: string | null;
}

/** The tags of a waiting pupil, those that change the duty first. */
export function pupilFlags(facts: FlagFacts): PupilFlag[] {
  const all: readonly (PupilFlag | false)[] = [
    facts.otherAuthority !== null && { code: 'other_authority', words: `${facts.otherAuthority}\u2019s duty` },
    facts.noDuty && { code: 'no_duty', words: 'No duty from day 6' },
    facts.excludedElsewhere && { code: 'elsewhere', words: 'Excluded elsewhere' },
    facts.lookedAfterBy !== null && { code: 'looked_after', words: facts.lookedAfterBy === 'here' ? 'Looked after' : `Looked after by ${facts.lookedAfterBy}` },
    facts.hasSocialWorker && { code: 'social_worker', words: 'Social worker' },
    facts.senProvision === 'E' && { code: 'ehc_plan', words: 'EHC plan' },
    facts.yearGroup < 7 && { code: 'primary', words: 'Primary' },
    facts.interimRuns && { code: 'interim', words: 'Interim education runs' },
    facts.exclusionsOnRecord > 1 && { code: 'twice', words: facts.exclusionsOnRecord === 2 ? 'Excluded twice' : `Excluded ${facts.exclusionsOnRecord} times` },
    facts.hasMarker && { code: 'marker', words: 'Has a marker' },
    facts.interpreterFor !== null && { code: 'language', words: `Interpreter: ${facts.interpreterFor}` },
  ];
  return all.filter((flag): flag is PupilFlag => flag !== false);
}

/** The words of each kind of tag, for the filter. */
export const FLAG_CHOICES: readonly { readonly value: PupilFlag['code']; readonly text: string }[] = [
  { value: 'looked_after', text: 'Looked after' }, { value: 'social_worker', text: 'Social worker' }, { value: 'ehc_plan', text: 'EHC plan' },
  { value: 'primary', text: 'Primary' }, { value: 'interim', text: 'Interim education runs' }, { value: 'no_duty', text: 'No duty from day 6' },
  { value: 'other_authority', text: 'Another authority\u2019s duty' }, { value: 'elsewhere', text: 'Excluded elsewhere' },
  { value: 'twice', text: 'Excluded more than once' }, { value: 'marker', text: 'Has a marker' }, { value: 'language', text: 'Needs an interpreter' },
];
