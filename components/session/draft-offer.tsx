import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Above a form whose session ended before it was done. */
export function DraftOffer({ onPutBack, onDiscard }: { onPutBack: () => void; onDiscard: () => void }) {
  return (
    <Notice
      kind="info"
      title="You were signed out before you finished this form"
      action={
        <div className="fp-actions">
          <Button type="button" kind="secondary" onClick={onPutBack}>Put back what I typed</Button>
          <Button type="button" kind="link" onClick={onDiscard}>Discard it</Button>
        </div>
      }
    >
      What you had typed was kept in this browser tab only.
    </Notice>
  );
}
