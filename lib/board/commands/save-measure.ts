import { z } from 'zod';
import { changedMeanwhile, type Standing } from '@/lib/core/changed-meanwhile';
import { notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import { uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql, sqlEmpty } from '@/lib/server/unit-of-work';
import { saveMeasureInput } from '../input';
import { CATALOGUE } from '../rules/catalogue';
import { type MeasureVersion, measureVersions } from '../store';

type Input = z.output<typeof saveMeasureInput>;

/** Adds a measure of the Governance Board, or a further version of one. Earlier versions stay on record. */
export const saveMeasure: Command<typeof saveMeasureInput, { measureId: string }> = {
  name: 'measure.save',
  input: saveMeasureInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const before = input.measureId === null ? null : await lastVersion(tx, input.measureId);
    if (before && before.version !== input.version) throw changedMeanwhile('measure', standing(before, input));
    const measureId = await insert(tx, input, (before?.version ?? 0) + 1);
    return {
      outcome: { measureId },
      audit: {
        subjectKind: 'board_measure', subjectId: measureId, reason: input.reason, ...(before ? { before: { name: before.name, version: before.version } } : {}),
        after: { name: input.name, version: (before?.version ?? 0) + 1 },
      },
    };
  },
};

/** The version that holds, with the measure held until the end: two who save come one after the other. */
async function lastVersion(tx: WriteTx, measureId: string): Promise<MeasureVersion> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('board_measure ' || ${measureId}::text))`);
  const [last] = await measureVersions(tx, measureId);
  if (!last) throw notFoundRefusal();
  return last;
}

async function insert(tx: WriteTx, input: Input, version: number): Promise<string> {
  const made = await tx.row(z.object({ measure_id: uuidColumn }), sql`
    INSERT INTO board_measure (authority_id, ${input.measureId === null ? sqlEmpty : sql`measure_id,`} version, name, definition, numerator, denominator, calculation, direction,
           baseline_thousandths, baseline_on, baseline_source, target_thousandths, target_on, owner, display_order, shown_from, shown_to, reason, recorded_by, recorded_at)
    VALUES (${tx.authorityId}, ${input.measureId === null ? sqlEmpty : sql`${input.measureId}::uuid,`} ${version}, ${input.name}, ${input.definition}, ${input.numerator},
           ${input.denominator}, ${input.calculation}, ${input.direction}, ${input.baseline}, ${input.baselineOn}::date, ${input.baselineSource}, ${input.target},
           ${input.targetOn}::date, ${input.owner}, ${input.displayOrder}, ${input.shownFrom}::date, ${input.shownTo}::date, ${input.reason},
           ${tx.actor?.personId ?? null}::uuid, ${tx.now})
    RETURNING measure_id`);
  return made?.measure_id ?? '';
}

function standing(now: MeasureVersion, yours: Input): Standing[] {
  const kept = (held: MeasureVersion['target']): number | null => held?.value ?? null;
  const typed = (thousandths: number | null): number | null => (thousandths === null ? null : thousandths / 1000);
  return [
    ['Name', now.name, yours.name], ['Definition', now.definition, yours.definition], ['What is counted', now.numerator, yours.numerator],
    ['Out of', now.denominator, yours.denominator], ['Calculation', CATALOGUE[now.calculation].title, CATALOGUE[yours.calculation].title], ['Better is', now.direction, yours.direction],
    ['Baseline', kept(now.baseline), typed(yours.baseline)], ['Date of the baseline', now.baseline?.on ?? null, yours.baselineOn],
    ['Where the baseline is from', now.baselineSource, yours.baselineSource], ['Target', kept(now.target), typed(yours.target)],
    ['Date of the target', now.target?.on ?? null, yours.targetOn], ['Owner', now.owner, yours.owner], ['Place in the list', now.order, yours.displayOrder],
    ['First day shown', now.shownFrom, yours.shownFrom], ['Last day shown', now.shownTo, yours.shownTo],
  ];
}
