import type { Month } from '@/lib/charges/rules/months';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { entered } from '../entered';
import { noteMonthInput } from '../input';
import { mayReadMonitor } from '../policy';

/** Records what the monitoring group decided on a month's figures, or why a line is off its budget. */
export const noteMonth: Command<typeof noteMonthInput, { month: Month; kind: 'reason' | 'decision' }> = {
  name: 'monitor.note',
  input: noteMonthInput,
  handle: async (tx, { month, noteKind, line, notedOn, who, words }) => {
    if (!mayReadMonitor(tx.actor)) throw notFoundRefusal();
    if (noteKind === 'reason' && line === null) throw invalid('line', 'Choose the line that the reason is for');
    if (notedOn > tx.today) throw invalid('notedOn', 'Date must be today or earlier');
    const id = await entered(tx, sql`
      INSERT INTO monitor_note (authority_id, month, kind, line, noted_on, who, words, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${month}, ${noteKind}, ${line}, ${notedOn}::date, ${who}, ${words}, ${tx.actor.personId}::uuid, ${tx.now}) RETURNING id`);
    return { outcome: { month, kind: noteKind }, audit: { subjectKind: 'monitor_note', subjectId: id, after: { month, noteKind } } };
  },
};
