import { dateInWords } from '@/lib/core/date-words';
import type { Actor } from '@/lib/core/roles';
import type { EntryRights } from '@/lib/pupils/enter-pupil';
import type { PupilMatch } from '@/lib/pupils/match-pupil';
import { yearGroupInWords } from '@/lib/pupils/rules/year-group';
import { mayUsePupilOf } from './policy';

/** What a person may do with, and be told of, a pupil on record: officers everything, a head only about pupils of their own school. */
export function entryRightsOf(actor: Actor): EntryRights {
  const mayUse = (match: PupilMatch): boolean => mayUsePupilOf(actor, match.school_ids);
  return {
    mayUse,
    describe: (match) => {
      const who = `${match.first_name} ${match.last_name}, born ${dateInWords(match.born_on)},`;
      if (!mayUse(match)) return `A pupil called ${who}`;
      const school = match.school_names.length > 0 ? ` at ${match.school_names.join(' and ')}` : '';
      return `${who} ${yearGroupInWords(match.year_group)}${school}, ${match.reference},`;
    },
  };
}
