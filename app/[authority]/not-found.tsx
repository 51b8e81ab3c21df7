import type { Metadata } from 'next';
import { NotFoundText } from '@/components/layout/not-found-text';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFoundPage() {
  return <NotFoundText />;
}
