import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormText } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { mayServeBoard } from '@/lib/board/policy';
import { packList } from '@/lib/board/queries/packs';
import { londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { freeze } from './actions';

export const generateMetadata = titled('/[authority]/board/meetings', 'Meetings of the Board');

type Props = { params: Promise<{ authority: string }> };

export default async function MeetingsPage({ params }: Props) {
  const page = await openPage('/[authority]/board/meetings', (await params).authority);
  const packs = await page.read(packList);
  const home = `/${page.authority.slug}/board`;
  return (
    <>
      <BackLink href={home}>Governance Board</BackLink>
      <PageHeading lead="The pack of a meeting is what the Board read. What is recorded later does not change it; a correction is a further pack.">Meetings of the Board</PageHeading>
      <DataTable
        caption="Packs" captionHidden rows={packs} rowKey={(pack) => pack.id} empty={<EmptyState title="Packs">No pack has been frozen yet.</EmptyState>}
        columns={[
          { key: 'title', header: 'Meeting', rowHeader: true, cell: (pack) => <a href={`${home}/meetings/${pack.id}`}>{pack.title}, pack {pack.number}</a> },
          { key: 'on', header: 'Date', cell: (pack) => dateInWords(pack.meets_on) },
          { key: 'frozen', header: 'Frozen', cell: (pack) => `${dateInWords(londonDateOf(pack.frozen_at))}, ${londonTimeOf(pack.frozen_at)}, by ${pack.frozen_by_name}` },
          { key: 'note', header: 'What was corrected', cell: (pack) => pack.note || 'The first pack' },
          { key: 'holds', header: 'Holds', cell: (pack) => (pack.isLatest ? 'Yes' : 'Replaced by a correction') },
        ]}
      />
      {mayServeBoard(page.actor) ? (
        <ActionForm fold={{ summary: 'Freeze the pack of a meeting' }} action={freeze} authority={page.authority.slug} formKey={newFormKey()} hidden={{ meetingId: '', version: 0 }} submit="Freeze the pack">
          <FormText name="title" label="Meeting" hint="Spring term meeting" />
          <FormDate name="meetsOn" label="Date of the meeting" hint="Decisions taken on this day are in the pack" />
        </ActionForm>
      ) : null}
    </>
  );
}
