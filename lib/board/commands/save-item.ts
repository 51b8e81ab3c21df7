import { z } from 'zod';
import { changedMeanwhile, type Standing } from '@/lib/core/changed-meanwhile';
import { invalid, invalidAll, notFoundRefusal } from '@/lib/core/refusal';
import { uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql, sqlEmpty } from '@/lib/server/unit-of-work';
import { saveItemInput } from '../input';
import { mayServeBoard } from '../policy';
import { itemProblems } from '../rules/item-problems';
import { itemById } from '../store';
import type { BoardItem } from '../types';

type Input = z.output<typeof saveItemInput>;

/** Enters a decision or risk for the Governance Board, or how it stands now. Earlier versions stay on record. */
export const saveItem: Command<typeof saveItemInput, { itemId: string }> = {
  name: 'board_item.save',
  input: saveItemInput,
  check: async (tx, fields) => itemProblems(fields, tx.today),
  handle: async (tx, input) => {
    if (!mayServeBoard(tx.actor)) throw notFoundRefusal();
    const problems = itemProblems(input, tx.today);
    if (problems.length > 0) throw invalidAll(problems);
    const before = input.itemId === null ? null : await held(tx, input.itemId);
    if (before && before.version !== input.version) throw changedMeanwhile('decision or risk', standing(before, input));
    if (before && before.kind !== input.itemKind) throw invalid('itemKind', `It was entered as a ${before.kind}. Enter another one instead`);
    const version = (before?.version ?? 0) + 1;
    const itemId = await insert(tx, input, version, before);
    return {
      outcome: { itemId },
      audit: {
        subjectKind: 'board_item', subjectId: itemId, ...(before ? { before: { state: before.state, version: before.version } } : {}),
        after: { kind: input.itemKind, state: input.itemState, version },
      },
    };
  },
};

/** As it stands, held until the end. */
async function held(tx: WriteTx, itemId: string): Promise<BoardItem> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('board_item ' || ${itemId}::text))`);
  const item = await itemById(tx, itemId);
  if (!item) throw notFoundRefusal();
  return item;
}

async function insert(tx: WriteTx, input: Input, version: number, before: BoardItem | null): Promise<string> {
  const made = await tx.row(z.object({ item_id: uuidColumn }), sql`
    INSERT INTO board_item (authority_id, ${before ? sql`item_id,` : sqlEmpty} version, kind, state, title, words, owner, entered_on, due_on, settled_on, outcome, recorded_by, recorded_at)
    VALUES (${tx.authorityId}, ${before ? sql`${before.itemId}::uuid,` : sqlEmpty} ${version}, ${input.itemKind}, ${input.itemState}, ${input.title}, ${input.words}, ${input.owner},
           ${before?.enteredOn ?? tx.today}::date, ${input.dueOn}::date, ${input.settledOn}::date, ${input.outcome}, ${tx.actor?.personId ?? null}::uuid, ${tx.now})
    RETURNING item_id`);
  return made?.item_id ?? '';
}

function standing(now: BoardItem, yours: Input): Standing[] {
  return [
    ['In one line', now.title, yours.title], ['What the Board must know', now.words, yours.words], ['Owner', now.owner, yours.owner], ['How it stands', now.state, yours.itemState],
    ['Due', now.dueOn, yours.dueOn], ['Settled', now.settledOn, yours.settledOn], ['How it was settled', now.outcome, yours.outcome],
  ];
}
