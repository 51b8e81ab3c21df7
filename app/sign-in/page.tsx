import type { Metadata } from 'next';
import { SignInForm } from '@/components/forms/sign-in-form';
import { PlainShell } from '@/components/layout/plain-shell';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { signIn } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ ended?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { ended } = await searchParams;
  return (
    <PlainShell>
      <PageHeading>Sign in</PageHeading>
      {ended === 'idle' ? <Notice kind="info" title="You were signed out">Pages that name pupils close after a time without use. Sign in to go on.</Notice> : null}
      <SignInForm action={signIn} />
    </PlainShell>
  );
}
