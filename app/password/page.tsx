import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PasswordForm } from '@/components/forms/password-form';
import { PublicShell } from '@/app/public-shell';
import { BackLink } from '@/components/ui/back-link';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { signedInAccount } from '@/lib/server/own-password';
import { change } from './actions';

export const metadata: Metadata = { title: 'Your password' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PasswordPage({ searchParams }: Props) {
  const account = await signedInAccount();
  if (account === null) redirect('/sign-in');
  const isChanged = (await searchParams).changed === '1' && !account.password_due;
  return (
    <PublicShell account={account.email}>
      {account.password_due ? null : <BackLink href="/choose-authority">Your pages</BackLink>}
      <PageHeading lead={account.password_due ? 'Your administrator gave you a password. Choose one of your own before you go on.' : undefined}>Your password</PageHeading>
      {isChanged ? <Notice kind="success" title="Your password is changed">Your other sessions have ended.</Notice> : null}
      <PasswordForm action={change} isDue={account.password_due} />
    </PublicShell>
  );
}
