import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { agreementView, termsChoices } from '@/lib/agreements/queries/agreement-pages';
import { loadAgreements } from '@/lib/agreements/store';
import { changeTrustMember, joinTrust } from '@/lib/organisations/commands/change-trust-members';
import { leavePartnership } from '@/lib/organisations/commands/change-members';
import { saveTrust } from '@/lib/organisations/commands/save-trust';
import { academyChoices, trustBySlug, trusts } from '@/lib/organisations/queries/trusts';
import { calendarDate } from '@/lib/core/calendar-date';
import { partnershipDashboard } from '@/lib/placements/queries/partnership-dashboard';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import { answerOf, asApp } from '@/tests/support/builders/app-client';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildTrust, newTerms, newTrust, ofSector } from '@/tests/support/builders/trusts';

let council: TwoCouncils;
let admin: Caller;

beforeEach(async () => {
  council = await buildCouncil();
  admin = callerFor(council, 'administrator');
});

const problems = async (result: ReturnType<typeof run>) => {
  const refused = await refusal(result);
  return refused.kind === 'invalid' ? refused.problems.map((one) => `${one.field}: ${one.message}`) : [refused.kind];
};
const dearne = () => readUnit(admin, (tx) => trustBySlug(tx, 'dearne-valley-trust'));

