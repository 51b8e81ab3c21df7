import { addressOf, type World } from '@/scripts/run/worlds';
import { authoriseOverNumber, buildSite, setPlaces } from '@/tests/support/builders/places';
import { fileOf, lineOf } from '@/tests/support/builders/import-files';
import { buildPlacements, buildWaiting, type PlacementChanges } from '@/tests/support/builders/pupils';
import { calendarDate } from '@/lib/core/calendar-date';
import { valuesOf } from './database';
import { cancelled, rowsOf, setBack } from './placement-rows';
import { formOf } from './html-forms';
import { act, each, ledTo, open, postFields } from './http';
import { type RaceCouncil, RACERS } from './race-council';

/** A form that each officer has open, for a pupil of their own. */
export interface OpenForm {
  readonly path: string;
  readonly actionId: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Fifty officers with a form each, and one place left for all of them. */
export interface Race {
  readonly siteId: string;
  /** The form of each officer; the next round's once the last was taken back. */
  readonly forms: () => readonly OpenForm[];
  /** Takes back what the winner of a round did, so that the same place is there for the next. */
  readonly takeBack: (winner: number, round: number) => Promise<void>;
}

type RacePath = (world: World, council: RaceCouncil) => Promise<Race>;

/** Opens a page as the first officer and takes its form with everything that the page put into it. */
export async function opened(world: World, council: RaceCouncil, path: string, submit: RegExp): Promise<OpenForm> {
  const { status, body } = await open({ address: addressOf(world), path: `/${council.slug}${path}`, cookie: council.officers[0] });
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  const { actionId, fields } = formOf(body, submit);
  if (actionId === null) throw new Error(`${path} has no server action behind ${String(submit)}`);
  return { path: `/${council.slug}${path}`, actionId, fields: Object.fromEntries([...fields].filter(([name]) => !name.startsWith('$'))) };
}

const forEach = (form: OpenForm, name: string, ids: readonly string[], typed: Readonly<Record<string, string>> = {}): OpenForm[] =>
  ids.map((id) => ({ ...form, fields: { ...form.fields, ...typed, [name]: id } }));

const SITE = 'Rowan';

/** Races for the place by forms of placements, each a pupil's own; what the winner changed is set back row by row. */
async function changing(world: World, siteId: string, ids: readonly string[], form: OpenForm, typed: Readonly<Record<string, string>>): Promise<Race> {
  const before = await rowsOf(world, ids);
  const forms = forEach(form, 'placementId', ids, typed);
  return { siteId, forms: () => forms, takeBack: (winner) => setBack(world, ids[winner] ?? '', before.get(ids[winner] ?? '')) };
}

async function proposals(world: World, council: RaceCouncil, siteId: string): Promise<Race> {
  const pupils = await buildWaiting(council, RACERS);
  const path = `/officer/waiting/${pupils[0]?.referralId}/place/check?from=2026-03-09&to=2026-07-17&share=10&kind=day6&site=rowan`;
  const forms = forEach(await opened(world, council, path, /^Confirm/), 'referralId', pupils.map(({ referralId }) => referralId), { whySuits: 'Small groups' });
  return { siteId, forms: () => forms, takeBack: (winner) => cancelled(world, 'pupil_id', pupils[winner]?.pupilId ?? '') };
}

const placed = async (council: RaceCouncil, siteId: string, changes: PlacementChanges): Promise<string[]> =>
  buildPlacements(council, siteId, await buildWaiting(council, RACERS), changes);

interface Undoable { readonly page: string; readonly typed: Readonly<Record<string, string>> }

/** Every officer ends or cancels the placement of a pupil; then each wants to take that back. A winner ends it once more. */
async function undoing(world: World, council: RaceCouncil, siteId: string, ids: readonly string[], { page, typed }: Undoable): Promise<Race> {
  const doIt = async (placementIds: readonly string[]): Promise<void> =>
    postAll(world, council, forEach(await opened(world, council, `/officer/placements/${placementIds[0]}/${page}`, /^Confirm/), 'placementId', placementIds, typed));
  await doIt(ids);
  await setPlaces(council, siteId, 1, '2026-03-03');
  const undo = await opened(world, council, `/officer/placements/${ids[0]}`, /^Undo/);
  const undoOf = async (placementId: string): Promise<OpenForm> => {
    const [actId = ''] = await valuesOf(world, 'SELECT act_id FROM placement_event WHERE placement_id = $1 ORDER BY entry DESC LIMIT 1', [placementId]);
    const [version = ''] = await valuesOf(world, 'SELECT version FROM placement WHERE id = $1', [placementId]);
    return { ...undo, fields: { ...undo.fields, placementId, actId, ...('version' in undo.fields ? { version } : {}) } };
  };
  const forms = await Promise.all(ids.map(undoOf));
  return {
    siteId,
    forms: () => forms,
    takeBack: async (winner) => {
      await doIt([ids[winner] ?? '']);
      forms[winner] = await undoOf(ids[winner] ?? '');
    },
  };
}

/** Checks a file of one placement as an administrator, whose pupil is nobody else's; it is good while nothing is imported. */
async function checkedFile(world: World, council: RaceCouncil, officer: number, round: number): Promise<string> {
  const text = fileOf('placements', lineOf('placements', { 'First name': `Pupil ${round} ${officer}`, Site: SITE, 'Started on': '', 'Planned start': '09/03/2026' }));
  const body = new FormData();
  body.set('kind', 'placements');
  body.set('file', new File([text], 'open.csv', { type: 'text/csv' }));
  const led = await postFields({ address: addressOf(world), path: `/${council.slug}/admin/import/check`, cookie: council.officers[officer] }, body);
  const id = /\/admin\/import\/([0-9a-f-]{36})$/.exec(led ?? '')?.[1];
  if (id === undefined) throw new Error(`The check of a file led to ${led ?? 'nothing'}`);
  return id;
}

async function postAll(world: World, council: RaceCouncil, forms: readonly OpenForm[]): Promise<void> {
  const answers = await each(forms, 8, ({ path, actionId, fields }) =>
    act({ address: addressOf(world), path, cookie: council.officers[0] }, actionId, { ...fields, 'form-key': crypto.randomUUID() }));
  const failed = answers.find((answer) => ledTo(answer) === null);
  if (failed) throw new Error(`The race could not be arranged: ${failed.status} ${failed.body.slice(0, 400)}`);
}

/** Every way to take a place by a form, each leading to fifty forms that want the one place left. */
export const RACE_PATHS: Readonly<Record<string, RacePath>> = {
  'propose': async (world, council) => proposals(world, council, await buildSite(council, SITE, 1)),
  'propose into a place over number': async (world, council) => {
    const siteId = await buildSite(council, SITE, 2);
    await buildPlacements(council, siteId, await buildWaiting(council, 2));
    await authoriseOverNumber(council, siteId, 1, '2026-03-01', '2026-08-31');
    return proposals(world, council, siteId);
  },
  'extend': async (world, council) => {
    const siteId = await buildSite(council, SITE, RACERS);
    const ids = await placed(council, siteId, { planned_last_on: calendarDate('2026-03-27') });
    await setPlaces(council, siteId, 1, '2026-03-28');
    const form = await opened(world, council, `/officer/placements/${ids[0]}/extend?lastOn=2026-05-22`, /^Confirm/);
    return changing(world, siteId, ids, form, { reason: 'Not ready yet' });
  },
  'change site': async (world, council) => {
    const from = await buildSite(council, 'Aspire', RACERS);
    const siteId = await buildSite(council, SITE, 1);
    const ids = await placed(council, from, {});
    const form = await opened(world, council, `/officer/placements/${ids[0]}/change-site?fromOn=2026-03-09&kind=day6&site=rowan`, /^Confirm/);
    return changing(world, siteId, ids, form, { reason: 'Nearer home' });
  },
  'change share': async (world, council) => {
    const siteId = await buildSite(council, SITE, (RACERS + 2) / 2);
    const ids = await placed(council, siteId, { share_tenths: 5 });
    await buildPlacements(council, siteId, await buildWaiting(council, 1), { share_tenths: 5 });
    const form = await opened(world, council, `/officer/placements/${ids[0]}/change-share?shareTenths=10&fromOn=2026-03-09`, /^Confirm/);
    return changing(world, siteId, ids, form, { reason: 'Ready for more' });
  },
  'import': async (world, council) => {
    const siteId = await buildSite(council, SITE, 1);
    const ids = await each(council.officers.map((_, officer) => officer), 4, (officer) => checkedFile(world, council, officer, 0));
    const form = await opened(world, council, `/admin/import/${ids[0]}`, /^Import/);
    const importOf = (uploadId: string): OpenForm => ({ ...form, path: `/${council.slug}/admin/import/${uploadId}`, fields: { ...form.fields, uploadId } });
    const forms = ids.map(importOf);
    return {
      siteId,
      forms: () => forms,
      takeBack: async (winner, round) => {
        await cancelled(world, 'site_id', siteId);
        forms[winner] = importOf(await checkedFile(world, council, winner, round));
      },
    };
  },
  'undo of an end': async (world, council) => {
    const siteId = await buildSite(council, SITE, RACERS);
    const ids = await placed(council, siteId, { state: 'started', started_on: calendarDate('2025-09-03') });
    return undoing(world, council, siteId, ids, { page: 'end?leftOn=2026-03-02', typed: { whereNext: 'Back to Aston' } });
  },
  'undo of a cancellation': async (world, council) => {
    const siteId = await buildSite(council, SITE, RACERS);
    const ids = await placed(council, siteId, { planned_first_on: calendarDate('2026-03-09') });
    return undoing(world, council, siteId, ids, { page: 'cancel', typed: { reason: 'Parents chose otherwise' } });
  },
};
