import { Prose } from '@/components/ui/prose';

/** The shorthand of the Board's figures, and what the words of a status mean. */
export function MeasuresKey() {
  return (
    <Prose>
      <p>[c] a count from 1 to 4, or a figure that such a count could be worked out from, is not shown. Noughts are shown. [x] not available. [z] does not apply. PRU: pupil referral unit. AP: alternative provision.</p>
      <p>Chance alone: if nothing had changed, a number like this would lie between these two in 95 of 100 years. A baseline between them is no clear change.</p>
      <p>Numbers of permanent exclusions, and what rests on them, are of the last three terms that are over: by the month they would tell of single pupils.</p>
    </Prose>
  );
}
