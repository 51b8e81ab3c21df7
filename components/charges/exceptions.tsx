import { EmptyState } from '@/components/ui/empty-state';
import type { ChargeException } from '@/lib/charges/types';

/** What is missing in the record, each with who puts it right. */
export function Exceptions({ exceptions }: { exceptions: readonly ChargeException[] }) {
  if (exceptions.length === 0) {
    return (
      <EmptyState title="No exception">
        <p>Every school that is charged is bound, every placement has its days, and every start was accepted first.</p>
      </EmptyState>
    );
  }
  return (
    <ul>
      {exceptions.map(({ words, mend }) => (
        <li key={words}>
          <strong>{words}.</strong> {mend}.
        </li>
      ))}
    </ul>
  );
}
