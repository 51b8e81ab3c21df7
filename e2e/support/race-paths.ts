import { addressOf, type World } from '@/scripts/run/worlds';
import { authoriseOverNumber, buildSite, setPlaces } from '@/tests/support/builders/places';
import { fileOf, lineOf } from '@/tests/support/builders/import-files';
import { buildPlacements, buildWaiting, type PlacementChanges } from '@/tests/support/builders/pupils';
import { calendarDate } from '@/lib/core/calendar-date';
import { valuesOf } from './database';
import { formOf } from './html-forms';
import { act, each, ledTo, open, postFields } from './http';
import { type RaceCouncil, RACERS } from './race-council';

/** A form that each officer has open, for a pupil of their own. */
export interface OpenForm {
  readonly path: string;
  readonly actionId: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface RaceStart {
  /** Where one place is left. */
  readonly siteId: string;
  readonly forms: readonly OpenForm[];
}

type RacePath = (world: World, council: RaceCouncil, round: number) => Promise<RaceStart>;

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

const siteName = (round: number): string => `Rowan ${round}`;
const slugOf = (round: number): string => `rowan-${round}`;

async function proposals(world: World, council: RaceCouncil, round: number, siteId: string): Promise<RaceStart> {
  const referrals = (await buildWaiting(council, RACERS)).map(({ referralId }) => referralId);
  const path = `/officer/waiting/${referrals[0]}/place/check?from=2026-03-09&to=2026-07-17&share=10&kind=day6&site=${slugOf(round)}`;
  return { siteId, forms: forEach(await opened(world, council, path, /^Confirm/), 'referralId', referrals, { whySuits: 'Small groups' }) };
}

const placed = async (council: RaceCouncil, siteId: string, changes: PlacementChanges): Promise<string[]> =>
  buildPlacements(council, siteId, await buildWaiting(council, RACERS), changes);

/** Every officer ends or cancels the placement of a pupil; then each wants to take that back. */
async function undoing(world: World, council: RaceCouncil, siteId: string, ids: readonly string[], act: Undoable): Promise<RaceStart> {
  const form = await opened(world, council, `/officer/placements/${ids[0]}/${act.page}`, /^Confirm/);
  await postAll(world, council, forEach(form, 'placementId', ids, act.typed));
  await setPlaces(council, siteId, 1, '2026-03-03');
  const undo = await opened(world, council, `/officer/placements/${ids[0]}`, /^Undo/);
  const forms = await Promise.all(ids.map(async (placementId) => {
    const [actId = ''] = await valuesOf(world, 'SELECT act_id FROM placement_event WHERE placement_id = $1 ORDER BY entry DESC LIMIT 1', [placementId]);
    return { ...undo, fields: { ...undo.fields, placementId, actId } };
  }));
  return { siteId, forms };
}

/** Every administrator checks a file of one placement, whose pupil is nobody else's; all of them are good while nothing is imported. */
async function checkedFiles(world: World, council: RaceCouncil, round: number): Promise<string[]> {
  return each(council.officers.map((cookie, index) => ({ cookie, index })), 4, async ({ cookie, index }) => {
    const text = fileOf('placements', lineOf('placements', { 'First name': `Pupil ${round} ${index}`, Site: siteName(round), 'Started on': '', 'Planned start': '09/03/2026' }));
    const body = new FormData();
    body.set('kind', 'placements');
    body.set('file', new File([text], 'open.csv', { type: 'text/csv' }));
    const led = await postFields({ address: addressOf(world), path: `/${council.slug}/admin/import/check`, cookie }, body);
    const id = /\/admin\/import\/([0-9a-f-]{36})$/.exec(led ?? '')?.[1];
    if (id === undefined) throw new Error(`The check of a file led to ${led ?? 'nothing'}`);
    return id;
  });
}

interface Undoable { readonly page: string; readonly typed: Readonly<Record<string, string>> }

async function postAll(world: World, council: RaceCouncil, forms: readonly OpenForm[]): Promise<void> {
  const answers = await each(forms, 8, ({ path, actionId, fields }) =>
    act({ address: addressOf(world), path, cookie: council.officers[0] }, actionId, { ...fields, 'form-key': crypto.randomUUID() }));
  const failed = answers.find(({ headers }) => ledTo(headers) === null);
  if (failed) throw new Error(`The race could not be arranged: ${failed.status} ${failed.body.slice(0, 400)}`);
}

/** Every way to take a place by a form, each leading to fifty forms that want the one place left. */
export const RACE_PATHS: Readonly<Record<string, RacePath>> = {
  'propose': async (world, council, round) => proposals(world, council, round, await buildSite(council, siteName(round), 1)),
  'propose into a place over number': async (world, council, round) => {
    const siteId = await buildSite(council, siteName(round), 2);
    await buildPlacements(council, siteId, await buildWaiting(council, 2));
    await authoriseOverNumber(council, siteId, 1, '2026-03-01', '2026-08-31');
    return proposals(world, council, round, siteId);
  },
  'extend': async (world, council, round) => {
    const siteId = await buildSite(council, siteName(round), RACERS);
    const ids = await placed(council, siteId, { planned_last_on: calendarDate('2026-03-27') });
    await setPlaces(council, siteId, 1, '2026-03-28');
    const form = await opened(world, council, `/officer/placements/${ids[0]}/extend?lastOn=2026-05-22`, /^Confirm/);
    return { siteId, forms: forEach(form, 'placementId', ids, { reason: 'Not ready yet' }) };
  },
  'change site': async (world, council, round) => {
    const from = await buildSite(council, `Aspire ${round}`, RACERS);
    const siteId = await buildSite(council, siteName(round), 1);
    const ids = await placed(council, from, {});
    const form = await opened(world, council, `/officer/placements/${ids[0]}/change-site?fromOn=2026-03-09&kind=day6&site=${slugOf(round)}`, /^Confirm/);
    return { siteId, forms: forEach(form, 'placementId', ids, { reason: 'Nearer home' }) };
  },
  'change share': async (world, council, round) => {
    const siteId = await buildSite(council, siteName(round), (RACERS + 2) / 2);
    const ids = await placed(council, siteId, { share_tenths: 5 });
    await buildPlacements(council, siteId, await buildWaiting(council, 1), { share_tenths: 5 });
    const form = await opened(world, council, `/officer/placements/${ids[0]}/change-share?shareTenths=10&fromOn=2026-03-09`, /^Confirm/);
    return { siteId, forms: forEach(form, 'placementId', ids, { reason: 'Ready for more' }) };
  },
  'import': async (world, council, round) => {
    const siteId = await buildSite(council, siteName(round), 1);
    const ids = await checkedFiles(world, council, round);
    const form = await opened(world, council, `/admin/import/${ids[0]}`, /^Import/);
    return { siteId, forms: ids.map((uploadId) => ({ ...form, path: `/${council.slug}/admin/import/${uploadId}`, fields: { ...form.fields, uploadId } })) };
  },
  'undo of an end': async (world, council, round) => {
    const siteId = await buildSite(council, siteName(round), RACERS);
    const ids = await placed(council, siteId, { state: 'started', started_on: calendarDate('2025-09-03') });
    return undoing(world, council, siteId, ids, { page: 'end?leftOn=2026-03-02', typed: { whereNext: 'Back to Aston' } });
  },
  'undo of a cancellation': async (world, council, round) => {
    const siteId = await buildSite(council, siteName(round), RACERS);
    const ids = await placed(council, siteId, { planned_first_on: calendarDate('2026-03-09') });
    return undoing(world, council, siteId, ids, { page: 'cancel', typed: { reason: 'Parents chose otherwise' } });
  },
};
