/**
 * What was typed in a form that is still open, kept in this tab only, so that a session that ends meanwhile does not
 * lose it. A draft is `typed` while one writes, `sent` once the form was sent, and `ended` when the session ended
 * before the form was done: only then is it offered back.
 */
type Stage = 'typed' | 'sent' | 'ended';
export type DraftValues = readonly (readonly [name: string, value: string])[];

interface Draft {
  readonly stage: Stage;
  readonly values: DraftValues;
}

const PREFIX = 'fairplace-draft ';

/** The part of sessionStorage that drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** One form of one person at one address. */
export function draftKey(personId: string, address: string, form: string): string {
  return `${PREFIX}${personId} ${address} ${form}`;
}

export function keepDraft(storage: DraftStorage, key: string, values: DraftValues): void {
  write(storage, key, { stage: 'typed', values });
}

export function markSent(storage: DraftStorage, key: string): void {
  const draft = read(storage, key);
  if (draft) write(storage, key, { ...draft, stage: 'sent' });
}

/** The form came to its end: what was sent is not needed any more. */
export function dropSent(storage: DraftStorage, key: string): void {
  if (read(storage, key)?.stage === 'sent') storage.removeItem(key);
}

export function dropDraft(storage: DraftStorage, key: string): void {
  storage.removeItem(key);
}

/** The session ended: every form that was open is to be offered back. */
export function endDrafts(storage: DraftStorage): void {
  for (const key of draftKeys(storage)) {
    const draft = read(storage, key);
    if (draft) write(storage, key, { ...draft, stage: 'ended' });
  }
}

export function dropAllDrafts(storage: DraftStorage): void {
  for (const key of draftKeys(storage)) storage.removeItem(key);
}

/** On arriving at a page: what another person left, and forms that were done or left by choice, are forgotten. */
export function tidyDrafts(storage: DraftStorage, personId: string): void {
  for (const key of draftKeys(storage)) {
    if (!key.startsWith(`${PREFIX}${personId} `) || read(storage, key)?.stage !== 'ended') storage.removeItem(key);
  }
}

/** What to offer back; null when there is nothing. */
export function endedDraft(storage: DraftStorage, key: string): DraftValues | null {
  const draft = read(storage, key);
  return draft?.stage === 'ended' ? draft.values : null;
}

function draftKeys(storage: DraftStorage): string[] {
  return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter((key) => key.startsWith(PREFIX));
}

/** Only this file writes under the prefix, so what stands there is a draft. */
function read(storage: DraftStorage, key: string): Draft | null {
  const text = storage.getItem(key);
  return text === null ? null : (JSON.parse(text) as Draft);
}

function write(storage: DraftStorage, key: string, draft: Draft): void {
  storage.setItem(key, JSON.stringify(draft));
}
