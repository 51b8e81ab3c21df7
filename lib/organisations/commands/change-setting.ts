import { z } from 'zod';
import { dateInWords } from '@/lib/core/date-words';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { changeSettingInput } from '../input';
import { KNOWN_SETTINGS, type SettingName } from '../rules/known-settings';
import { loadSettings } from '../settings';

/**
 * Gives a setting another value from a day on. What happened before that day is judged by the value of its own day
 * (R1), so no day that is over can be chosen, and a value once recorded stays.
 */
export const changeSetting: Command<typeof changeSettingInput, { name: SettingName }> = {
  name: 'setting.change',
  input: changeSettingInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const { range, title } = KNOWN_SETTINGS[input.setting];
    if (range === null) throw notFoundRefusal();
    if (input.value < range.least || input.value > range.most) throw invalid('value', `${title} must be a whole number from ${range.least} to ${range.most}`);
    if (input.firstOn < tx.today) throw invalid('firstOn', `First day must be ${dateInWords(tx.today)} or later`);
    const before = (await loadSettings(tx))[input.setting];
    const recorded = await tx.row(z.object({ id: z.string() }), sql`
      INSERT INTO setting (authority_id, name, value, first_on, source, recorded_at)
      VALUES (${tx.authorityId}, ${input.setting}, to_jsonb(${input.value}::int), ${input.firstOn}::date, ${input.reason}, ${tx.now})
      ON CONFLICT (authority_id, name, first_on) DO NOTHING RETURNING id`);
    if (!recorded) throw invalid('firstOn', `A value from ${dateInWords(input.firstOn)} is recorded already and stays on record. Choose another day`);
    return {
      outcome: { name: input.setting },
      audit: {
        subjectKind: 'setting', subjectId: recorded.id, reason: input.reason,
        before: { [input.setting]: before }, after: { [input.setting]: input.value, firstOn: input.firstOn },
      },
    };
  },
};
