import { Button } from '@/components/ui/button';
import { HiddenField } from '@/components/ui/hidden-field';
import { RadioGroup } from '@/components/ui/radio-group';

type DecisionKind = 'upheld' | 'reinstated' | 'cancelled';

export const DECISION_WORDS: Readonly<Record<DecisionKind, string>> = {
  upheld: 'Upheld by the governing board: the pupil is not reinstated', reinstated: 'Reinstated by the governing board', cancelled: 'Cancelled by the head',
};

const HINTS: Readonly<Record<DecisionKind, string>> = {
  upheld: 'The place, the clock and the list stay as they are', reinstated: 'Every place under this exclusion ends; an independent review may lead to it as well',
  cancelled: 'Possible until the governing board begins its meeting. Every place under this exclusion ends',
};

/** What can be recorded of an exclusion that stands: once it is upheld, a reinstatement only. */
export function decisionKinds(state: 'recorded' | 'upheld'): readonly DecisionKind[] {
  return state === 'recorded' ? ['upheld', 'reinstated', 'cancelled'] : ['reinstated'];
}

interface DecisionChoiceProps {
  action: string;
  kinds: readonly DecisionKind[];
  chosen: string;
  error?: string;
  backHref: string;
}

/** Which decision is recorded, kept in the address; what it ends is shown next. */
export function DecisionChoice({ action, kinds, chosen, error, backHref }: DecisionChoiceProps) {
  return (
    <form action={action} method="get" aria-label="Decision">
      <HiddenField name="step" value="check" />
      <RadioGroup name="what" label="What is recorded?" error={error} defaultValue={chosen || undefined} options={kinds.map((kind) => ({ value: kind, text: DECISION_WORDS[kind], hint: HINTS[kind] }))} />
      <div className="fp-actions"><Button>Continue</Button><a href={backHref}>Leave it as it is</a></div>
    </form>
  );
}
