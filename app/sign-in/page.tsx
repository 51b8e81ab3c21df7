import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/forms/sign-in-form';
import { PublicShell } from '@/app/public-shell';
import { Notice } from '@/components/ui/notice';
import { SettleDrafts } from '@/components/session/settle-drafts';
import { PageHeading } from '@/components/ui/page-heading';
import { signedInAccount } from '@/lib/server/own-password';
import { backAddress } from '@/lib/core/back-address';
import { signIn } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ ended?: string | string[]; back?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { ended, back } = await searchParams;
  const isIdle = ended === 'idle';
  const account = await signedInAccount();
  if (account?.password_due) redirect('/password');
  return (
    <PublicShell>
      <PageHeading>Sign in</PageHeading>
      {isIdle ? <Notice kind="info" title="You were signed out">Pages that name pupils close after a time without use. Sign in to go on where you were.</Notice> : null}
      {account ? <Notice kind="info" title={`You are signed in as ${account.email}`} action={<a href="/choose-authority">Your pages</a>}>Signing in below goes on as somebody else.</Notice> : null}
      <SettleDrafts keep={isIdle} />
      <SignInForm action={signIn} back={typeof back === 'string' ? backAddress(back) : null} />
    </PublicShell>
  );
}
