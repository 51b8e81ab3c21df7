/** Putting a slip right: what stood is kept, what follows is asked first, and nobody writes over a version unseen. */
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { recordExclusion } from '@/lib/exclusions/commands/record-exclusion';
import { recordReferral } from '@/lib/exclusions/commands/record-referral';
import { correctionForm } from '@/lib/exclusions/queries/correction-form';
import { correctExclusion } from '@/lib/placements/commands/correct-exclusion';
import { correctPupil } from '@/lib/placements/commands/correct-pupil';
import { pupilRecord } from '@/lib/placements/queries/pupil-record';
import { schoolPupil } from '@/lib/placements/queries/school-pupil';
import { waitingList } from '@/lib/placements/queries/waiting-list';
import { waitingPupil } from '@/lib/placements/queries/waiting-pupil';
import type { CommandResult } from '@/lib/server/command';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, later, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildLocalAuthorities, exclusionForm, pupilForm } from '@/tests/support/builders/exclusion-forms';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements } from '@/tests/support/builders/pupils';
import { changedTables, tracesOf } from '@/tests/support/builders/traces';

let council: TwoCouncils;
const officer = () => callerFor(council, 'placement_officer');
const head = () => callerFor(council, 'headteacher');
const rows = (text: string, ...values: unknown[]) => asOwner(council.database.owner, council.id, (query) => query(text, [council.id, ...values]));

async function problems(result: Promise<CommandResult<unknown>>): Promise<Record<string, string>> {
  const refused = await refusal(result);
  if (refused.kind !== 'invalid') throw new Error(JSON.stringify(refused));
  return Object.fromEntries(refused.problems.map((one) => [one.field ?? '', one.message]));
}

const recorded = (lastName: string, changes: Record<string, unknown> = {}, caller = officer()) => done(run(recordExclusion, caller, exclusionForm(council, { lastName, ...changes })));

/** The form of a correction as it opens, with what was typed over it. */
async function correction(ids: { pupilId: string; exclusionId: string }, changes: Record<string, unknown> = {}, caller = officer()): Promise<Record<string, unknown>> {
  const form = await readUnit(caller, (tx) => correctionForm(tx, ids.pupilId, ids.exclusionId));
  if (!form?.exclusion) throw new Error('Nothing to correct');
  const { pupil, exclusion } = form;
  const [mainReason = '', secondReason = '', thirdReason = ''] = exclusion.reasons;
  return {
    pupilId: pupil.id, pupilVersion: pupil.version, exclusionId: exclusion.id, exclusionVersion: exclusion.version, firstName: pupil.first_name, lastName: pupil.last_name,
    bornOn: pupil.born_on, sex: pupil.sex, upn: pupil.upn ?? '', yearGroup: String(pupil.year_group), yearChecked: '', yearNote: '', homeAddress: pupil.home_address,
    homePostcode: pupil.home_postcode, homeAuthority: exclusion.home_authority_code, language: pupil.language, needsInterpreter: pupil.needs_interpreter,
    senProvision: pupil.sen_provision, lookedAfterBy: pupil.looked_after_by ?? '', previouslyLookedAfter: pupil.previously_looked_after, hasSocialWorker: pupil.has_social_worker,
    socialWorkerContact: pupil.social_worker_contact, needs: pupil.needs,
    contacts: pupil.contacts.map(({ name, relationship, phone }) => ({ name, relationship, phone })), excludedOn: exclusion.excluded_on, dayChecked: '', timeChecked: '',
    excludedAt: exclusion.excluded_at_time, afternoonBegan: exclusion.after_afternoon_began ? 'yes' : 'no', decidedBy: exclusion.decided_by, mainReason, secondReason, thirdReason,
    noExamLeft: exclusion.no_exam_left, effectsChecked: '', correctionReason: 'Misheard on the telephone', ...changes,
  };
}
const correct = (typed: Record<string, unknown>, caller = officer()) => run(correctExclusion, caller, typed);

/** Sends it, answers what it asks, and sends it again. */
async function correctKnowing(typed: Record<string, unknown>): Promise<string> {
  const asked = (await problems(correct(typed))).effectsChecked ?? '';
  await done(correct({ ...typed, effectsChecked: asked }));
  return asked;
}

beforeAll(async () => {
  council = await buildCouncil();
  await buildLocalAuthorities(council);
});

