import type { ComponentProps } from 'react';
import { PlainShell } from '@/components/layout/plain-shell';
import { allAuthorities } from '@/lib/server/sign-in';

/** The frame of pages that belong to no authority. Where all of the service is a demonstration, they say so too. */
export async function PublicShell({ isDemonstration = false, ...shell }: ComponentProps<typeof PlainShell>) {
  const authorities = await allAuthorities();
  return <PlainShell {...shell} isDemonstration={isDemonstration || (authorities.length > 0 && authorities.every((one) => one.is_demonstration))} />;
}
