'use client';

import { PageHeading } from '@/components/ui/page-heading';

/** A fault of ours: nothing was saved. The digest ties the page to the log. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <main id="main" className="fp-content fp-page">
      <PageHeading>There is a fault in the service</PageHeading>
      <p>Nothing was saved by the last press. Try again; if it happens again, tell your administrator{error.digest ? ` and give the reference ${error.digest}` : ''}.</p>
    </main>
  );
}
