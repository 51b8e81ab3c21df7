import type { Metadata } from 'next';
import { PublicShell } from '@/app/public-shell';
import { SettleDrafts } from '@/components/session/settle-drafts';
import { PageHeading } from '@/components/ui/page-heading';
import { LinkButton } from '@/components/ui/link-button';

export const metadata: Metadata = { title: 'Signed out' };

export default function SignedOutPage() {
  return (
    <PublicShell>
      <SettleDrafts tell />
      <PageHeading lead="Close the browser if others use this computer.">You are signed out</PageHeading>
      <p><LinkButton href="/sign-in" kind="secondary">Sign in again</LinkButton></p>
    </PublicShell>
  );
}
