import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { entered } from '../entered';
import { enterPriceInput, type PRICE_BASES } from '../input';
import { mayKeepSpend } from '../policy';
import { loadProviders } from '../store';

type Basis = (typeof PRICE_BASES)[number];

/** What a price is for: a year of so many days, a week of school days, a school day. */
const BASES: Readonly<Record<Basis, { readonly per: 'year' | 'week' | 'day'; readonly dayRule: 'school' | 'calendar'; readonly yearDays: number | null }>> = {
  year_190: { per: 'year', dayRule: 'school', yearDays: 190 }, year_195: { per: 'year', dayRule: 'school', yearDays: 195 },
  year_365: { per: 'year', dayRule: 'calendar', yearDays: 365 }, week: { per: 'week', dayRule: 'school', yearDays: null }, day: { per: 'day', dayRule: 'school', yearDays: null },
};

/** Enters a provider's price from a day on, until the next one begins. Of several from one day the last entered counts. */
export const enterPrice: Command<typeof enterPriceInput, { providerId: string }> = {
  name: 'spend.enter_price',
  input: enterPriceInput,
  handle: async (tx, { providerId, priceKind, paidBy, amount, basis, firstOn, source }) => {
    if (!mayKeepSpend(tx.actor)) throw notFoundRefusal();
    if (!(await loadProviders(tx)).some((one) => one.id === providerId)) throw notFoundRefusal();
    if (priceKind === 'place' && basis !== 'year_365') throw invalid('basis', 'A place is bought for a year of 365 days, due in twelfths: choose that basis');
    if (priceKind === 'pupil' && paidBy === 'department') throw invalid('paidBy', 'The department pays for places, not for pupils: choose the authority or schools');
    const { per, dayRule, yearDays } = BASES[basis];
    const id = await entered(tx, sql`
      INSERT INTO provider_price (authority_id, provider_id, kind, paid_by, pence, per, day_rule, year_days, first_on, source, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${providerId}::uuid, ${priceKind}, ${paidBy}, ${amount}, ${per}, ${dayRule}, ${priceKind === 'place' ? null : yearDays}::int, ${firstOn}::date,
              ${source}, ${tx.actor.personId}::uuid, ${tx.now}) RETURNING id`);
    return {
      outcome: { providerId },
      audit: { subjectKind: 'provider_price', subjectId: id, reason: source, after: { provider: providerId, priceOf: priceKind, paidBy, pence: amount, per, fromOn: firstOn } },
    };
  },
};
