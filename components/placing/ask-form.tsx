import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

/** What is asked for, kept in the address; the page then shows what it changes. */
export function AskForm({ action, label, children, keep = {}, submit = 'Show what this changes' }: {
  action: string;
  label: string;
  children: ReactNode;
  keep?: Readonly<Record<string, string>>;
  submit?: string;
}) {
  return (
    <form className="fp-ask" action={action} method="get" aria-label={label}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="fp-ask__fields">{children}</div>
      <Button kind="secondary">{submit}</Button>
    </form>
  );
}
