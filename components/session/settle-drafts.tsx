'use client';

import { useEffect } from 'react';
import { dropAllDrafts, endDrafts } from './drafts';
import { tellOtherTabs } from './signed-out';

/** On the pages after a session: drafts are kept to be offered back, or forgotten; after signing out in the browser's other tabs too. */
export function SettleDrafts({ keep = false, tell = false }: { keep?: boolean; tell?: boolean }) {
  useEffect(() => {
    if (keep) return endDrafts(sessionStorage);
    dropAllDrafts(sessionStorage);
    if (tell) tellOtherTabs();
  }, [keep, tell]);
  return null;
}
