import { describe, expect, it } from 'vitest';
import { actInWords } from '@/lib/publishing/rules/audit-words';
import { changedValues } from '@/lib/publishing/rules/audit-values';
import { ACTION_ACCESS } from '@/lib/server/access';

describe('acts in words', () => {
  it('has words for every act that leaves a line', () => {
    expect(Object.keys(ACTION_ACCESS).filter((act) => act !== 'session.sign_out' && actInWords(act) === act)).toEqual([]);
  });
});

describe('values in words', () => {
  const nameOf = (id: string) => (id === 'id-1' ? 'Rowan' : null);
  it('gives old and new where both are known, and only what differs', () => {
    expect(changedValues({ state: 'accepted', lastOn: '2026-03-27' }, { state: 'not_arrived', lastOn: '2026-03-27' }, nameOf))
      .toEqual([{ label: 'State', before: 'accepted', after: 'did not arrive' }]);
  });
  it('writes dates, money, shares, records, lists and nothing as people read them', () => {
    expect(changedValues(null, { firstOn: '2026-04-13', annualPence: '1586900', share: 5, site: 'id-1', closedOn: null, signIn: true, terms: [{}, {}], kind: 'day6' }, nameOf).map((one) => `${one.label}: ${one.after}`))
      .toEqual(['First day: 13 April 2026', 'Price a year: £15,869.00', 'Share: 0.5 of full time', 'Site: Rowan', 'Has a sign-in: yes', 'Terms: 2 entries', 'Kind: Day-6 place']);
  });
});
