import { ErrorSummary } from '@/components/ui/error-summary';
import { SummaryList } from '@/components/ui/summary-list';
import { DecisionChoice, decisionKinds, DECISION_WORDS } from '@/components/waiting/decision-choice';
import { CancellationForm, DecisionForm } from '@/components/waiting/decision-forms';
import { RequestHeading } from '@/components/waiting/request-heading';
import { ReversalCheck } from '@/components/waiting/reversal-check';
import { reversalView } from '@/lib/placements/queries/reversal-view';
import { waitingPupil } from '@/lib/placements/queries/waiting-pupil';
import { recordOpening } from '@/lib/server/audit';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import { addressOf, type Asked, askedText } from '../../../address';
import { decide, rescind } from './actions';

export const generateMetadata = titled('/[authority]/officer/waiting/[referral]/decision', 'Decision on the exclusion');

type Props = { params: Promise<{ authority: string; referral: string }>; searchParams: Promise<Asked> };

/** The governing board's decision, or the head's cancellation: which of them, then a check of what ends with it, then confirm. */
export default async function DecisionPage({ params, searchParams }: Props) {
  const { authority, referral: id } = await params;
  const asked = await searchParams;
  const page = await openPage('/[authority]/officer/waiting/[referral]/decision', authority);
  const { view, reversal } = await page.read(async (tx) => {
    const found = await waitingPupil(tx, id);
    return found && { view: found, reversal: found.exclusion && (await reversalView(tx, found.exclusion, found.pupil)) };
  });
  const { exclusion } = view;
  if (!exclusion || !reversal || exclusion.state === 'reinstated' || exclusion.state === 'cancelled') pageNotFound();
  await recordOpening(page.caller, { act: 'pupil.opened', subjectKind: 'referral', subjectId: view.referral.id, pupilId: view.pupil.id });
  const { today } = page.clock;
  const back = `/${page.authority.slug}/officer/waiting/${view.referral.id}`;
  const here = `${back}/decision`;
  const kinds = decisionKinds(exclusion.state);
  const chosen = kinds.find((kind) => kind === askedText(asked, 'what'));
  const error = chosen === undefined && askedText(asked, 'step') === 'check' ? 'Choose what is recorded' : undefined;
  const heading = (title: string, backHref: string, backWords: string) => (
    <RequestHeading backHref={backHref} back={backWords} title={title} pupilName={view.row.pupilName} bornOn={view.pupil.born_on} yearGroup={view.pupil.year_group} schoolName={view.row.schoolName} />
  );
  if (chosen === undefined) {
    return (
      <>
        <ErrorSummary errors={error ? [{ field: 'what', message: error }] : []} />
        {heading('Decision on the exclusion', back, view.row.pupilName)}
        <DecisionChoice action={here} kinds={kinds} chosen={askedText(asked, 'chosen')} error={error} backHref={back} />
      </>
    );
  }
  const form = {
    authority: page.authority.slug, formKey: newFormKey(), today, backHref: back,
    hidden: { exclusionId: exclusion.id, version: exclusion.version, referralId: view.referral.id, seen: chosen === 'upheld' ? '' : reversal.seen },
  };
  const toChoice = addressOf(here, { chosen });
  return (
    <>
      {heading('Check before recording', toChoice, 'Decision on the exclusion')}
      <SummaryList rows={[{ label: 'To be recorded', value: <strong>{DECISION_WORDS[chosen]}</strong>, change: { href: toChoice, what: 'what is recorded' } }]} />
      {chosen === 'upheld' ? <p className="fp-after-list">Nothing ends: the place, the clock and the list stay as they are.</p> : (
        <ReversalCheck
          kind={chosen} firstName={view.pupil.first_name} placements={view.placements} today={today} base={`/${page.authority.slug}`} reversal={reversal}
          interimRuns={view.interim.some((one) => one.ended_on === null && one.last_on > today)}
        />
      )}
      {chosen === 'cancelled'
        ? <CancellationForm {...form} action={rescind} />
        : <DecisionForm {...form} action={decide} decision={chosen} />}
    </>
  );
}
