/** Authority codes (DfE, three digits): this one, the one the pupil lives in, the one the excluding school is in. */
export interface WhoseExclusion {
  readonly thisAuthority: string;
  /** Null while nobody has said where the pupil lives. */
  readonly homeAuthority: string | null;
  readonly schoolAuthority: string;
}

/** What a permanent exclusion means for this authority (R24, R36a). */
export interface ExclusionMeaning {
  readonly kind: 'local_duty' | 'held_by_authority' | 'tell_home_authority' | 'home_authority_unknown' | 'not_ours';
  /** The day-6 clock runs here. */
  readonly clock: boolean;
  /** The pupil counts to a partnership's quota; one excluded elsewhere belongs to no partnership. */
  readonly countsToQuota: boolean;
  readonly words: string;
}

/**
 * The home authority has the day-6 duty, wherever the school is (R24). While the home authority is
 * not known the clock runs here: an unknown address must not cost a pupil a day.
 */
export function meaningForAuthority({ thisAuthority, homeAuthority, schoolAuthority }: WhoseExclusion): ExclusionMeaning {
  const schoolIsHere = schoolAuthority === thisAuthority;
  if (homeAuthority === null) {
    return {
      kind: 'home_authority_unknown', clock: true, countsToQuota: schoolIsHere,
      words: 'Find out where the pupil lives: the home authority has the duty from day 6',
    };
  }
  if (homeAuthority === thisAuthority) {
    return schoolIsHere
      ? { kind: 'local_duty', clock: true, countsToQuota: true, words: 'Lives here and was excluded here: education is due from day 6' }
      : {
          kind: 'held_by_authority', clock: true, countsToQuota: false,
          words: 'Lives here, excluded elsewhere: education is due from day 6; held by the authority, outside every quota',
        };
  }
  return schoolIsHere
    ? { kind: 'tell_home_authority', clock: false, countsToQuota: false, words: 'Lives in another authority: tell the home authority, which has the duty from day 6' }
    : { kind: 'not_ours', clock: false, countsToQuota: false, words: 'Neither lives here nor was excluded here' };
}
