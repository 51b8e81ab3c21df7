import type { ReactNode } from 'react';
import { ConfirmationPanel } from '@/components/ui/confirmation-panel';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { DutyView } from '@/lib/exclusions/types';
import { DutyClock } from './duty-clock';
import { type NoticeItem, NoticeList } from './notice-list';

interface RecordedPanelProps {
  reference: string;
  firstName: string;
  pupilName: string;
  duty: DutyView;
  /** What to say of the home postcode; null when nothing is. */
  homeRemark: string | null;
  notices: readonly NoticeItem[];
  toldAuthority: string | null;
  today: CalendarDate;
  /** The form that ticks off who was told. */
  toldForm: ReactNode;
  /** Where to go on from here. */
  links: readonly { readonly href: string; readonly text: string }[];
}

/** After an exclusion is recorded: the clock, what happens next, and the list of whom to tell. */
export function RecordedPanel({ reference, firstName, pupilName, duty, homeRemark, notices, toldAuthority, today, toldForm, links }: RecordedPanelProps) {
  return (
    <ConfirmationPanel
      title={`Exclusion of ${pupilName} recorded`} reference={reference}
      actions={links.map((link, index) => <LinkButton key={link.href} href={link.href} kind={index === 0 ? 'primary' : 'secondary'}>{link.text}</LinkButton>)}
    >
      <h2>What happens next</h2>
      {toldAuthority === null
        ? <p>{firstName} is on the list of pupils waiting. The placement officer looks for a place.</p>
        : <p>{firstName} lives in another authority, so no clock runs here. The placement officer has the task to tell {toldAuthority} today; until then {firstName} is on the list of pupils waiting.</p>}
      <DutyClock duty={duty} today={today} open />
      {homeRemark === null ? null : <Notice title="Distance to the sites not known"><p>{homeRemark}.</p></Notice>}
      <h2>Who must be told</h2>
      <NoticeList notices={notices} today={today} />
      {toldForm}
    </ConfirmationPanel>
  );
}
