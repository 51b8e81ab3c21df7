import type { ReactNode } from 'react';
import { ConfirmationPanel } from '@/components/ui/confirmation-panel';
import { Prose } from '@/components/ui/prose';

interface DonePanelProps {
  done: string;
  isCancelled: boolean;
  /** The act brought the planned end forward. */
  endsEarlier: boolean;
  reference: string;
  firstName: string;
  siteName: string;
  replyWords: string | null;
  tellParentsBy: string;
  lostNotice: { readonly words: string } | null;
  /** What becomes of the pupil's clock, in a sentence; null where none runs. */
  clockWords: string | null;
  /** After a change of site from a later day: where the pupil stays until then. */
  untilThen: string | null;
  actions?: ReactNode;
}

const TITLES: Readonly<Record<string, (firstName: string, siteName: string) => string>> = {
  propose: (firstName, siteName) => `${firstName} is proposed to ${siteName}`,
  extend: () => 'Placement extended',
  leave: () => 'Placement ended',
  cancel: () => 'Placement cancelled',
  change_share: () => 'Share changed',
  change_site: (firstName, siteName) => `${firstName} is proposed to ${siteName}`,
  undo: () => 'Undone',
  tell_parents: () => 'Recorded: parents told',
  agree_notice: () => 'Recorded: parents agree to less notice',
  book_transport: () => 'Recorded: transport booked',
};

/** The acts after which this panel is shown. */
export function isDone(act: string): boolean {
  return act in TITLES;
}

function Next({ done, isCancelled, firstName, siteName, replyWords, tellParentsBy, lostNotice, clockWords, untilThen }: DonePanelProps) {
  if (done === 'propose' || done === 'change_site') {
    return (
      <Prose>
        <h2>What happens next</h2>
        <ol>
          <li>{replyWords ? `${siteName} answers by ${replyWords}.` : `${siteName} answers.`} The place is held meanwhile.</li>
          <li>Parents are told where and when by {tellParentsBy}; record it below.{lostNotice ? <> <strong>{lostNotice.words}</strong></> : null}</li>
          <li>{siteName} records the day {firstName} starts.{untilThen ? ` ${untilThen}` : ''}{clockWords ? ` ${clockWords}` : ''}</li>
        </ol>
      </Prose>
    );
  }
  if (done === 'cancel') return <p>The place is free again, and {firstName} is back among the pupils waiting.</p>;
  if (done === 'leave') return <p>The place is free from the day after the last day.</p>;
  if (done === 'undo' && isCancelled) return <p>The place is free again, and {firstName} is back among the pupils waiting. Both entries are kept below.</p>;
  if (done === 'undo') return <p>The placement stands as it stood before; both entries are kept below.</p>;
  return null;
}

/** After an act: what was done, its reference, what happens next and the undo. */
export function DonePanel(props: DonePanelProps) {
  const title = props.done === 'extend' && props.endsEarlier ? 'Planned end brought forward' : TITLES[props.done]?.(props.firstName, props.siteName) ?? 'Done';
  return (
    <ConfirmationPanel title={title} reference={props.reference} actions={props.actions}>
      <Next {...props} />
    </ConfirmationPanel>
  );
}
