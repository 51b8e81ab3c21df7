import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';
import type { QuotaEffect } from '../quota-effect';
import { isOverAsCounted, type MeasureFacts } from '../rules/measure-facts';
import { overQuotaInWords, placeDaysInWords } from '../rules/measure-words';
import { tenthsInWords } from '../rules/preview-words';

/** What a placement does to a quota, in a few words for a list, with the tone of a status. */
export interface QuotaLine {
  readonly tone: 'over' | 'due' | 'fine' | 'quiet';
  readonly words: string;
}

/** "Uses Rotherham South's last free place", "Rotherham South goes 1 over". For information: options are never ordered by it. */
export function quotaLine(effects: readonly QuotaEffect[]): QuotaLine {
  if (effects.length === 0) return { tone: 'quiet', words: 'Counts to no partnership\u2019s quota' };
  const lines = effects.map(lineOf);
  return lines.find((one) => one.tone === 'over') ?? lines.find((one) => one.tone === 'due') ?? lines[0] ?? { tone: 'quiet', words: '' };
}

function lineOf({ agreement, preview }: QuotaEffect): QuotaLine {
  const name = agreement.partnershipName;
  const { peak, facts } = preview;
  if (peak && facts.kind !== 'daily') return lineAsCounted(name, preview, facts);
  if (!peak) return { tone: 'quiet', words: `Changes nothing in ${name}\u2019s use of its quota` };
  const over = peak.useTenths - peak.quotaTenths;
  if (over > 0) {
    const money = preview.added > 0n ? `, ${formatPounds(preview.added)}` : '';
    return { tone: 'over', words: `${name} goes ${tenthsInWords(over)} over its quota${money}` };
  }
  if (over === 0) return { tone: 'due', words: `Uses ${name}\u2019s last free place` };
  return { tone: 'fine', words: `${name} uses at most ${tenthsInWords(peak.useTenths)} of ${tenthsInWords(peak.quotaTenths)} places` };
}

/** In the terms of a measure that does not count day by day. */
function lineAsCounted(name: string, { added }: QuotaEffect['preview'], facts: Exclude<MeasureFacts, { readonly kind: 'daily' }>): QuotaLine {
  const tone = isOverAsCounted(facts, false) ? 'over' : 'fine';
  switch (facts.kind) {
    case 'yearly_allowance':
      return { tone, words: `${name} uses ${placeDaysInWords(facts.usedTenths)} of ${placeDaysInWords(facts.allowanceTenths)} place-days of the year${added > 0n ? `, ${formatPounds(added)}` : ''}` };
    case 'census_day': {
      const [first] = facts.changed;
      if (!first) return { tone: 'quiet', words: `Changes nothing of what ${name} counts on a census day` };
      return { tone, words: `${name} counts ${tenthsInWords(first.useTenths)} of ${tenthsInWords(first.quotaTenths)} places on census day ${dateInWords(first.on)}${added > 0n ? `, ${formatPounds(added)}` : ''}` };
    }
    case 'annual_average':
      return { tone, words: `${name} expects ${overQuotaInWords(facts.withTenths)} at the year\u2019s end if nobody leaves` };
  }
}
