import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type FieldProblem, type Refusal, Refused } from '@/lib/core/refusal';
import { type AuditEntry, auditJson, noteInAudit } from './audit';
import { subjectOf, whyRefused } from './refused-subject';
import { isRetryable } from './sql-errors';
import { actUnit, type Caller, type ReadTx, type WriteTx, readUnit, sql } from './unit-of-work';
import { inFieldOrder, validFields } from './valid-fields';

/**
 * An act of the product. `handle` runs in one transaction, in this order: lock, authorise on the loaded row,
 * decide by pure rules, apply where id and version, audit. It throws `Refused` to roll back.
 */
export interface Command<Input extends z.ZodType, Outcome> {
  /** `placement.proposed`: noun and what happened to it. */
  readonly name: string;
  readonly input: Input;
  /**
   * Every problem that takes the record or the day to see, over the fields that could be read. `handle` refuses them;
   * the runner asks it too when the form has other problems, so that one sending shows all. `typed` is the form as it
   * came, for forms with rows of which some can be read.
   */
  readonly check?: (tx: ReadTx, fields: Partial<z.output<Input>>, typed: unknown) => Promise<readonly FieldProblem[]>;
  readonly handle: (tx: WriteTx, input: z.output<Input>) => Promise<Handled<Outcome>>;
}

export interface Handled<Outcome> {
  readonly outcome: Outcome;
  readonly audit: Omit<AuditEntry, 'act'> | readonly Omit<AuditEntry, 'act'>[];
}

export type CommandResult<Outcome> = { readonly ok: true; readonly outcome: Outcome } | { readonly ok: false; readonly refusal: Refusal };

const MOST_TRIES = 5;

/**
 * Runs a command once for a form's key: a repeat gets the first outcome, a concurrent repeat waits for it.
 * Outcomes must survive JSON. Anything thrown that is not a refusal is a bug and passes through.
 */
export async function runCommand<Input extends z.ZodType, Outcome>(
  command: Command<Input, Outcome>, caller: Caller, raw: unknown, key: string,
): Promise<CommandResult<Outcome>> {
  const parsed = command.input.safeParse(raw);
  if (!parsed.success) return { ok: false, refusal: { kind: 'invalid', problems: await allProblems(command, caller, raw, problemsOf(parsed.error)) } };
  const hash = createHash('sha256').update(JSON.stringify(raw, withoutSecrets)).digest('hex');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { ok: true, outcome: await once(command, caller, parsed.data, key, hash) };
    } catch (thrown) {
      if (thrown instanceof Refused) {
        await recordRefusal(command.name, caller, thrown.refusal, raw);
        return { ok: false, refusal: thrown.refusal };
      }
      if (!isRetryable(thrown) || attempt >= MOST_TRIES) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 5 * attempt + (Number.parseInt(hash.slice(0, 2), 16) % 20)));
    }
  }
}

/** The problems of shape, and at the other fields those that the command's own check finds. */
async function allProblems<Input extends z.ZodType, Outcome>(
  { check, input }: Command<Input, Outcome>, caller: Caller, raw: unknown, ofShape: readonly FieldProblem[],
): Promise<FieldProblem[]> {
  if (!check) return [...ofShape];
  const further = await readUnit(caller, (tx) => check(tx, validFields(input, raw), raw));
  return inFieldOrder(input, [...ofShape, ...further.filter((one) => !ofShape.some((known) => known.field === one.field))]);
}

/** A password never enters the hash that is kept with the receipt. */
function withoutSecrets(key: string, value: unknown): unknown {
  return /password/i.test(key) ? undefined : value;
}

async function once<Input extends z.ZodType, Outcome>(
  command: Command<Input, Outcome>, caller: Caller, input: z.output<Input>, key: string, hash: string,
): Promise<Outcome> {
  return actUnit(caller, { key, command: command.name, inputHash: hash }, async (tx, isFirst) => {
    if (!isFirst) return (await earlierOutcome(tx, command.name, key, hash)) as Outcome;
    const { outcome, audit } = await command.handle(tx, input);
    const entries = (Array.isArray(audit) ? audit : [audit]).map((entry) => ({ ...entry, act: command.name }));
    await tx.execute(sql`
      SELECT end_act(${key}::uuid, ${JSON.stringify(outcome ?? null)}::jsonb, ${tx.actor?.personId ?? null}::uuid, ${tx.now}, ${auditJson(entries)}::jsonb)`);
    return outcome;
  });
}

const receiptRow = z.object({ command: z.string(), input_hash: z.string(), actor_id: z.string().nullable(), outcome: z.unknown() });

/** What an act with this key led to before. The same person too: a repeat is answered without asking again who may do this. */
async function earlierOutcome(tx: ReadTx, command: string, key: string, hash: string): Promise<unknown> {
  const earlier = await tx.row(receiptRow, sql`SELECT command, input_hash, actor_id, outcome FROM command_receipt WHERE authority_id = ${tx.authorityId} AND key = ${key}::uuid`);
  if (!earlier || earlier.command !== command || earlier.input_hash !== hash || earlier.actor_id !== (tx.actor?.personId ?? null)) {
    throw new Refused({ kind: 'expired', message: 'This page was already used for another entry. Open it again and enter the change there.' });
  }
  return earlier.outcome;
}

async function recordRefusal(name: string, caller: Caller, refusal: Refusal, raw: unknown): Promise<void> {
  await noteInAudit(caller, 'refused', { act: name, ...subjectOf(name, raw), after: whyRefused(refusal) });
}

function problemsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({ field: issue.path.length > 0 ? issue.path.join('-') : null, message: issue.message }));
}
