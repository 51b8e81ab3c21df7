import { describe, expect, it } from 'vitest';
import { backAddress, signInAfterIdle } from '@/lib/core/back-address';
import { namesPupils } from '@/lib/core/idle-pages';

describe('backAddress', () => {
  it.each(['/rotherham/officer', '/rotherham/officer/pupils?q=ann&page=2'])('keeps %s', (address) => {
    expect(backAddress(address)).toBe(address);
  });

  it.each(['', '//evil.example/x', '/\\evil.example', '/\t/evil.example', 'https://evil.example/', 'javascript:alert(1)', 'rotherham/officer', '/.//evil.example', '/sign-in?back=/x', '/sign-out', `/${'x'.repeat(3000)}`, null, undefined])(
    'leads nowhere else: %s', (address) => {
      expect(backAddress(address)).toBeNull();
    });

  it('goes into the sign-in page after an idle session', () => {
    expect(signInAfterIdle('/rotherham/officer?a=b&c')).toBe('/sign-in?ended=idle&back=%2Frotherham%2Fofficer%3Fa%3Db%26c');
    expect(signInAfterIdle('//evil.example')).toBe('/sign-in?ended=idle');
  });
});

describe('namesPupils', () => {
  it('holds for paths of the tree and for addresses', () => {
    expect(['/[authority]/officer', '/rotherham/site/a/calendar', '/rotherham/school', '/rotherham/tasks'].map(namesPupils)).toEqual([true, true, true, true]);
    expect(['/rotherham', '/rotherham/officers', '/rotherham/board', '/sign-in'].map(namesPupils)).toEqual([false, false, false, false]);
  });
});
