import { z } from 'zod';
import { enterMainRoll, insertReferral, schoolThatCounts } from '@/lib/exclusions/enter-exclusion';
import { recordEvent } from '@/lib/placements/change';
import { countingKindOf } from '@/lib/placements/counting';
import { refreshReferral } from '@/lib/placements/referral-state';
import { uuidColumn } from '@/lib/server/columns';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { enterPupils, type WithPupil } from './enter-pupils';
import { OutcomeList, type RowOutcomes } from './row-outcome';
import { inSavepoint } from './row-savepoint';
import { decidePlacement } from './rules/decide';
import { readPlacements } from './rules/placement-rows';
import { Repeats } from './rules/repeats';
import { problemAt } from './rules/row-reader';
import { placementsOf } from './store';
import type { FileRow, KnownWords, PlacementFact } from './types';

type Row = WithPupil<PlacementFact>;
const made = z.object({ id: uuidColumn });
const referralRow = z.object({ id: uuidColumn, establishment_id: uuidColumn.nullable() });

/** Writes the placements of a file, row by row, under the locks of placement changes. The database has the last word on each. */
export async function writePlacements(tx: WriteTx, importId: string, rows: readonly FileRow[], known: KnownWords): Promise<RowOutcomes> {
  const read = readPlacements(rows, known);
  const { entered, problems } = await enterPupils(tx, 'placements', read.facts, read.facts.map(({ fact }) => fact.siteId));
  const list = new OutcomeList([...read.problems, ...problems]);
  const onRecord = await placementsOf(tx, entered.map((one) => one.pupilId));
  const repeats = new Repeats('placements', 'site');
  for (const one of entered) {
    const { row, fact } = one;
    const firstOn = fact.startedOn ?? fact.plannedFirstOn;
    const seen = repeats.look(row, [one.pupilId, fact.siteId, fact.placeKind, firstOn].join(' '), [fact.route, fact.shareTenths, fact.startedOn, fact.plannedLastOn].join(' '));
    const decision = decidePlacement(fact, onRecord.get(one.pupilId) ?? []);
    if (typeof seen === 'object') list.refuse(seen);
    else if (decision.kind === 'problem') list.refuse(problemAt('placements', row, decision.key, decision.problem, decision.toDo));
    else if (decision.kind === 'unchanged') list.keep(row, { subjectKind: 'placement', subjectId: decision.subjectId });
    else if (seen === 'same') list.keep(row);
    else await create(tx, importId, one, known, list);
  }
  return list.all();
}

async function create(tx: WriteTx, importId: string, one: Row, known: KnownWords, list: OutcomeList): Promise<void> {
  const siteName = known.sites.find((site) => site.id === one.fact.siteId)?.name ?? '';
  const result = await inSavepoint(tx, siteName, async () => {
    const referral = await referralFor(tx, one);
    if (referral === null) return null;
    const placementId = await insertPlacement(tx, importId, one, referral);
    await refreshReferral(tx, referral.id);
    await enterRolls(tx, one);
    return { placementId, referral };
  });
  if ('refused' in result) list.refuse(problemAt('placements', one.row, result.refused.key, result.refused.problem, result.refused.toDo));
  else if (result.value === null) {
    list.refuse(problemAt('placements', one.row, 'route', 'No permanent exclusion of this pupil, up to the start of the place, is on record', 'Import the file of exclusions first, or correct the route or the start'));
  } else {
    const { placementId, referral } = result.value;
    list.make(one.row, [
      { subjectKind: 'placement', subjectId: placementId },
      ...(one.isNew ? [{ subjectKind: 'pupil' as const, subjectId: one.pupilId }] : []),
      ...(referral.isNew ? [{ subjectKind: 'referral' as const, subjectId: referral.id }] : []),
    ]);
  }
}

interface Referral { readonly id: string; readonly establishmentId: string | null; readonly isNew: boolean }

