import { describe, expect, it } from 'vitest';
import { askedSuggestion } from '@/lib/agreements/queries/quota-suggestion';

const asked = (changes: Readonly<Record<string, string>> = {}) => ({ places: '55', by: 'roll', phase: 'secondary', min: '', max: '', ...changes });

describe('a suggestion that is asked for', () => {
  it('says at each field what is wrong', () => {
    expect(askedSuggestion(asked({ places: '' }), true)).toEqual({ suggestion: null, problems: { places: 'Enter how many places to split' } });
    expect(askedSuggestion(asked({ places: '-3', min: '40', max: '10' }), true).problems)
      .toEqual({ places: 'Places to split must be a whole number, 0 or more', max: 'Most for each must be 40, the fewest, or more' });
    expect(Object.keys(askedSuggestion(asked({ places: '1.5', min: 'x', max: 'y' }), true).problems)).toEqual(['places', 'min', 'max']);
  });

  it('is none before the form is sent, and has no upper bound when none is typed', () => {
    expect(askedSuggestion(asked({ places: '' }), false)).toEqual({ suggestion: null, problems: {} });
    expect(askedSuggestion(asked({ min: '10' }), true)).toEqual({ suggestion: { places: 55, min: 10, max: null, by: 'roll', phase: 'secondary' }, problems: {} });
  });
});
