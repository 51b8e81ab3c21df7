import { beforeEach, describe, expect, it } from 'vitest';
import { saveAgreement } from '@/lib/agreements/commands/save-agreement';
import { setQuota } from '@/lib/agreements/commands/set-quota';
import { signAgreement } from '@/lib/agreements/commands/sign-agreement';
import { agreementList, agreementView, termsChoices } from '@/lib/agreements/queries/agreement-pages';
import { defaultTerms } from '@/lib/agreements/queries/default-terms';
import { createCalendar } from '@/lib/calendars/commands/create-calendar';
import { saveCalendar } from '@/lib/calendars/commands/save-calendar';
import { calendarView } from '@/lib/calendars/queries/calendar-pages';
import { saveSite } from '@/lib/providers/commands/save-site';
import { siteBySlug } from '@/lib/providers/queries/site-pages';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';

let council: TwoCouncils;
let admin: Caller;

beforeEach(async () => {
  council = await buildCouncil({ quota: 16, unbound: 'wales' });
  admin = callerFor(council, 'administrator');
});

const field = async (result: ReturnType<typeof run>) => {
  const refused = await refusal(result);
  return refused.kind === 'invalid' ? refused.problems.map((one) => one.field) : refused.kind;
};

/** What the form of new terms would send back unchanged. */
async function terms(agreementId: string | null, changes: Readonly<Record<string, unknown>> = {}): Promise<Record<string, unknown>> {
  const found = await readUnit(admin, (tx) => defaultTerms(tx, agreementId));
  if (!found) throw new Error('No agreement');
  const { weights, censusDays, ...rest } = found.defaults;
  const [weightPermanentExclusion, weightDualRegistered, weightAuthorityPlaced, weightEhcNamed] = weights;
  return { ...rest, weightPermanentExclusion, weightDualRegistered, weightAuthorityPlaced, weightEhcNamed, censusDays: censusDays.join('\n'), quota: '', ...changes };
}

