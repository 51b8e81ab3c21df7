import { describe, expect, it } from 'vitest';
import { smallNumbers, smallNumbersQuestion } from '@/lib/publishing/rules/forum/small-numbers';

const NAMES = ['Aspire Secondary', 'The Rowan Centre', 'Aston Academy', 'Rotherham South', 'Wales High School'];
const found = (text: string): string[] => smallNumbers([{ where: 'Background', text }], NAMES).map((one) => one.sentence);

describe('small numbers beside a name', () => {
  it('are found in digits and in words, by the whole name or its own word', () => {
    expect(found('Spend rose. Two pupils of Aspire went to college. Costs fell.')).toEqual(['Two pupils of Aspire went to college.']);
    expect(found('At The Rowan Centre 3 pupils left')).toHaveLength(1);
    expect(found('Aston Academy excluded a single pupil')).toHaveLength(1);
    expect(found('Both came from Wales')).toHaveLength(1);
    expect(found('Rotherham South: one more than last year')).toHaveLength(1);
  });

  it('are not dates, amounts, years, shares or larger numbers', () => {
    for (const text of [
      'Aspire opens on 4 December 2025', 'Aspire cost \u00a32 more', 'Aspire has 12 pupils', 'Item 4 is about Aspire', 'Year 3 pupils at Aspire', 'Aspire rose by 3.5%', 'Aspire spent \u00a31,234.50', 'Aspire: 2%',
      'Aspire meets on 1st Mondays', 'Aspire spends 1.4 million', 'Aspire in Key Stage 4', 'One thing is certain: aspire',
    ]) expect(found(text), text).toEqual([]);
  });

  it('are found without a name where they count pupils', () => {
    for (const text of ['Four pupils began over the quota.', 'We placed 2 more young people', 'A single child waits']) expect(found(text), text).toHaveLength(1);
    for (const text of ['Twelve pupils began', 'Year 3 pupils began', 'Four partnerships have pupils']) expect(found(text), text).toEqual([]);
  });

  it('make a question that names where they stand; nothing found asks nothing', () => {
    expect(smallNumbersQuestion([])).toBeNull();
    expect(smallNumbersQuestion(smallNumbers([{ where: 'Risks', text: 'Two pupils of Aspire wait.' }], NAMES))).toBe('A small number stands beside a name. Risks: "Two pupils of Aspire wait." Check that this tells of no single pupil');
  });
});
