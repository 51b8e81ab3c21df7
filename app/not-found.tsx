import { PageHeading } from '@/components/ui/page-heading';
import { PlainShell } from '@/components/layout/plain-shell';

export default function NotFoundPage() {
  return (
    <PlainShell>
      <PageHeading>Page not found</PageHeading>
      <p>The address may be mistyped, or the page may not be for your role. Check the address, or go to the <a href="/choose-authority">first page of your authority</a>.</p>
    </PlainShell>
  );
}
