import { z } from 'zod';
import { freezePack } from '@/lib/board/commands/freeze-pack';
import { saveItem } from '@/lib/board/commands/save-item';
import { calendarDate } from '@/lib/core/calendar-date';
import { type Actor, type Role, ROLE_NAMES } from '@/lib/core/roles';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { readUnit, sql } from '@/lib/server/unit-of-work';
import { act, callerAs } from '../charges/run-months';
import { TODAY } from '../demonstration/authorities';

const personRow = z.object({ id: uuidColumn, name: textColumn, email: textColumn, role: z.enum(['administrator', 'commissioner']) });

/** The people of one council who keep the Board's measures, decisions and risks. */
export async function boardPeople(authorityId: string): Promise<Readonly<Record<'administrator' | 'commissioner', Actor>>> {
  const rows = await readUnit(callerAs(authorityId, null, TODAY), (tx) => tx.rows(personRow, sql`
    SELECT p.id, p.name, p.email, r.role FROM person p JOIN role_assignment r ON r.authority_id = p.authority_id AND r.person_id = p.id
     WHERE r.role IN ('administrator', 'commissioner')`));
  const actorOf = (role: Role): Actor => {
    const row = rows.find((one) => one.role === role);
    if (!row) throw new RangeError(`Authority ${authorityId} has no ${ROLE_NAMES[role]}`);
    return { personId: row.id, name: row.name, email: row.email, roles: [{ role, establishmentId: null, partnershipId: null, providerId: null }] };
  };
  return { administrator: actorOf('administrator'), commissioner: actorOf('commissioner') };
}

/** The meeting of which the demonstration has a pack, and the decision that was taken at it. */
export const MEETING = { title: 'Autumn term meeting (invented)', meetsOn: calendarDate('2025-12-11') };

/** On the day of the meeting, with what was there by then. */
export async function freezeMeeting(authorityId: string, commissioner: Actor): Promise<void> {
  await act(freezePack, callerAs(authorityId, commissioner, MEETING.meetsOn), { meetingId: '', version: '0', ...MEETING, note: '' });
}

const INVENTED = 'Invented for the demonstration.';

/** Two decisions and two risks, entered on days of their own. */
const ITEMS = [
  {
    enteredOn: '2025-11-17', itemKind: 'decision', itemState: 'taken', title: 'Report exclusions by the term', owner: ROLE_NAMES.commissioner, dueOn: '2025-12-12', settledOn: '2025-12-11',
    words: `${INVENTED} Numbers by the month are so small that they tell of single pupils.`, outcome: `${INVENTED} The Board reads permanent exclusions by the term, and asks for a sentence where a partnership is shown as [c].`,
  },
  {
    enteredOn: '2026-02-09', itemKind: 'decision', itemState: 'needed', title: 'Which partnership tries a place in a member school first', owner: ROLE_NAMES.commissioner, dueOn: '2026-03-19', settledOn: '',
    words: `${INVENTED} A trial of one school year, with a report of its effect after two terms.`, outcome: '',
  },
  {
    enteredOn: '2026-01-12', itemKind: 'risk', itemState: 'open', title: 'Free places may run out before the summer term', owner: ROLE_NAMES.placement_officer, dueOn: '2026-03-27', settledOn: '',
    words: `${INVENTED} Chairs are warned when one place is left; planned ends are looked at each fortnight.`, outcome: '',
  },
  {
    enteredOn: '2026-02-02', itemKind: 'risk', itemState: 'open', title: 'Attendance in AP is not collected yet', owner: ROLE_NAMES.pru_head, dueOn: '2026-05-01', settledOn: '',
    words: `${INVENTED} Until it is, the Board cannot judge whether pupils attend. Providers are asked for weekly returns.`, outcome: '',
  },
] as const;

export async function enterItems(authorityId: string, commissioner: Actor, when: 'before the meeting' | 'after the meeting'): Promise<void> {
  for (const { enteredOn, ...item } of ITEMS) {
    const day = calendarDate(enteredOn);
    if ((day <= MEETING.meetsOn) !== (when === 'before the meeting')) continue;
    if (item.itemState !== 'taken') {
      await act(saveItem, callerAs(authorityId, commissioner, day), { itemId: '', version: '0', ...item });
      continue;
    }
    const { itemId } = await act(saveItem, callerAs(authorityId, commissioner, day), { itemId: '', version: '0', ...item, itemState: 'needed', settledOn: '', outcome: '' });
    await act(saveItem, callerAs(authorityId, commissioner, calendarDate(item.settledOn)), { itemId, version: '1', ...item });
  }
}