describe('a correction', () => {
  it('is kept with before, after, reason and person, and stands in both histories', async () => {
    const ids = await recorded('Slip');
    const before = await tracesOf(council);
    await done(correct(await correction(ids, { bornOn: '2012-05-03', homeAddress: '2 Low Street', contacts: [{ name: 'Ann Slip', relationship: 'Mother', phone: '01709 960101' }] }), callerFor(council, 'placement_officer', later(5))));
    expect(changedTables(before, await tracesOf(council))).toEqual(['audit_event', 'command_receipt', 'correction', 'permanent_exclusion', 'pupil', 'pupil_contact']);
    const words = 'Birth date: 3 May 2012 instead of 15 March 2012. Home address: 2 Low Street instead of 1 High Street. Contact 1: Ann Slip, Mother, 01709 960101 instead of Ann Thorne, Mother, 01709 960100. Why: Misheard on the telephone';
    const request = await readUnit(officer(), (tx) => waitingPupil(tx, ids.referralId));
    expect(request?.history[0]).toMatchObject({ on: '2026-03-02', title: 'Record corrected', detail: words });
    const pupil = await readUnit(officer(), (tx) => pupilRecord(tx, ids.pupilId));
    expect(pupil?.timeline[0]).toMatchObject({ kind: 'exclusion', title: 'Record corrected', detail: words });
    expect(pupil?.pupil).toMatchObject({ born_on: '2012-05-03', contacts: [{ name: 'Ann Slip' }] });
    const [audit] = await rows("SELECT before, after FROM audit_event WHERE authority_id = $1 AND act = 'exclusion.correct' AND outcome = 'done' AND subject_id = $2", ids.exclusionId);
    expect(audit).toMatchObject({ before: { bornOn: '2012-03-15' }, after: { bornOn: '2012-05-03', corrected: ['Birth date', 'Home address', 'Contact 1'], follows: [] } });
  });

  it('needs a reason and something that differs', async () => {
    const ids = await recorded('Nothing');
    expect(await problems(correct(await correction(ids)))).toEqual({ '': expect.stringContaining('Nothing differs') });
    expect(await problems(correct(await correction(ids, { correctionReason: '', homeAddress: '3 Low Street' })))).toEqual({ correctionReason: expect.stringContaining('how you know') });
  });

  it('says which day the place is due before it moves it, and only then moves it', async () => {
    const ids = await recorded('Date');
    const typed = await correction(ids, { excludedOn: '2026-02-25' });
    expect(await correctKnowing(typed)).toContain('Wednesday 4 March 2026 instead of Thursday 5 March 2026');
    const view = await readUnit(officer(), (tx) => waitingPupil(tx, ids.referralId));
    expect(view?.row.duty).toMatchObject({ kind: 'clock', clock: { dueOn: '2026-03-04' } });
    expect(view?.referral.received_on).toBe('2026-02-25');
  });

  it('asks again only what its own answer changes', async () => {
    const { timeChecked } = await problems(run(recordExclusion, officer(), exclusionForm(council, { lastName: 'Again', excludedAt: '14:30' })));
    const ids = await recorded('Again', { excludedAt: '14:30', timeChecked });
    expect(Object.keys(await problems(correct(await correction(ids, { excludedOn: '2026-02-25' }))))).toEqual(['effectsChecked']);
    expect(Object.keys(await problems(correct(await correction(ids, { excludedOn: '2026-02-28' }))))).toEqual(['dayChecked']);
    expect(Object.keys(await problems(correct(await correction(ids, { excludedAt: '15:00' }))))).toEqual(['timeChecked']);
  });

  it('answers for nothing but the question that was asked', async () => {
    const ids = await recorded('Other');
    const asked = (await problems(correct(await correction(ids, { excludedOn: '2026-02-25' })))).effectsChecked;
    expect((await problems(correct(await correction(ids, { excludedOn: '2026-02-24', effectsChecked: asked })))).effectsChecked).toContain('Tuesday 3 March 2026');
  });

  it('shows both versions to the second of two officers, and takes neither unseen', async () => {
    const ids = await recorded('Two');
    const second = await correction(ids, { homePostcode: 'S60 1AA' });
    await done(correct(await correction(ids, { homePostcode: 'S65 2BB' })));
    const refused = await refusal(correct(second));
    expect(refused).toMatchObject({ kind: 'stale', details: ['Postcode: now S65 2BB; you typed S60 1AA'] });
    expect(await rows('SELECT home_postcode FROM pupil WHERE authority_id = $1 AND id = $2', ids.pupilId)).toEqual([{ home_postcode: 'S65 2BB' }]);
  });

  it('shows both versions before it asks anything: the odd date may rest on what has changed', async () => {
    const ids = await recorded('Tabs');
    const second = await correction(ids, { excludedOn: '2026-02-28', homePostcode: 'S60 1AA' });
    await done(correct(await correction(ids, { homePostcode: 'S65 2BB' })));
    expect(await refusal(correct(second))).toMatchObject({
      kind: 'stale', details: ['Postcode: now S65 2BB; you typed S60 1AA', 'Date of the exclusion: now 26 February 2026; you typed 28 February 2026'],
    });
    // With a field that cannot be read the page says so, and asks nothing yet.
    expect(await problems(correct({ ...second, lastName: '' }))).toEqual({ lastName: 'Enter the last name', '': expect.stringMatching(/^Somebody changed this record/) });
    const now = await correction(ids, { excludedOn: '2026-02-28', homePostcode: 'S60 1AA' });
    expect(Object.keys(await problems(correct(now)))).toEqual(['dayChecked']);
  });

  it('shows problems of every kind at once', async () => {
    const ids = await recorded('Many');
    const typed = await correction(ids, { lastName: '', excludedOn: '2026-03-03', bornOn: '1990-01-01', contacts: [{ name: '', relationship: 'Mother', phone: '' }] });
    expect(Object.keys(await problems(correct(typed))).sort()).toEqual(['bornOn', 'contacts-0-name', 'excludedOn', 'lastName']);
  });

  it('does not move an exclusion past what followed from it, or onto another of the pupil', async () => {
    const ids = await recorded('Later');
    await recorded('Later', { samePupil: 'yes', excludedOn: '2026-02-24', bornOn: '2012-03-15' });
    expect((await problems(correct(await correction(ids, { excludedOn: '2026-02-24' })))).excludedOn).toContain('on record already as EX-');
    const siteId = await buildSite(council, 'Later site', 5);
    await buildPlacements(council, siteId, [{ ...ids, schoolId: council.schools.aston }], { planned_first_on: calendarDate('2026-02-26'), state: 'accepted' });
    expect((await problems(correct(await correction(ids, { excludedOn: '2026-02-27' })))).excludedOn).toContain('must be 26 February 2026 or earlier');
  });
});

