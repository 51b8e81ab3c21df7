import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ExclusionsReport } from '@/components/reports/exclusions-report';
import { calendarDate } from '@/lib/core/calendar-date';
import { suppressList } from '@/lib/publishing/rules/suppression';
import type { AuthorityReport } from '@/lib/publishing/types';

const year = (label: string, firstOn: string, lastOn: string) => ({ label, firstOn: calendarDate(firstOn), lastOn: calendarDate(lastOn) });

/** A report of which only exclusions are looked at; upheld as the rule shows it beside the number recorded. */
function report(thisYear: readonly [recorded: number, upheld: number], lastYear: readonly [recorded: number, upheld: number]): AuthorityReport {
  const shown = ([recorded, upheld]: readonly [number, number]) => {
    const split = suppressList([upheld, recorded - upheld]);
    return { recorded: split.total, upheld: split.counts[0] ?? null };
  };
  const [now, before] = [shown(thisYear), shown(lastYear)];
  return {
    on: calendarDate('2026-03-02'), commissioned: null, sites: [], quotas: [], quotaTotal: null, quotaOn: null, exclusions: [], outside: [], change: null, starts: null, suppressed: true,
    point: { number: 107, thisYear: year('2025/26', '2025-09-01', '2026-03-02'), lastYear: year('2024/25', '2024-09-01', '2025-03-03'), calendarName: 'CAL-25' },
    recorded: { name: 'Recorded', thisYear: now.recorded, lastYear: before.recorded }, upheld: { name: 'Upheld', thisYear: now.upheld, lastYear: before.upheld },
  };
}

describe('the number upheld beside the number recorded', () => {
  it('is withheld with its reason where the rest is small, and the reason does not say which of the two is', () => {
    const [rest, upheld] = [[22, 19], [22, 3]].map((lastYear) => renderToStaticMarkup(<ExclusionsReport report={report([24, 14], [lastYear[0] ?? 0, lastYear[1] ?? 0])} />));
    expect(rest).toContain('14 this year, [c] last year');
    expect(rest).toContain('The number upheld last year is withheld because taking it from the number recorded gives the number not upheld, and one of the two is from 1 to 4.');
    expect(rest).toBe(upheld);
  });

  it('has no such reason where both are shown, or where the number recorded is left out too', () => {
    expect(renderToStaticMarkup(<ExclusionsReport report={report([24, 14], [22, 12])} />)).not.toContain('withheld');
    expect(renderToStaticMarkup(<ExclusionsReport report={report([24, 14], [3, 3])} />)).not.toContain('withheld');
  });
});
