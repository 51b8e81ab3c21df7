/** What a correction changed, and what two people would each write. */
import { describe, expect, it } from 'vitest';
import { bothVersions, changesBetween, changesInWords } from '@/lib/exclusions/rules/corrections';

const detail = (label: string, words: string) => ({ label, words });

describe('a correction', () => {
  it('lists what differs in the order of the record, and what is new as instead of none', () => {
    const changes = changesBetween([detail('Birth date', '5 March 2012'), detail('UPN', 'none')], [detail('Birth date', '3 May 2012'), detail('UPN', 'none'), detail('Contact 1', 'Ann')]);
    expect(changesInWords(changes)).toBe('Birth date: 3 May 2012 instead of 5 March 2012. Contact 1: Ann instead of none');
  });

  it('shows both versions of each detail that differs', () => {
    expect(bothVersions([detail('Postcode', 'S65'), detail('UPN', 'none')], [detail('Postcode', 'S60'), detail('UPN', 'none')])).toEqual(['Postcode: now S65; you typed S60']);
  });
});
