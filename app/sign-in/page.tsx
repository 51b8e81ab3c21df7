import type { Metadata } from 'next';
import { SignInForm } from '@/components/forms/sign-in-form';
import { PlainShell } from '@/components/layout/plain-shell';
import { PageHeading } from '@/components/ui/page-heading';
import { signIn } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

export default function SignInPage() {
  return (
    <PlainShell>
      <PageHeading>Sign in</PageHeading>
      <SignInForm action={signIn} />
    </PlainShell>
  );
}
