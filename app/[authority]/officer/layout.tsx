import type { ReactNode } from 'react';
import { SearchBox } from '@/components/placing/search-box';

type Props = { children: ReactNode; params: Promise<{ authority: string }> };

/** Search stands on every officer's page. It guards nothing: each page does. */
export default async function OfficerLayout({ children, params }: Props) {
  return (
    <>
      <SearchBox action={`/${(await params).authority}/officer/pupils`} />
      {children}
    </>
  );
}