describe('an exclusion without its time of day', () => {
  it('is corrected without one, and gets its clock when the time is entered', async () => {
    const ids = await recorded('Untimed');
    await rows('UPDATE permanent_exclusion SET excluded_at_time = NULL WHERE authority_id = $1 AND id = $2', ids.exclusionId);
    expect((await readUnit(officer(), (tx) => correctionForm(tx, ids.pupilId, null)))?.exclusion?.id).toBe(ids.exclusionId);
    await done(correct(await correction(ids, { decidedBy: 'Ms Ode, acting head' })));
    expect(await rows('SELECT excluded_at_time, decided_by FROM permanent_exclusion WHERE authority_id = $1 AND id = $2', ids.exclusionId)).toEqual([{ excluded_at_time: null, decided_by: 'Ms Ode, acting head' }]);
    expect(await correctKnowing(await correction(ids, { excludedAt: '10:15' }))).toMatch(/Full-time place due/);
    expect(await rows('SELECT excluded_at_time FROM permanent_exclusion WHERE authority_id = $1 AND id = $2', ids.exclusionId)).toEqual([{ excluded_at_time: '10:15' }]);
    expect(await problems(correct(await correction(ids, { excludedAt: '' })))).toMatchObject({ excludedAt: 'Enter the time of the exclusion: the clock counts from it' });
  });
});

