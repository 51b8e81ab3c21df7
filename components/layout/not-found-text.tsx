import { PageHeading } from '@/components/ui/page-heading';

/** The same for an address that names nothing and for a page that is not for the reader. */
export function NotFoundText() {
  return (
    <>
      <PageHeading>Page not found</PageHeading>
      <p>The address may be mistyped, or the page may not be for your role. Check the address, or go to the <a href="/choose-authority">first page of your authority</a>.</p>
    </>
  );
}
