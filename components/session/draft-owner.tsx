'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { tidyDrafts } from './drafts';
import { followOtherTabs } from './signed-out';

interface Owner {
  readonly personId: string;
  /** Path and question of the page. */
  readonly address: string;
}

const OwnerContext = createContext<Owner | null>(null);

/** Whose drafts the forms of a page are, and of which page; null where nobody is signed in: then none are kept. */
export function useDraftOwner(): Owner | null {
  return useContext(OwnerContext);
}

export function DraftOwner({ personId, children }: { personId: string; children: ReactNode }) {
  const search = useSearchParams().toString();
  const address = `${usePathname()}${search === '' ? '' : `?${search}`}`;
  useEffect(() => tidyDrafts(sessionStorage, personId), [personId, address]);
  useEffect(followOtherTabs, []);
  return <OwnerContext value={{ personId, address }}>{children}</OwnerContext>;
}