/** The request the place answers: the one on record by the same route, else a new one. Null when an exclusion is missing. */
async function referralFor(tx: WriteTx, { fact, pupilId }: Row): Promise<Referral | null> {
  const firstOn = fact.startedOn ?? fact.plannedFirstOn;
  const open = await tx.row(referralRow, sql`
    SELECT r.id, r.establishment_id FROM referral r
      LEFT JOIN permanent_exclusion x ON x.authority_id = r.authority_id AND x.id = r.exclusion_id
     WHERE r.pupil_id = ${pupilId}::uuid AND r.route = ${fact.route} AND r.state <> 'closed'
       AND (r.exclusion_id IS NULL OR (x.excluded_on <= ${firstOn}::date AND x.state IN ('recorded', 'upheld')))
     ORDER BY r.received_on DESC, r.reference DESC LIMIT 1`);
  if (open) return { id: open.id, establishmentId: open.establishment_id, isNew: false };
  const exclusion = fact.route === 'permanent_exclusion' ? await tx.row(made, sql`
    SELECT id FROM permanent_exclusion WHERE pupil_id = ${pupilId}::uuid AND excluded_on <= ${firstOn}::date AND state IN ('recorded', 'upheld')
     ORDER BY excluded_on DESC, reference DESC LIMIT 1`) : null;
  if (fact.route === 'permanent_exclusion' && exclusion === null) return null;
  const counts = fact.route === 'authority_placed' || exclusion !== null ? null : await schoolThatCounts(tx, fact.schoolId, fact.pupil.yearGroup, firstOn);
  const id = await insertReferral(tx, {
    pupilId, route: fact.route, exclusionId: exclusion?.id ?? null, establishmentId: counts, receivedOn: firstOn < tx.today ? firstOn : tx.today,
    wantedFrom: firstOn, shareTenths: fact.shareTenths, askedFor: 'Open placement from an import', needs: [],
  });
  return { id, establishmentId: counts, isNew: true };
}

async function insertPlacement(tx: WriteTx, importId: string, { fact, pupilId }: Row, referral: Referral): Promise<string> {
  const row = await tx.row(made, sql`
    INSERT INTO placement (authority_id, pupil_id, referral_id, site_id, place_kind, counting_kind, attributed_establishment_id, share_tenths,
                           planned_first_on, planned_last_on, started_on, state, why_suits, decided_at, decided_by, import_id)
    VALUES (${tx.authorityId}, ${pupilId}::uuid, ${referral.id}::uuid, ${fact.siteId}::uuid, ${fact.placeKind}, ${countingKindOf(fact.route, referral.establishmentId)},
            ${referral.establishmentId}::uuid, ${fact.shareTenths}, ${fact.plannedFirstOn}::date, ${fact.plannedLastOn}::date, ${fact.startedOn}::date,
            ${fact.startedOn === null ? 'accepted' : 'started'}, 'Open placement from an import', ${tx.now}, ${tx.actor?.personId ?? null}::uuid, ${importId}::uuid)
    RETURNING id`);
  if (!row) throw new Error('The placement was not saved');
  await recordEvent(tx, row.id, null, { act: 'import', actId: importId });
  return row.id;
}

/** The home school's main roll for a pupil who is on none (R35), and the site's subsidiary roll once started (R52). */
async function enterRolls(tx: WriteTx, { fact, pupilId }: Row): Promise<void> {
  const firstOn = fact.startedOn ?? fact.plannedFirstOn;
  if (fact.schoolId !== null) {
    const none = await tx.row(made, sql`SELECT id FROM roll_entry WHERE pupil_id = ${pupilId}::uuid AND status = 'main' LIMIT 1`);
    if (none === null) await enterMainRoll(tx, pupilId, fact.schoolId, firstOn < tx.today ? firstOn : tx.today);
  }
  if (fact.startedOn === null) return;
  await tx.execute(sql`
    INSERT INTO roll_entry (authority_id, pupil_id, establishment_id, status, first_on)
    SELECT s.authority_id, ${pupilId}::uuid, v.establishment_id, 'subsidiary', ${fact.startedOn}::date
      FROM site s JOIN provider v ON v.authority_id = s.authority_id AND v.id = s.provider_id
     WHERE s.id = ${fact.siteId}::uuid AND v.establishment_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM roll_entry r WHERE r.pupil_id = ${pupilId}::uuid AND r.establishment_id = v.establishment_id AND r.last_on IS NULL)`);
}