describe('a corrected home authority', () => {
  it('gives the task to tell the other authority, and takes it back', async () => {
    const ids = await recorded('Home');
    expect(await correctKnowing(await correction(ids, { homeAuthority: '373' }))).toContain('another authority has the duty');
    const next = async () => (await readUnit(officer(), (tx) => waitingPupil(tx, ids.referralId)))?.row.next.kind;
    expect(await next()).toBe('other_authority');
    const tasks = () => rows("SELECT title, done_at IS NULL AS open FROM task WHERE authority_id = $1 AND exclusion_id = $2 ORDER BY created_at", ids.exclusionId);
    expect(await tasks()).toEqual([{ title: expect.stringMatching(/^Tell Sheffield, the home authority/), open: true }]);
    expect(await rows('SELECT r.establishment_id, p.home_authority_code FROM referral r JOIN pupil p ON p.id = r.pupil_id WHERE r.authority_id = $1 AND r.id = $2', ids.referralId)).toEqual([
      { establishment_id: null, home_authority_code: '373' },
    ]);
    await correctKnowing(await correction(ids, { homeAuthority: '372' }));
    expect(await tasks()).toEqual([{ title: expect.any(String), open: false }]);
    expect(await rows('SELECT establishment_id, state FROM referral WHERE authority_id = $1 AND id = $2', ids.referralId)).toEqual([{ establishment_id: council.schools.aston, state: 'waiting' }]);
  });

  it('is refused while the pupil holds a place, and names the place', async () => {
    const ids = await recorded('Held');
    const siteId = await buildSite(council, 'Held site', 5);
    await buildPlacements(council, siteId, [{ ...ids, schoolId: council.schools.aston }], { state: 'accepted', planned_first_on: calendarDate('2026-03-04') });
    expect(await refusal(correct(await correction(ids, { homeAuthority: '373' })))).toMatchObject({ kind: 'conflict', details: [expect.stringContaining('at Held site')] });
  });
});

describe('a corrected school or year', () => {
  it('moves the request and its places to the quota that the facts name, and says so first', async () => {
    const ids = await recorded('Younger');
    const siteId = await buildSite(council, 'Younger site', 5);
    const [placementId = ''] = await buildPlacements(council, siteId, [{ ...ids, schoolId: council.schools.aston }], { state: 'accepted', planned_first_on: calendarDate('2026-03-04') });
    const typed = await correction(ids, { bornOn: '2015-03-15', yearGroup: '6' });
    expect(await correctKnowing(typed)).toContain('no school: the authority holds the pupil instead of Aston School');
    expect(await rows('SELECT attributed_establishment_id, counting_kind FROM placement WHERE authority_id = $1 AND id = $2', placementId)).toEqual([
      { attributed_establishment_id: null, counting_kind: 'authority_placed' },
    ]);
    expect(await rows('SELECT phase FROM permanent_exclusion WHERE authority_id = $1 AND id = $2', ids.exclusionId)).toEqual([{ phase: 'primary' }]);
  });
});

describe('who may correct', () => {
  it('lets a head correct what the school recorded, and nothing else', async () => {
    const own = await recorded('Own slip', {}, head());
    expect((await readUnit(head(), (tx) => schoolPupil(tx, own.pupilId)))?.mayCorrect).toBe(true);
    await done(correct(await correction(own, { homeAddress: '9 Low Street' }, head()), head()));
    const seen = await readUnit(head(), (tx) => schoolPupil(tx, own.pupilId));
    expect(seen?.events[0]).toMatchObject({ title: 'Record corrected' });
    const officers = await recorded('Officer slip');
    expect((await readUnit(head(), (tx) => schoolPupil(tx, officers.pupilId)))?.mayCorrect).toBe(false);
    expect(await readUnit(head(), (tx) => correctionForm(tx, officers.pupilId, null))).toBeNull();
    expect(await refusal(correct(await correction(officers, { homeAddress: '9 Low Street' }), head()))).toEqual({ kind: 'not_found' });
  });

  it('corrects a pupil without an exclusion, and nobody of the neighbour', async () => {
    const made = await done(run(recordReferral, officer(), {
      route: 'preventative', schoolId: council.schools.aston, receivedOn: '2026-02-27', wantedFrom: '', shareTenths: '10', askedFor: 'A term away', ...pupilForm({ lastName: 'Plain' }),
    }));
    const typed = { ...pupilForm({ lastName: 'Plane' }), pupilId: made.pupilId, pupilVersion: 1, contacts: [], previouslyLookedAfter: false, correctionReason: 'Spelt as on the birth certificate' };
    await done(run(correctPupil, officer(), typed));
    expect(await rows('SELECT search_name FROM pupil WHERE authority_id = $1 AND id = $2', made.pupilId)).toEqual([{ search_name: 'nia plane' }]);
    expect(await refusal(run(correctPupil, officer(), { ...typed, pupilId: council.neighbour.pupil.pupilId }))).toEqual({ kind: 'not_found' });
    expect(await refusal(run(correctPupil, head(), { ...typed, pupilVersion: 2, lastName: 'Plain' }))).toEqual({ kind: 'not_found' });
  });
});