describe('agreements', () => {
  it('keeps the old version when the terms change, with quotas and signatures carried over', async () => {
    const { agreementId } = await done(run(saveAgreement, admin, await terms(council.agreementId, { annualPrice: '18,500.50', measure: 'census_day', censusDays: '2 10 2025\n15 1 2026' })));
    const [now, before] = [await readUnit(admin, (tx) => agreementView(tx, agreementId)), await readUnit(admin, (tx) => agreementView(tx, council.agreementId))];
    expect(now?.row).toMatchObject({ terms_version: 2, annual_pence: 1_850_050n, measure: 'census_day', census_days: ['2025-10-02', '2026-01-15'] });
    expect(before?.row).toMatchObject({ terms_version: 1, annual_pence: 1_800_000n, measure: 'daily' });
    expect(before?.isLatest).toBe(false);
    expect(now?.row.quota).toMatchObject([{ places: 16, firstOn: '2025-09-01' }]);
    expect(now?.signatures.map((one) => one.bindsOn)).toEqual([true, true, true, false]);
    expect(await field(run(saveAgreement, admin, await terms(council.agreementId)))).toBe('stale');
  });

  it('says the sentence of the quota and which school is not bound, until its signature binds', async () => {
    const view = await readUnit(admin, (tx) => agreementView(tx, council.agreementId));
    expect(view?.sentence).toBe('16 places agreed. 4 for Wales School withheld, because no binding agreement is in force, so 12 count.');
    expect((await readUnit(admin, (tx) => agreementList(tx, '2025/26'))).lines).toMatchObject([{ agreedPlaces: 16, countedPlaces: 12, unbound: ['Wales School'] }]);
    const wales = view?.signatures.find((one) => one.school_name === 'Wales School');
    const signature = {
      agreementId: council.agreementId, establishmentId: wales?.school_id, version: String(wales?.version), binding: 'yes', party: 'Wales trust', signatory: 'Chair', executedOn: '2026-02-02',
      inForceFrom: '2026-02-01', inForceTo: '', document: '', shareWeight: '1',
    };
    expect(await field(run(signAgreement, admin, { ...signature, party: '', executedOn: '' }))).toEqual(['party', 'executedOn']);
    await done(run(signAgreement, admin, signature));
    expect((await readUnit(admin, (tx) => agreementView(tx, council.agreementId)))?.sentence).toBe('16 places agreed, and all of them count.');
  });

  it('says everything that is wrong with new terms at once: single fields with what the measure and the payer need, then all that does not fit the year', async () => {
    const empty = { ...(await terms(null)), partnershipId: '', reference: '', annualPrice: '', measure: 'census_day', censusDays: '', fundHolderId: '', calendarYearId: '', quota: '' };
    expect(await field(run(saveAgreement, admin, empty))).toEqual(['partnershipId', 'reference', 'quota', 'censusDays', 'annualPrice', 'payer', 'chargeClause', 'calendarYearId']);
    expect(await field(run(saveAgreement, admin, { ...empty, payer: 'fund_holder_school' }))).toContain('fundHolderId');
    const unfit = await terms(council.agreementId, { measure: 'census_day', censusDays: '27 10 2024\n28 10 2024', fundHolderId: council.neighbour.schools.aston, calendarYearId: council.calendars.cal26 });
    expect(await field(run(saveAgreement, admin, unfit))).toEqual(['censusDays', 'fundHolderId', 'calendarYearId']);
  });

  it('says what does not fit the year together with what cannot be read, also of the same box', async () => {
    const input = await terms(council.agreementId, { measure: 'census_day', censusDays: '27 10 2024\n2 October\n2 10 2025', reference: '', calendarYearId: council.calendars.cal26 });
    const refused = await refusal(run(saveAgreement, admin, input));
    expect(refused.kind === 'invalid' && refused.problems.map((one) => [one.field, one.message])).toEqual([
      ['reference', 'Enter the reference'], ['censusDays', '"2 October" is not a date. Write one date a line, for example 2 10 2025'],
      ['censusDays', '27 October 2024 is no school day of this calendar. Choose school days of 2025/26'], ['calendarYearId', expect.stringMatching(/^This calendar is of 2026\/27/)],
    ]);
    const quota = { agreementId: council.agreementId, version: '1', places: 'many', firstOn: '2026-09-01', reason: '' };
    expect(await field(run(setQuota, admin, quota))).toEqual(['places', 'firstOn', 'reason']);
  });

  it('offers as fund-holder only members whose school is open, each told apart by its number', async () => {
    const before = await readUnit(admin, (tx) => termsChoices(tx, null, null));
    await council.database.owner.query("UPDATE establishment SET closed_on = '2026-03-01' WHERE authority_id = $1 AND id = $2", [council.id, council.schools.aston]);
    await council.database.owner.query("UPDATE establishment SET closed_on = '2026-03-02', urn = '123456' WHERE authority_id = $1 AND id = $2", [council.id, council.schools.wales]);
    const after = await readUnit(admin, (tx) => termsChoices(tx, null, null));
    expect(before.fundHolders.filter((one) => !after.fundHolders.some((left) => left.value === one.value)).map((one) => one.value)).toEqual([council.schools.aston]);
    expect(after.fundHolders.find((one) => one.value === council.schools.wales)?.text).toMatch(/^Wales School.* \(123456\)$/);
  });

  it('dates a change of the quota, and needs the fields of the measure and the payer', async () => {
    await done(run(setQuota, admin, { agreementId: council.agreementId, version: '1', places: '15', firstOn: '2026-04-13', reason: 'Two places given up' }));
    expect((await readUnit(admin, (tx) => agreementView(tx, council.agreementId)))?.row.quota).toMatchObject([
      { places: 16, firstOn: '2025-09-01', lastOn: '2026-04-12' }, { places: 15, firstOn: '2026-04-13', lastOn: null },
    ]);
    expect(await field(run(setQuota, admin, { agreementId: council.agreementId, version: '1', places: '14', firstOn: '2026-05-01', reason: 'Late' }))).toBe('stale');
    expect(await field(run(setQuota, admin, { agreementId: council.agreementId, version: '2', places: '14', firstOn: '2026-09-01', reason: 'Next year' }))).toEqual(['firstOn']);
    expect(await field(run(saveAgreement, admin, await terms(council.agreementId, { measure: 'yearly_allowance' })))).toEqual(['allowance']);
    expect(await field(run(saveAgreement, admin, await terms(council.agreementId, { measure: 'census_day' })))).toEqual(['censusDays']);
    expect(await field(run(saveAgreement, admin, await terms(council.agreementId, { measure: 'census_day', censusDays: '27 10 2025' })))).toEqual(['censusDays']);
    expect(await field(run(saveAgreement, admin, await terms(council.agreementId, { fundHolderId: '' })))).toEqual(['fundHolderId']);
    expect(await field(run(saveAgreement, admin, await terms(council.agreementId, { calendarYearId: council.calendars.cal26 })))).toEqual(['calendarYearId']);
    expect(await field(run(saveAgreement, callerFor(council.neighbour, 'administrator'), await terms(council.agreementId)))).toBe('not_found');
  });

  it('begins a year with its quota and the members of the partnership', async () => {
    const first = await terms(null, {
      partnershipId: council.partnershipId, academicYear: '2026/27', reference: 'AG-26', measure: 'daily', annualPrice: '18000', payer: 'excluding_school', chargeClause: 'clause 4',
      calendarYearId: council.calendars.cal26, quota: '16',
    });
    expect(await field(run(saveAgreement, admin, { ...first, quota: '' }))).toEqual(['quota']);
    const { agreementId } = await done(run(saveAgreement, admin, first));
    const view = await readUnit(admin, (tx) => agreementView(tx, agreementId));
    expect(view?.row).toMatchObject({ terms_version: 1, first_on: '2026-09-01', last_on: '2027-08-31' });
    expect(view?.signatures).toHaveLength(4);
    expect(await field(run(saveAgreement, admin, first))).toBe('conflict');
  });
});

