import { PackBody } from '@/components/board/pack-body';
import { ReportPrintNote } from '@/components/reports/report-print-note';
import { ActionForm } from '@/components/forms/action-form';
import { FormTextArea } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { mayServeBoard } from '@/lib/board/policy';
import { packView } from '@/lib/board/queries/packs';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { freeze } from '../actions';

export const generateMetadata = titled('/[authority]/board/meetings/[pack]', 'Pack of the Board');

type Props = { params: Promise<{ authority: string; pack: string }> };

export default async function PackPage({ params }: Props) {
  const { authority, pack } = await params;
  const page = await openPage('/[authority]/board/meetings/[pack]', authority);
  const { content, line, latestId } = await page.read((tx) => packView(tx, pack));
  const home = `/${authority}/board/meetings`;
  return (
    <>
      <BackLink href={home}>Meetings of the Board</BackLink>
      <PageHeading size={48} caption={`Governance Board, ${content.council}`} lead={`Pack ${content.number} of the meeting on ${weekdayDateInWords(content.meetsOn)}, as it stood on ${dateInWords(content.frozenOn)}.`}>{content.title}</PageHeading>
      {latestId === null ? null : <Notice kind="warning" title="A later pack corrects this one" action={<a href={`${home}/${latestId}`}>Open the latest pack</a>} />}
      {content.note === '' ? null : <Notice title={`Corrected: ${content.note}`} />}
      <PackBody content={content} />
      <p>SHA-256 of the stored data: <code className="fp-fingerprint">{line.sha256}</code></p>
      {mayServeBoard(page.actor) && line.isLatest ? (
        <ActionForm fold={{ summary: 'Freeze a correction' }} action={freeze} authority={authority} formKey={newFormKey()} hidden={{ meetingId: line.meeting_id, version: line.number }} submit="Freeze the correction">
          <FormTextArea name="note" label="What is corrected" hint="The Board reads it at the head of the new pack. This pack stays as it is." rows={2} />
        </ActionForm>
      ) : null}
      <ReportPrintNote path={`${home}/${pack}`} clock={page.clock} source={`Frozen on ${dateInWords(content.frozenOn)}.`} />
    </>
  );
}
