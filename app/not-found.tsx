import { NotFoundText } from '@/components/layout/not-found-text';
import { PlainShell } from '@/components/layout/plain-shell';

export default function NotFoundPage() {
  return <PlainShell><NotFoundText /></PlainShell>;
}
