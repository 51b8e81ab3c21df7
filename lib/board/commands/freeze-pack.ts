import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { conflict, invalid, notFoundRefusal, stale } from '@/lib/core/refusal';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { freezePackInput } from '../input';
import { boardContent } from '../pack-content';
import { mayServeBoard } from '../policy';
import { packBytes } from '../rules/pack';

type Input = z.output<typeof freezePackInput>;
interface Meeting { readonly id: string; readonly title: string; readonly meetsOn: CalendarDate; readonly packs: number }

/**
 * Freezes the Board's figures, decisions and risks as a pack of a meeting: the first makes the meeting, each further one is
 * a correction with a note. The database lets no path change it afterwards.
 */
export const freezePack: Command<typeof freezePackInput, { packId: string }> = {
  name: 'board_pack.freeze',
  input: freezePackInput,
  handle: async (tx, input) => {
    if (!mayServeBoard(tx.actor)) throw notFoundRefusal();
    const personId = tx.actor.personId;
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('board_pack ' || ${tx.authorityId}::text))`);
    const meeting = input.meetingId === null ? await begin(tx, input, personId) : await held(tx, input.meetingId);
    if (input.meetingId !== null && meeting.packs !== input.version) {
      throw stale('Somebody froze a further pack of this meeting while you had the page open. Nothing of yours was saved. Open the latest pack first', []);
    }
    if (input.meetingId !== null && input.note === '') throw invalid('note', 'Say what is corrected');
    const number = meeting.packs + 1;
    const bytes = packBytes(await boardContent(tx, { title: meeting.title, meetsOn: meeting.meetsOn, number, note: input.note }));
    const made = await tx.row(z.object({ id: uuidColumn }), sql`
      INSERT INTO board_pack (authority_id, meeting_id, number, note, bytes, sha256, frozen_by, frozen_at)
      VALUES (${tx.authorityId}, ${meeting.id}::uuid, ${number}, ${input.note}, ${bytes}, ${createHash('sha256').update(bytes).digest('hex')}, ${personId}::uuid, ${tx.now})
      RETURNING id`);
    const packId = made?.id ?? '';
    return { outcome: { packId }, audit: { subjectKind: 'board_pack', subjectId: packId, reason: input.note, after: { version: number } } };
  },
};

async function begin(tx: WriteTx, { title, meetsOn }: Input, personId: string): Promise<Meeting> {
  if (title === '') throw invalid('title', 'Enter the title of the meeting');
  if (meetsOn === null) throw invalid('meetsOn', 'Enter the date of the meeting');
  const taken = await tx.row(z.object({ id: uuidColumn }), sql`SELECT id FROM board_meeting WHERE meets_on = ${meetsOn}::date AND title = ${title}`);
  if (taken) throw conflict('This meeting has a pack already', ['Open the pack and freeze a correction there']);
  const made = await tx.row(z.object({ id: uuidColumn }), sql`
    INSERT INTO board_meeting (authority_id, title, meets_on, recorded_by, recorded_at) VALUES (${tx.authorityId}, ${title}, ${meetsOn}::date, ${personId}::uuid, ${tx.now}) RETURNING id`);
  return { id: made?.id ?? '', title, meetsOn, packs: 0 };
}

const meetingRow = z.object({ id: uuidColumn, title: textColumn, meets_on: dateColumn, packs: z.number() });

async function held(tx: WriteTx, meetingId: string): Promise<Meeting> {
  const row = await tx.row(meetingRow, sql`
    SELECT m.id, m.title, m.meets_on, (SELECT count(*)::int FROM board_pack k WHERE k.authority_id = m.authority_id AND k.meeting_id = m.id) AS packs
      FROM board_meeting m WHERE m.id = ${meetingId}::uuid`);
  if (!row) throw notFoundRefusal();
  return { id: row.id, title: row.title, meetsOn: row.meets_on, packs: row.packs };
}
