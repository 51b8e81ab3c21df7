import type { ComponentProps } from 'react';
import { PlainShell } from '@/components/layout/plain-shell';
import { isAllDemonstration } from '@/lib/server/page-frame';

/** The frame of pages that belong to no authority. Where all of the service is a demonstration, they say so too. */
export async function PublicShell({ isDemonstration = false, ...shell }: ComponentProps<typeof PlainShell>) {
  return <PlainShell {...shell} isDemonstration={isDemonstration || (await isAllDemonstration())} />;
}
