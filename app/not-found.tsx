import type { Metadata } from 'next';
import { NotFoundText } from '@/components/layout/not-found-text';
import { PublicShell } from '@/app/public-shell';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFoundPage() {
  return <PublicShell><NotFoundText /></PublicShell>;
}