describe('corrected care and needs', () => {
  const target = 'by which the list of pupils waiting is ordered';
  const standing = async (referralId: string) => {
    const list = await readUnit(officer(), (tx) => waitingList(tx, { due: null, route: null, partnership: null, flag: null, step: null }));
    const rows = list?.rows ?? [];
    return { at: rows.findIndex((row) => row.referralId === referralId), row: rows.find((row) => row.referralId === referralId) };
  };

  it('give a day-1 target and move the pupil up the list, after saying so; taking them back moves the pupil down', async () => {
    const [first, ids] = [await recorded('Care first', { excludedOn: '2026-02-25' }), await recorded('Care second')];
    expect((await standing(ids.referralId)).at).toBeGreaterThan((await standing(first.referralId)).at);
    const asked = await correctKnowing(await correction(ids, { lookedAfterBy: '373', hasSocialWorker: true, socialWorkerContact: 'Bo Reed, 01709 960300' }));
    expect(asked).toMatch(new RegExp(`^This correction changes what follows. Day-1 target after EX-\\S+, ${target}: Thursday 26 February 2026 instead of none$`));
    expect((await standing(ids.referralId)).at).toBeLessThan((await standing(first.referralId)).at);
    expect((await standing(ids.referralId)).row?.duty).toMatchObject({ kind: 'clock', clock: { dayOneTargetOn: '2026-02-26', dueOn: '2026-03-05' } });
    const [kept] = await rows('SELECT changes FROM correction WHERE authority_id = $1 AND pupil_id = $2', ids.pupilId);
    expect(kept).toMatchObject({ changes: [
      { label: 'Looked after by', before: 'nobody', after: 'Sheffield' }, { label: 'Social worker', before: 'no', after: 'yes' },
      { label: 'Social worker\u2019s name and telephone', before: 'none', after: 'Bo Reed, 01709 960300' },
    ] });
    expect(await correctKnowing(await correction(ids, { lookedAfterBy: '', previouslyLookedAfter: true, hasSocialWorker: false }))).toContain('none instead of Thursday 26 February 2026');
    expect((await standing(ids.referralId)).at).toBeGreaterThan((await standing(first.referralId)).at);
    expect(await problems(correct(await correction(ids, { lookedAfterBy: '999' })))).toMatchObject({ lookedAfterBy: 'Choose the authority that looks after the pupil' });
  });

  it('change the plan and the needs that a place must meet, of the request too unless it asked for others', async () => {
    const ids = await recorded('Needs');
    await done(correct(await correction(ids, { senProvision: 'E', needs: ['SEMH', 'SLCN'] })));
    expect(await rows('SELECT sen_provision, needs FROM pupil WHERE authority_id = $1 AND id = $2', ids.pupilId)).toEqual([{ sen_provision: 'E', needs: ['SEMH', 'SLCN'] }]);
    const needsOf = () => rows('SELECT needs FROM referral WHERE authority_id = $1 AND id = $2', ids.referralId);
    expect(await needsOf()).toEqual([{ needs: ['SEMH', 'SLCN'] }]);
    await asOwner(council.database.owner, council.id, (query) => query("UPDATE referral SET needs = '{ASD}' WHERE authority_id = $1 AND id = $2", [council.id, ids.referralId]));
    await done(correct(await correction(ids, { needs: ['MLD'] })));
    expect(await needsOf()).toEqual([{ needs: ['ASD'] }]);
  });

  it('take a contact away when its line is cleared, and keep what stood', async () => {
    const ids = await recorded('Contacts', { secondContactName: 'Ben Thorne', secondContactRelationship: 'Uncle', secondContactPhone: '01709 960200' });
    const cleared = { name: '', relationship: '', phone: '' };
    await done(correct(await correction(ids, { contacts: [cleared, { name: 'Ben Thorne', relationship: 'Uncle', phone: '01709 960200' }, cleared, cleared] })));
    const left = () => rows('SELECT name FROM pupil_contact WHERE authority_id = $1 AND pupil_id = $2 ORDER BY display_order', ids.pupilId);
    expect(await left()).toEqual([{ name: 'Ben Thorne' }]);
    expect(await rows('SELECT changes FROM correction WHERE authority_id = $1 AND pupil_id = $2', ids.pupilId)).toEqual([
      { changes: [{ label: 'Contact 1', before: 'Ann Thorne, Mother, 01709 960100', after: 'none' }] },
    ]);
    await done(correct(await correction(ids, { contacts: [{ name: 'Ben Thorne', relationship: 'Uncle', phone: '01709 960200' }, { name: 'Cy Thorne', relationship: '', phone: '' }] })));
    expect(await left()).toEqual([{ name: 'Ben Thorne' }, { name: 'Cy Thorne' }]);
  });
});
