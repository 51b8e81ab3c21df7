import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Statement } from '@/components/charges/statement';
import { leftOf, leftOfStatement, tenthsLeftOf } from '@/lib/charges/rules/statement-left';
import { whyNotPosted } from '@/lib/charges/rules/why-not-posted';
import type { GroupState, GroupView, StatementView } from '@/lib/charges/types';
import { calendarDate } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';

const day = calendarDate('2026-03-02');
const group = (reference: string, state: GroupState, tenths: number, amount: bigint): GroupView => ({
  placementId: reference, reference, schoolName: 'Aston', firstOn: day, lastOn: day, afterExclusion: false, tenths, amount: pence(amount), state, days: [], queries: [],
});
const statement = (withdrawn: bigint): StatementView => ({
  id: 's', number: 'ST-1', partnershipName: 'South', slug: 'south', sentOn: day, replyBy: calendarDate('2026-03-13'), agreement: 'A-1', rule: 'By the day', tenths: 300,
  total: pence(30_000n), withdrawn: pence(withdrawn), held: pence(0), payers: [], groups: [group('PL-1', 'draft', 200, 20_000n), group('PL-2', withdrawn === 0n ? 'draft' : 'withdrawn', 100, 10_000n)],
});
const html = (withdrawn: bigint, isPreview = false) => renderToStaticMarkup(<Statement statement={statement(withdrawn)} left={leftOfStatement(statement(withdrawn))} level={2} isPreview={isPreview} />);
const footOf = (page: string) => (/<tfoot[\s\S]*?<\/tfoot>/.exec(page)?.[0] ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();

describe('a statement', () => {
  it('totals what is left after an upheld query', () => {
    expect(leftOf(statement(10_000n))).toBe(20_000n);
    expect(tenthsLeftOf(statement(10_000n))).toBe(200);
    expect(footOf(html(10_000n))).toContain('Total left');
    expect(footOf(html(10_000n))).toMatch(/\b20 .*£200\.00/);
    expect(footOf(html(0n))).toMatch(/^Total .*\b30 .*£300\.00/);
  });

  it('says Sent only where it was', () => {
    expect(html(0n)).toMatch(/>Sent<[\s\S]*2 March 2026; queries until 13 March 2026/);
    expect(html(0n, true)).not.toMatch(/>Sent</);
    expect(html(0n, true)).toContain('If it is sent on 2 March 2026, queries until 13 March 2026');
  });

  it('of a draft says from which day it can be posted', () => {
    const draft = { isPosted: false, draftUntil: calendarDate('2026-03-31'), needsSecond: false, draftedBy: 'a' };
    expect(whyNotPosted(draft, 'a', calendarDate('2026-03-31'))).toBe('Partnerships can query the draft until 31 March 2026. It can be posted from 1 April 2026');
    expect(whyNotPosted(draft, 'a', calendarDate('2026-04-01'))).toBeNull();
  });
});
