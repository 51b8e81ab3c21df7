import { formatPounds } from '@/lib/core/pence';
import type { QuotaEffect } from '../quota-effect';
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
  const { peak } = preview;
  if (!peak) return { tone: 'quiet', words: `Changes nothing in ${name}\u2019s use of its quota` };
  const over = peak.useTenths - peak.quotaTenths;
  if (over > 0) {
    const money = preview.added > 0n ? `, ${formatPounds(preview.added)}` : '';
    return { tone: 'over', words: `${name} goes ${tenthsInWords(over)} over its quota${money}` };
  }
  if (over === 0) return { tone: 'due', words: `Uses ${name}\u2019s last free place` };
  return { tone: 'fine', words: `${name} uses at most ${tenthsInWords(peak.useTenths)} of ${tenthsInWords(peak.quotaTenths)} places` };
}
