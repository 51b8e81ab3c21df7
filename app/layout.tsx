import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { fontClassName } from './fonts';
import { isRefusedForm } from '@/lib/server/refused-forms';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: { template: `${(await isRefusedForm()) ? 'Error: ' : ''}%s - Fairplace`, default: 'Fairplace' },
    description: 'Places for pupils with social, emotional and mental health needs, run by a local authority and its schools together.',
    robots: { index: false, follow: false },
  };
}
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB" className={fontClassName}>
      <body>{children}</body>
    </html>
  );
}
