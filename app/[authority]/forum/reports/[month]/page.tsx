import { ReportBody } from '@/components/forum/report-body';
import { Leaks } from '@/components/forum/leaks';
import { LeaveOutForm } from '@/components/forum/leave-out-form';
import { WordsForm } from '@/components/forum/words-form';
import { ActionForm } from '@/components/forms/action-form';
import { AskedTick } from '@/components/forms/asked-tick';
import { Flow } from '@/components/reports/flow';
import { BackLink } from '@/components/ui/back-link';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { oneValue, type Params } from '@/components/waiting/address';
import { forumWork } from '@/lib/publishing/queries/forum-work';
import type { OpenReport } from '@/lib/publishing/types';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { draft, leave, publish, sign, write } from './actions';

export const generateMetadata = titled('/[authority]/forum/reports/[month]', 'Spend report of a month');

type Props = { params: Promise<{ authority: string; month: string }>; searchParams: Promise<Params> };

const DONE: Readonly<Record<string, string>> = {
  drafted: 'The figures are drawn up', written: 'The words are saved', left: 'What is left out is saved', signed: 'The report is signed off', published: 'The report is published',
};

/** A month's report as officers work on it: words, what is left out, a preview as the public would read it, sign-off and publishing. */
export default async function ForumReportPage({ params, searchParams }: Props) {
  const { authority, month } = await params;
  const page = await openPage('/[authority]/forum/reports/[month]', authority);
  const work = await page.read((tx) => forumWork(tx, month));
  const said = DONE[oneValue(await searchParams, 'done') ?? ''];
  const { open, published } = work;
  const form = () => ({ authority, formKey: newFormKey() });
  const latest = published[0]?.number ?? null;
  const named: Readonly<Record<string, string | number>> = open ? { reportId: open.id, version: open.version } : {};
  return (
    <>
      <BackLink href={`/${authority}/forum/reports`}>Monthly spend reports</BackLink>
      <PageHeading caption="Monthly spend report to the Schools Forum" lead={leadOf(open, latest)}>{work.title}</PageHeading>
      <Flow>
        {said ? <Notice kind="success" title={said} /> : null}
        {published.length > 0 ? (
          <section aria-labelledby="published">
            <h2 id="published">Published</h2>
            <ul>{published.map(({ number, note }) => <li key={number}><a href={`/${authority}/reports/forum-spend/${month}/${number}`}>Version {number}</a>{note === '' ? '' : `. Correction: ${note}`}</li>)}</ul>
          </section>
        ) : null}
        {open === null ? (
          <ActionForm action={draft} {...form()} hidden={{ month }} submit={latest === null ? 'Draw up the report' : `Draw up a correction, version ${latest + 1}`} />
        ) : (
          <>
            {open.outdated === null ? null : <Notice kind="warning" title={open.outdated} />}
            <Leaks open={open} />
            <ActionForm action={draft} {...form()} hidden={{ month }} submit="Draw up the figures again" submitKind="secondary" />
            <section aria-labelledby="words"><Flow><h2 id="words">Words</h2><WordsForm action={write} {...form()} open={open} /></Flow></section>
            <section aria-labelledby="left-out"><Flow><h2 id="left-out">Left out</h2><LeaveOutForm action={leave} {...form()} open={open} /></Flow></section>
            <section aria-labelledby="next">
              <Flow>
                <h2 id="next">Sign-off and publishing</h2>
                {open.missing.length > 0 ? <p>Still to be written: {open.missing.join(', ')}.</p> : null}
                {open.state === 'draft' && open.isOwn ? <p>You changed this report last, so somebody else signs it off.</p> : null}
                {open.state === 'draft' && !open.isOwn ? (
                  <ActionForm action={sign} {...form()} hidden={named} submit="Sign off the report">
                    <AskedTick name="confirmed" label="Small numbers in the words" yes="Yes, I have checked: none of them tells of a single pupil" />
                  </ActionForm>
                ) : null}
                {open.state === 'signed' ? <ActionForm action={publish} {...form()} hidden={named} submit={`Publish version ${open.number} for good`} /> : null}
              </Flow>
            </section>
            {open.preview ? <section aria-labelledby="preview"><Flow><h2 id="preview">Preview as the public would read it</h2><ReportBody report={open.preview} level={3} /></Flow></section> : null}
          </>
        )}
      </Flow>
    </>
  );
}

function leadOf(open: OpenReport | null, latest: number | null): string {
  if (open === null) return latest === null ? 'No report is drawn up for this month.' : `Version ${latest} is published. It never changes; a correction is a further version.`;
  return open.state === 'signed' ? `Version ${open.number} is signed off by ${open.signedBy ?? ''} and not published yet.` : `Version ${open.number} is a draft, last changed by ${open.changedBy}.`;
}