describe('calendars', () => {
  async function typed(id: string, changes: Readonly<Record<string, unknown>> = {}): Promise<Record<string, unknown>> {
    const view = await readUnit(admin, (tx) => calendarView(tx, id));
    if (!view) throw new Error('No calendar');
    const { year } = view;
    return {
      calendarId: id, version: String(year.version), name: year.name, label: year.label, users: view.users.map((user) => user.value), addSchool: '', addSite: '', acceptDays: false,
      terms: [...year.terms.map((one) => ({ name: one.name, partOf: one.partOf ?? '', firstOn: one.firstOn, lastOn: one.lastOn })), { name: '', partOf: '', firstOn: '', lastOn: '' }],
      closedDays: year.closedDays.map((one) => ({ kind: one.kind, firstOn: one.firstOn, lastOn: '', reason: one.reason })), ...changes,
    };
  }

  it('raises the version, and says the new number of pupil days before it saves one', async () => {
    const { cal25 } = council.calendars;
    const fewer = await typed(cal25, { closedDays: [{ kind: 'closure', firstOn: '2026-03-09', lastOn: '2026-03-12', reason: 'Flood' }] });
    const refused = await refusal(run(saveCalendar, admin, fewer));
    expect(refused).toMatchObject({ kind: 'invalid', problems: [{ field: 'acceptDays', message: expect.stringContaining('instead of 190') }] });
    expect((await readUnit(admin, (tx) => calendarView(tx, cal25)))?.year.version).toBe(1);
    await done(run(saveCalendar, admin, { ...fewer, acceptDays: true }));
    const view = await readUnit(admin, (tx) => calendarView(tx, cal25));
    expect(view?.year).toMatchObject({ version: 2, closedDays: [{ firstOn: '2026-03-09', lastOn: '2026-03-12', reason: 'Flood' }] });
    expect(view?.days).toBe(191);
    expect(await field(run(saveCalendar, admin, fewer))).toBe('stale');
  });

  it('says all that is wrong at once: rows that cannot be read, days that cannot be, a name and a school that are taken', async () => {
    const { calendarId } = await done(run(createCalendar, admin, { name: 'Aston 2025/26', academicYear: '2025/26', copyFrom: council.calendars.cal25, isDefault: false }));
    await done(run(saveCalendar, admin, await typed(calendarId, { addSchool: council.schools.aston })));
    const wrong = await typed(council.calendars.cal25, { name: 'Aston 2025/26', addSchool: council.schools.aston });
    const rows = wrong.terms as { name: string; firstOn: string; lastOn: string }[];
    rows[0]!.firstOn = '2025-13-01';
    rows[1]!.firstOn = '2025-10-26';
    rows[2]!.name = '';
    wrong.closedDays = [{ kind: 'inset', firstOn: '2026-03-07', lastOn: '', reason: 'Training' }, { kind: 'inset', firstOn: '', lastOn: '', reason: 'When' }];
    expect(await field(run(saveCalendar, admin, wrong))).toEqual(['name', 'terms-0-firstOn', 'terms-1-firstOn', 'terms-2-name', 'closedDays-0-firstOn', 'closedDays-1-firstOn', 'addSchool']);
    const twice = { name: 'Aston 2025/26', academicYear: '2026/27', copyFrom: council.calendars.cal25, isDefault: true };
    expect(await field(run(createCalendar, admin, twice))).toEqual(['name', 'copyFrom', 'isDefault']);
    expect(await field(run(createCalendar, admin, { ...twice, name: '' }))).toEqual(['name', 'copyFrom', 'isDefault']);
  });

  it('puts each mistake at its row, and gives a school a calendar of its own once a year', async () => {
    const wrong = await typed(council.calendars.cal25);
    (wrong.terms as { firstOn: string }[])[1]!.firstOn = '2025-10-24';
    expect(await field(run(saveCalendar, admin, wrong))).toEqual(['terms-1-firstOn']);
    (wrong.terms as { firstOn: string }[])[1]!.firstOn = '2025-13-24';
    expect(await field(run(saveCalendar, admin, wrong))).toEqual(['terms-1-firstOn']);
    const copy = { name: 'Aston 2025/26', academicYear: '2025/26', copyFrom: council.calendars.cal25, isDefault: false };
    expect(await field(run(createCalendar, admin, { ...copy, isDefault: true }))).toEqual(['isDefault']);
    const { calendarId } = await done(run(createCalendar, admin, copy));
    await done(run(saveCalendar, admin, await typed(calendarId, { addSchool: council.schools.aston })));
    expect((await readUnit(admin, (tx) => calendarView(tx, calendarId)))?.users).toEqual([{ value: `school:${council.schools.aston}`, name: 'Aston School' }]);
    const other = await done(run(createCalendar, admin, { ...copy, name: 'Second' }));
    expect(await field(run(saveCalendar, admin, await typed(other.calendarId, { addSchool: council.schools.aston })))).toEqual(['addSchool']);
    await done(run(saveCalendar, admin, await typed(calendarId, { users: [] })));
    expect((await readUnit(admin, (tx) => calendarView(tx, calendarId)))?.users).toEqual([]);
    expect(await field(run(saveCalendar, callerFor(council.neighbour, 'administrator'), await typed(calendarId)))).toBe('not_found');
  });
});

