import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Prose } from '@/components/ui/prose';

interface HomeAuthorityPlacesProps {
  /** Name of the authority the pupil lives in. */
  homeAuthority: string;
  firstName: string;
  tasksHref: string;
  correctHref: string;
}

/** Instead of a form to place: the pupil lives in another authority, which has the duty and places (R24). */
export function HomeAuthorityPlaces({ homeAuthority, firstName, tasksHref, correctHref }: HomeAuthorityPlacesProps) {
  return (
    <>
      <Notice kind="warning" title={`${homeAuthority} places ${firstName}`} action={<LinkButton href={tasksHref} kind="primary">Open the tasks</LinkButton>}>
        {firstName} lives in {homeAuthority}, and the home authority has the duty of full-time education from day 6, wherever the school is. No place is proposed here.
      </Notice>
      <Prose>
        <h2>What is to be done here</h2>
        <ol>
          <li>Tell {homeAuthority} of the exclusion, the same day. Record it in the task: the request then closes.</li>
          <li>If {firstName} lives here after all, <a href={correctHref}>correct the authority</a>: the clock then runs here, and a place can be proposed.</li>
        </ol>
      </Prose>
    </>
  );
}
