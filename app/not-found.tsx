import { NotFoundText } from '@/components/layout/not-found-text';
import { PublicShell } from '@/app/public-shell';

export default function NotFoundPage() {
  return <PublicShell><NotFoundText /></PublicShell>;
}
