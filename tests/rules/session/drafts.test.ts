import { describe, expect, it } from 'vitest';
import { draftKey, dropAllDrafts, dropDraft, dropSent, endDrafts, endedDraft, keepDraft, markSent, tidyDrafts, type DraftStorage } from '@/components/session/drafts';

function storageOf(): DraftStorage {
  const kept = new Map<string, string>([['another-thing', 'stays']]);
  return {
    get length() { return kept.size; },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const TYPED = [['reason', 'A long sentence']] as const;
const key = draftKey('ann', '/rotherham/officer/referrals/new', 'Record');

describe('drafts', () => {
  it('are offered back only when the session ended before the form was done', () => {
    const storage = storageOf();
    keepDraft(storage, key, TYPED);
    expect(endedDraft(storage, key)).toBeNull();
    endDrafts(storage);
    expect(endedDraft(storage, key)).toEqual(TYPED);
    tidyDrafts(storage, 'ann');
    expect(endedDraft(storage, key)).toEqual(TYPED);
  });

  it('are forgotten when the page is left by choice', () => {
    const storage = storageOf();
    keepDraft(storage, key, TYPED);
    tidyDrafts(storage, 'ann');
    endDrafts(storage);
    expect(endedDraft(storage, key)).toBeNull();
  });

  it('are forgotten once the form is done, and kept when sending it met the end of the session', () => {
    const storage = storageOf();
    keepDraft(storage, key, TYPED);
    dropSent(storage, key);
    expect(storage.getItem(key)).not.toBeNull();
    markSent(storage, key);
    endDrafts(storage);
    expect(endedDraft(storage, key)).toEqual(TYPED);
    markSent(storage, key);
    dropSent(storage, key);
    expect(storage.getItem(key)).toBeNull();
  });

  it('are never shown to another person', () => {
    const storage = storageOf();
    keepDraft(storage, key, TYPED);
    endDrafts(storage);
    tidyDrafts(storage, 'ben');
    expect(endedDraft(storage, key)).toBeNull();
  });

  it('are of one address and one form', () => {
    const storage = storageOf();
    keepDraft(storage, key, TYPED);
    endDrafts(storage);
    expect(endedDraft(storage, draftKey('ann', '/rotherham/officer/referrals/new', 'Another'))).toBeNull();
    expect(endedDraft(storage, draftKey('ann', '/rotherham/officer', 'Record'))).toBeNull();
    dropDraft(storage, key);
    expect(endedDraft(storage, key)).toBeNull();
  });

  it('go all together at sign-out, and nothing else goes', () => {
    const storage = storageOf();
    keepDraft(storage, key, TYPED);
    keepDraft(storage, draftKey('ben', '/', 'x'), TYPED);
    dropAllDrafts(storage);
    expect(storage.length).toBe(1);
    expect(storage.getItem('another-thing')).toBe('stays');
  });
});
