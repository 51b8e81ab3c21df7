import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { type FieldProblem, invalidAll, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { changeSettingInput } from '../input';
import { isSettingName, KNOWN_SETTINGS, type SettingName } from '../rules/known-settings';
import { loadSettings } from '../settings';

type Fields = Partial<z.output<typeof changeSettingInput>>;

/**
 * Gives a setting another value from a day on. What happened before that day is judged by the value of its own day
 * (R1), so no day that is over can be chosen, and a value once recorded stays. A second entry for the same day
 * replaces the first, which stays on record as replaced.
 */
export const changeSetting: Command<typeof changeSettingInput, { name: SettingName }> = {
  name: 'setting.change',
  input: changeSettingInput,
  check: async (tx, fields) => settingProblems(fields, tx.today),
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    if (KNOWN_SETTINGS[input.setting].range === null) throw notFoundRefusal();
    const problems = settingProblems(input, tx.today);
    if (problems.length > 0) throw invalidAll(problems);
    const before = (await loadSettings(tx))[input.setting];
    const value = Number(input.value);
    const recorded = await tx.row(z.object({ id: z.string() }), sql`
      INSERT INTO setting (authority_id, name, value, first_on, source, recorded_at)
      VALUES (${tx.authorityId}, ${input.setting}, to_jsonb(${value}::int), ${input.firstOn}::date, ${input.reason}, ${tx.now}) RETURNING id`);
    if (!recorded) throw notFoundRefusal();
    return {
      outcome: { name: input.setting },
      audit: {
        subjectKind: 'setting', subjectId: recorded.id, reason: input.reason,
        before: { [input.setting]: before }, after: { [input.setting]: value, firstOn: input.firstOn },
      },
    };
  },
};

/** What is wrong with the fields that could be read: a value outside the range of its setting, a day that is over. */
function settingProblems({ setting, value, firstOn }: Fields, today: CalendarDate): FieldProblem[] {
  const known = isSettingName(setting) ? KNOWN_SETTINGS[setting] : undefined;
  const number = value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  const isWrong = value !== undefined && known?.range && !(number >= known.range.least && number <= known.range.most);
  return [
    ...(isWrong && known?.range ? [{ field: 'value', message: `${known.title} must be a whole number from ${known.range.least} to ${known.range.most.toLocaleString('en-GB')}` }] : []),
    ...(firstOn !== undefined && firstOn < today ? [{ field: 'firstOn', message: `First day must be ${dateInWords(today)} or later` }] : []),
  ];
}
