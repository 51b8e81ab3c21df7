/** How far the pupil lives from each site follows the home postcode, however the pupil came on record. */
import { beforeAll, describe, expect, it } from 'vitest';
import { recordExclusion } from '@/lib/exclusions/commands/record-exclusion';
import { recordReferral } from '@/lib/exclusions/commands/record-referral';
import { recordedExclusion } from '@/lib/exclusions/queries/recorded-exclusion';
import { commitImport } from '@/lib/imports/commands/commit-import';
import { correctPupil } from '@/lib/placements/commands/correct-pupil';
import { placeView } from '@/lib/placements/queries/place-view';
import { pupilById } from '@/lib/pupils/store';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildLocalAuthorities, exclusionForm, pupilForm } from '@/tests/support/builders/exclusion-forms';
import { fileOf, lineOf } from '@/tests/support/builders/import-files';
import { reportOf } from '@/tests/support/builders/imports';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { buildSite } from '@/tests/support/builders/places';

let council: TwoCouncils;
const officer = () => callerFor(council, 'placement_officer');

beforeAll(async () => {
  council = await buildCouncil();
  await buildLocalAuthorities(council);
  await asOwner(council.database.owner, council.id, (query) => query("INSERT INTO local_authority (code, name) VALUES ('888', 'Lancashire') ON CONFLICT DO NOTHING"));
  // The centre of S65.
  await buildSite(council, 'Rowan', 60, { easting: 445200, northing: 393400 });
});

/** The travel that Place a pupil gives of the one site. */
async function travel(referralId: string): Promise<string | undefined> {
  const view = await readUnit(officer(), (tx) => placeView(tx, referralId, { from: '2026-03-09', to: '', share: '', kind: '' }));
  const site = [...(view?.options ?? []), ...(view?.stopped ?? [])].find((one) => one.name === 'Rowan');
  return [...(site?.reasonsFor ?? []), ...(site?.reasonsAgainst ?? [])].find((words) => words.startsWith('Travel'));
}

const request = (changes: Record<string, unknown>) => done(run(recordReferral, officer(), {
  route: 'preventative', schoolId: council.schools.aston, receivedOn: '2026-02-27', wantedFrom: '', shareTenths: '10', askedFor: 'A term away', ...pupilForm(changes),
}));

async function pupilOf(pupilId: string) {
  const pupil = await readUnit(officer(), (tx) => pupilById(tx, pupilId));
  if (!pupil) throw new Error('No pupil');
  return pupil;
}

describe('a pupil who is recorded', () => {
  it('with an exclusion lives about so far from the site', async () => {
    const { referralId } = await done(run(recordExclusion, officer(), exclusionForm(council, { lastName: 'Near', homePostcode: 's66 2bh' })));
    expect(await travel(referralId)).toBe('Travel: about 5 km, straight line');
  });

  it('with a request too, and a district that is nowhere on the map is said and not refused', async () => {
    expect(await travel((await request({ lastName: 'Half', homePostcode: 'S60' })).referralId)).toBe('Travel: about 3 km, straight line');
    const { referralId, exclusionId } = await done(run(recordExclusion, officer(), exclusionForm(council, { lastName: 'Far', homePostcode: 'TR1 1AA' })));
    expect(await travel(referralId)).toBe('Travel: distance not known');
    expect((await readUnit(officer(), (tx) => recordedExclusion(tx, exclusionId)))?.homeRemark).toContain('postcode district TR1');
  });

  it('again, from another address, lives as far as that', async () => {
    const { pupilId, referralId } = await request({ lastName: 'Moved', homePostcode: 'S66 2BH' });
    await done(run(recordExclusion, officer(), exclusionForm(council, { lastName: 'Moved', samePupil: 'yes', homePostcode: 'S65 1AA' })));
    expect([await travel(referralId), (await pupilOf(pupilId)).home_easting]).toEqual(['Travel: under 1 km, straight line', 445200]);
    await done(run(recordExclusion, officer(), exclusionForm(council, { lastName: 'Moved', samePupil: 'yes', homePostcode: '', excludedOn: '2026-02-27' })));
    expect(await travel(referralId)).toBe('Travel: under 1 km, straight line');
  });
});

describe('a correction of the address', () => {
  it('moves the pupil on the map, also off it and on again, and leaves an exact point whose postcode stands', async () => {
    const { pupilId, referralId } = await request({ lastName: 'Slip', homePostcode: 'S66 2BH' });
    const correct = async (homePostcode: string, homeAddress = '1 High Street') => done(run(correctPupil, officer(), {
      ...pupilForm({ lastName: 'Slip', homePostcode, homeAddress }), pupilId, pupilVersion: String((await pupilOf(pupilId)).version), contacts: [], previouslyLookedAfter: false, correctionReason: 'Misheard',
      effectsChecked: '',
    }));
    await correct('S60 1AA');
    expect(await travel(referralId)).toBe('Travel: about 3 km, straight line');
    await correct('TR1 1AA');
    expect(await travel(referralId)).toBe('Travel: distance not known');
    await correct('S65 1AA');
    expect(await travel(referralId)).toBe('Travel: under 1 km, straight line');
    await asOwner(council.database.owner, council.id, (query) => query('UPDATE pupil SET home_easting = 447200 WHERE authority_id = $1 AND id = $2', [council.id, pupilId]));
    await correct('S65 1AA', '2 High Street');
    expect(await travel(referralId)).toBe('Travel: about 2 km, straight line');
  });
});

describe('an import', () => {
  const file = (first: string, postcode: string) => [
    `${fileOf('placements').trimEnd()},Home postcode`, `${lineOf('placements', { 'First name': first, 'Planned start': '09/03/2026', 'Started on': '' })},${postcode}`,
  ].join('\r\n');
  const referralOf = async (first: string) => (await asOwner(council.database.owner, council.id, (query) => query(
    'SELECT r.id FROM referral r JOIN pupil p ON p.authority_id = r.authority_id AND p.id = r.pupil_id WHERE p.authority_id = $1 AND p.first_name = $2', [council.id, first])))[0]?.id as string;
  const imported = async (first: string, postcode: string) => {
    const admin = callerFor(council, 'administrator');
    const report = await reportOf(admin, 'placements', file(first, postcode));
    expect(report.problems).toEqual([]);
    await done(run(commitImport, admin, { uploadId: report.uploadId }));
    return report;
  };

  it('places the home of a new pupil, and of one on record whose postcode it adds', async () => {
    await imported('Amina', 'S66 2BH');
    expect(await travel(await referralOf('Amina'))).toBe('Travel: about 5 km, straight line');
    await request({ firstName: 'Ben', lastName: 'Clarke', bornOn: '2012-05-14', homePostcode: '' });
    expect(await travel(await referralOf('Ben'))).toBe('Travel: distance not known');
    await imported('Ben', 'S60');
    expect(await travel(await referralOf('Ben'))).toBe('Travel: about 3 km, straight line');
  });

  it('remarks on a district that is nowhere on the map', async () => {
    const report = await imported('Cara', 'TR1 1AA');
    expect(report.remarks).toContainEqual(expect.objectContaining({ column: 'Home postcode', problem: expect.stringContaining('postcode district TR1') }));
  });
});
