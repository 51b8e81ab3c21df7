import type { Metadata } from 'next';
import { PublicShell } from '@/app/public-shell';
import { DataTable } from '@/components/ui/data-table';
import { PageHeading } from '@/components/ui/page-heading';

export const metadata: Metadata = { title: 'Cookies' };

const COOKIES = [
  { name: 'next-auth.session-token', what: 'Keeps you signed in. It holds the number of your session and nothing about you.', ends: '12 hours after you sign in, or when you sign out' },
];

export default function CookiesPage() {
  return (
    <PublicShell>
      <PageHeading lead="One cookie, and only once you sign in. Nothing measures or follows you, so there is nothing to accept or refuse.">Cookies</PageHeading>
      <DataTable
        caption="Cookies of this service"
        rows={COOKIES}
        rowKey={(row) => row.name}
        columns={[
          { key: 'name', header: 'Name', rowHeader: true, cell: (row) => row.name },
          { key: 'what', header: 'What it does', cell: (row) => row.what },
          { key: 'ends', header: 'Ends', cell: (row) => row.ends },
        ]}
      />
    </PublicShell>
  );
}
