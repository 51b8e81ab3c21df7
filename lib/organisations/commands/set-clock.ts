import { z } from 'zod';
import { loadCalendars } from '@/lib/calendars/store';
import { dateInWords } from '@/lib/core/date-words';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import { agreementYear } from '@/lib/calendars/rules/academic-year';
import { dateColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { setClockInput } from '../input';

const authorityRow = z.object({ is_demonstration: z.boolean(), demonstration_today: dateColumn.nullable() });

/** Sets the day of a demonstration, for everybody in it. Only a day that the calendars know and on which somebody can still administer. */
export const setClock: Command<typeof setClockInput, { today: string }> = {
  name: 'clock.set',
  input: setClockInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const authority = await tx.row(authorityRow, sql`SELECT is_demonstration, demonstration_today FROM authority WHERE id = ${tx.authorityId} FOR UPDATE`);
    if (!authority?.is_demonstration) throw notFoundRefusal();
    const years = (await loadCalendars(tx)).years.filter((year) => year.isDefault).map((year) => agreementYear(year.academicYear));
    if (!years.some((year) => year.firstOn <= input.today && input.today <= year.lastOn)) {
      const [first, last] = [years[0], years.at(-1)];
      throw invalid('today', first && last ? `The calendars reach from ${dateInWords(first.firstOn)} to ${dateInWords(last.lastOn)}. Choose a day among them` : 'Add a calendar first');
    }
    const held = await tx.row(z.object({ found: z.boolean() }), sql`
      SELECT EXISTS (SELECT 1 FROM role_assignment WHERE person_id = ${tx.actor.personId}::uuid AND role = 'administrator'
                        AND first_on <= ${input.today}::date AND (last_on IS NULL OR last_on >= ${input.today}::date)) AS found`);
    if (!held?.found) throw invalid('today', 'You are not administrator on that day, so you could not set it back. Choose another day');
    await tx.execute(sql`UPDATE authority SET demonstration_today = ${input.today}::date WHERE id = ${tx.authorityId}`);
    return {
      outcome: { today: input.today },
      audit: { subjectKind: 'authority', subjectId: tx.authorityId, before: { today: authority.demonstration_today }, after: { today: input.today } },
    };
  },
};