describe('trusts', () => {
  it('are added, renamed and corrected, each name once, and no change is lost', async () => {
    expect(await problems(run(saveTrust, admin, newTrust({ name: '', companyNumber: '123', address: '', customerNumber: '', lastOn: '2020-08-31' })))).toEqual([
      'name: Enter the name of the trust', 'companyNumber: Companies House number must have eight letters and figures, for example 07654321, or be empty',
      'address: Enter the address that invoices go to', 'customerNumber: Enter the customer number of the trust in the finance system', 'lastOn: Last day of the trust must be the first day or later',
    ]);
    expect(await done(run(saveTrust, admin, newTrust({ companyNumber: '' })))).toEqual({ slug: 'dearne-valley-trust' });
    expect(await problems(run(saveTrust, admin, newTrust({ name: 'DEARNE valley trust' })))).toEqual(['name: Dearne Valley Trust is on record already']);
    const before = await dearne();
    expect(before).toMatchObject({ company_number: null, customer_number: 'C-12', version: 1 });
    const renamed = newTrust({ trustId: before?.id, version: '1', name: 'Don Valley Trust', companyNumber: 'sc123456' });
    expect(await done(run(saveTrust, admin, renamed))).toEqual({ slug: 'dearne-valley-trust' });
    expect(await dearne()).toMatchObject({ name: 'Don Valley Trust', company_number: 'SC123456', version: 2 });
    expect(await refusal(run(saveTrust, admin, { ...renamed, customerNumber: 'C-13' }))).toMatchObject({ kind: 'stale', details: ['Customer number. Now: C-12. Yours: C-13'] });
    expect(await problems(run(saveTrust, admin, newTrust()))).toEqual(['name: Don Valley Trust was on record under this name before. Choose another']);
  });

  it('hold academies only, one trust at a time, on days on which both exist', async () => {
    await ofSector(council, 'aston', 'maintained', '2000-09-01', '2024-08-31');
    await ofSector(council, 'aston', 'academy', '2024-09-01');
    await ofSector(council, 'wales', 'maintained', '2000-09-01');
    await done(run(saveTrust, admin, newTrust()));
    const trust = await dearne();
    const join = (school: keyof typeof council.schools, joinsOn: string, leavesOn = '') => run(joinTrust, admin, { trustId: trust?.id, establishmentId: council.schools[school], joinsOn, leavesOn });
    expect(await problems(join('wales', '2025-09-01'))).toEqual(['establishmentId: Wales School is a maintained school on 1 September 2025. Only academies are in a trust: choose days on which it is one']);
    expect(await problems(join('brinsworth', '2025-09-01'))).toEqual(['establishmentId: Brinsworth School has no type on record for 1 September 2025. Only academies are in a trust: choose days on which it is one']);
    expect(await problems(join('aston', '2024-08-31'))).toEqual(['establishmentId: Aston School is a maintained school on 31 August 2024. Only academies are in a trust: choose days on which it is one']);
    expect(await problems(join('aston', '2020-08-31'))).toEqual(['joinsOn: First day in the trust must be 1 September 2020, when the trust begins, or later']);
    await done(join('aston', '2024-09-01', '2025-08-31'));
    await done(run(saveTrust, admin, newTrust({ name: 'Other Trust', customerNumber: 'C-13' })));
    const other = await readUnit(admin, (tx) => trustBySlug(tx, 'other-trust'));
    const second = { trustId: other?.id, establishmentId: council.schools.aston, joinsOn: '2025-08-31', leavesOn: '' };
    expect(await problems(run(joinTrust, admin, second))).toEqual([
      'establishmentId: A school is in one trust at a time. Aston School is in Dearne Valley Trust from 1 September 2024 to 31 August 2025. End that membership first, or choose other days',
    ]);
    await done(run(joinTrust, admin, { ...second, joinsOn: '2025-09-01' }));
    expect((await readUnit(admin, academyChoices)).map((one) => one.value)).toEqual([council.schools.aston]);
    expect((await readUnit(admin, trusts)).map((one) => [one.name, one.members.length])).toEqual([['Dearne Valley Trust', 1], ['Other Trust', 1]]);
  });

  it('keep a membership that ends or is corrected, by the same rules', async () => {
    const trust = await buildTrust(council, ['aston', 'wales']);
    const member = trust.members.find((one) => one.schoolId === council.schools.aston);
    const change = (changes: Readonly<Record<string, string>>) => run(changeTrustMember, admin, { trustMemberId: member?.id, version: '1', beginsOn: '2020-09-01', endsOn: '', ...changes });
    expect(await problems(change({ beginsOn: '2019-09-01' }))).toEqual(['beginsOn: First day in the trust must be 1 September 2020, when the trust begins, or later']);
    expect(await problems(change({ endsOn: '2020-08-31' }))).toEqual(['endsOn: Last day in the trust must be the first day or later']);
    await done(change({ beginsOn: '2021-01-04', endsOn: '2025-08-31' }));
    expect((await dearne())?.members.find((one) => one.id === member?.id)).toMatchObject({ firstOn: '2021-01-04', lastOn: '2025-08-31', version: 2 });
    expect(await problems(change({ endsOn: '2026-08-31' }))).toEqual(['stale']);
    const closing = newTrust({ trustId: trust.id, version: '1', lastOn: '2026-03-31' });
    expect(await problems(run(saveTrust, admin, closing))).toEqual(['lastOn: Wales School is in the trust without a last day. End that membership first, or choose a later last day']);
    expect(await problems(run(saveTrust, admin, { ...closing, lastOn: '', firstOn: '2020-09-02' }))).toEqual(['firstOn: Wales School is in the trust from 1 September 2020. Correct that day first, or choose an earlier first day']);
  });

  it('are for administrators of the authority only', async () => {
    const trust = await buildTrust(council, ['aston']);
    for (const caller of [callerFor(council, 'placement_officer'), callerFor(council.neighbour, 'administrator')]) {
      expect(await problems(run(saveTrust, caller, newTrust({ trustId: trust.id, version: '1' })))).toEqual(['not_found']);
      expect(await problems(run(joinTrust, caller, { trustId: trust.id, establishmentId: council.schools.wales, joinsOn: '2025-09-01', leavesOn: '' }))).toEqual(['not_found']);
      expect(await problems(run(changeTrustMember, caller, { trustMemberId: trust.members[0]?.id, version: '1', beginsOn: '2020-09-01', endsOn: '' }))).toEqual(['not_found']);
    }
    expect(await readUnit(callerFor(council.neighbour, 'administrator'), trusts)).toEqual([]);
  });

  it('are held to these rules by the database, whoever writes', async () => {
    const trust = await buildTrust(council, ['aston']);
    await ofSector(council, 'wales', 'maintained', '2000-09-01');
    await asApp(council, council.id, async (client) => {
      const member = 'INSERT INTO trust_member (authority_id, trust_id, establishment_id, first_on, last_on) VALUES ($1, $2, $3, $4, $5)';
      expect(await answerOf(client, member, [council.id, trust.id, council.schools.aston, '2025-09-01', null])).toBe('FP002');
      expect(await answerOf(client, member, [council.id, trust.id, council.schools.wales, '2025-09-01', null])).toBe('FP003');
      expect(await answerOf(client, member, [council.id, trust.id, council.schools.brinsworth, '2025-09-01', '2025-09-02'])).toBe('FP003');
      expect(await answerOf(client, member, [council.id, trust.id, council.neighbour.schools.aston, '2025-09-01', null])).toBe('23503');
      expect(await answerOf(client, "UPDATE trust SET last_on = '2026-03-31'")).toBe('FP003');
      expect(await answerOf(client, "UPDATE agreement SET payer = 'fund_holder_trust'")).toBe('23514');
      expect(await answerOf(client, "INSERT INTO ledger_account (authority_id, kind, establishment_id, trust_id) VALUES ($1, 'payer', $2, $3)", [council.id, council.schools.aston, trust.id])).toBe('23514');
      expect(await answerOf(client, "INSERT INTO ledger_account (authority_id, kind) VALUES ($1, 'payer')", [council.id])).toBe('23514');
      expect(await answerOf(client, "INSERT INTO ledger_account (authority_id, kind, trust_id) VALUES ($1, 'payer', $2)", [council.id, randomUUID()])).toBe('23503');
      expect(await answerOf(client, 'DELETE FROM trust_member')).toBe('42501');
    });
  });
});