describe('sites', () => {
  const site = {
    siteId: '', version: '0', providerId: '', newProviderName: 'Elm Trust', newProviderKind: 'ap_academy', name: 'Elm House', specialism: '', lowYear: '7', highYear: '11', needs: ['SEMH'],
    languages: 'Slovak, Roma', mustAgree: true, countsToQuota: true, address: '', startTime: '9:00', endTime: '14:30', contactName: '', contactPhone: '', openedOn: '2026-04-01', closedOn: '',
  };

  it('adds a site with a new provider, and changes it for whoever saw the latest', async () => {
    expect(await field(run(saveSite, admin, { ...site, newProviderName: '' }))).toEqual(['providerId']);
    const { slug } = await done(run(saveSite, admin, site));
    const made = await readUnit(admin, (tx) => siteBySlug(tx, slug));
    expect(made?.site).toMatchObject({ name: 'Elm House', provider_name: 'Elm Trust', languages: ['Slovak', 'Roma'], start_time: '09:00', must_agree: true });
    await done(run(saveSite, admin, { ...site, siteId: made?.site.id, version: '1', highYear: '10' }));
    expect(await refusal(run(saveSite, admin, { ...site, siteId: made?.site.id, version: '1', address: 'Elsewhere' }))).toMatchObject({ kind: 'stale', details: expect.arrayContaining([expect.stringContaining('Yours: Elsewhere')]) });
    expect(await field(run(saveSite, admin, { ...site, highYear: '6' }))).toEqual(['highYear']);
    expect(await field(run(saveSite, admin, { ...site, newProviderName: 'Oak Trust' }))).toEqual(['name']);
  });

  it('does not close over pupils who have a place', async () => {
    const siteId = await buildSite(council, 'Rowan', 5);
    await buildPlacements(council, siteId, await buildWaiting(council, 2));
    const closing = { ...site, siteId, version: '1', name: 'Rowan', openedOn: '2015-09-01', closedOn: '2026-06-01' };
    const refused = await refusal(run(saveSite, admin, closing));
    expect(refused).toMatchObject({ kind: 'invalid', problems: [{ field: 'closedOn', message: expect.stringContaining('2 pupils have a place on that day or later, until 17 July 2026') }] });
    await done(run(saveSite, admin, { ...closing, closedOn: '2026-07-18' }));
  });
});