describe('an agreement that a trust pays for', () => {
  const byTrust = (fundHolderTrustId: string) => newTerms(council, council.agreementId, { payer: 'fund_holder_trust', fundHolderTrustId });

  it('needs a trust with a school in the partnership in the year', async () => {
    const trust = await buildTrust(council, ['aston']);
    await done(run(saveTrust, admin, newTrust({ name: 'Empty Trust', customerNumber: 'C-13' })));
    const empty = await readUnit(admin, (tx) => trustBySlug(tx, 'empty-trust'));
    const none = ['fundHolderTrustId: The fund-holder trust must have a school that is a member of the partnership in the year'];
    expect(await problems(byTrust(''))).toEqual(['fundHolderTrustId: Choose the fund-holder trust, which pays']);
    expect(await problems(byTrust(empty?.id ?? ''))).toEqual(none);
    expect(await problems(byTrust(randomUUID()))).toEqual(none);
    expect((await readUnit(admin, (tx) => termsChoices(tx, council.partnershipId, '2025/26'))).trusts).toEqual([{ value: trust.id, text: 'Dearne Valley Trust' }]);
    // In the trust and in the partnership, but never on the same day of the year.
    const { rows: [member] } = await council.database.owner.query<{ id: string }>('SELECT id FROM partnership_member WHERE authority_id = $1 AND establishment_id = $2', [council.id, council.schools.aston]);
    await done(run(leavePartnership, admin, { memberId: member?.id, lastDay: '2025-09-30' }));
    await done(run(changeTrustMember, admin, { trustMemberId: trust.members[0]?.id, version: '1', beginsOn: '2025-10-01', endsOn: '' }));
    expect(await problems(byTrust(trust.id))).toEqual(none);
    expect((await readUnit(admin, (tx) => termsChoices(tx, council.partnershipId, '2025/26'))).trusts).toEqual([]);
  });

  it('names it in its terms, in the heads\u2019 and leads\u2019 words, and by its new name as soon as it is renamed', async () => {
    const trust = await buildTrust(council, ['wales']);
    const { agreementId } = await done(byTrust(trust.id));
    const view = await readUnit(admin, (tx) => agreementView(tx, agreementId));
    expect(view?.row).toMatchObject({ payer: 'fund_holder_trust', fund_holder_id: null, fund_holder_trust_id: trust.id, terms_version: 2 });
    expect(view?.terms).toContainEqual({ label: 'Payer', value: 'The fund-holder trust, Dearne Valley Trust' });
    const [before] = await readUnit(admin, (tx) => loadAgreements(tx, calendarDate('2026-03-02'), calendarDate('2026-03-02')));
    expect(before).toMatchObject({ fundHolderId: trust.id, fundHolderName: 'Dearne Valley Trust' });
    await done(run(saveTrust, admin, newTrust({ trustId: trust.id, version: '1', name: 'Don Valley Trust' })));
    const [after] = await readUnit(admin, (tx) => loadAgreements(tx, calendarDate('2026-03-02'), calendarDate('2026-03-02')));
    expect(after?.fundHolderName).toBe('Don Valley Trust');
    const aston = { id: council.schools.aston, name: 'Aston School' };
    expect((await readUnit(callerFor(council, 'headteacher'), (tx) => partnershipDashboard(tx, 'south', aston)))?.payer)
      .toEqual({ question: 'Does Aston School pay?', answer: "No. Don Valley Trust holds the partnership's fund and pays for the whole partnership." });
    expect((await readUnit(callerFor(council, 'partnership_lead'), (tx) => partnershipDashboard(tx, 'south', null)))?.payer.answer)
      .toBe("Don Valley Trust, which holds the partnership's fund, pays for the whole partnership.");
    expect((await dearne())?.pays_for).toEqual([{ agreementId, partnership: 'Rotherham South', academicYear: '2025/26' }]);
  });
});
