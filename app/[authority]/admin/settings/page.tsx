import { SettingHistory } from '@/components/admin/setting-history';
import { SettingsTable } from '@/components/admin/settings-table';
import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { datePartsOf } from '@/components/ui/date-field';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { dateInWords } from '@/lib/core/date-words';
import { settingLines } from '@/lib/organisations/queries/setting-lines';
import { isSettingName, KNOWN_SETTINGS, settingInWords } from '@/lib/organisations/rules/known-settings';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { change } from './actions';

export const generateMetadata = titled('/[authority]/admin/settings', 'Settings');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SettingsPage({ params, searchParams }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/admin/settings', authority);
  const lines = (await page.read(settingLines)).map((line) => ({
    ...line, ...KNOWN_SETTINGS[line.name], words: settingInWords(line.name, line.value),
    changes: line.changes.map((one) => ({ ...one, words: settingInWords(line.name, one.value) })),
  }));
  const { change: asked, changed } = await searchParams;
  const named = (name: string | string[] | undefined) => (typeof name === 'string' && isSettingName(name) ? lines.find((line) => line.name === name && line.range) : undefined);
  const [open, done] = [named(asked), named(changed)];
  const latest = done?.lastEntered;
  const home = `/${authority}/admin/settings`;
  return (
    <>
      <BackLink href={`/${authority}/admin`}>Administration</BackLink>
      <PageHeading lead={`What ${page.authority.name} has set, on ${dateInWords(page.clock.today)}. A value holds from its first day; what happened before is judged by the value of its own day.`}>Settings</PageHeading>
      {done && latest ? <Notice kind="success" title={`${done.title}: ${settingInWords(done.name, latest.value)} from ${dateInWords(latest.firstOn)}`} /> : null}
      {open?.range ? (
        <section aria-labelledby="change-setting">
          <h2 id="change-setting">{open.title}</h2>
          <p>{open.meaning}</p>
          <ActionForm action={change} authority={authority} formKey={newFormKey()} hidden={{ setting: open.name }} submit="Record the value" beside={<a href={home}>Cancel</a>}>
            <FormText name="value" label={`New value in ${open.unit}`} hint={`A whole number from ${open.range.least} to ${open.range.most}. Today it is ${open.value}.`} width={5} inputMode="numeric" autoComplete="off" />
            <FormDate name="firstOn" label="First day" hint="Today or later. A second value for the same day replaces the first, which stays on record." defaultValue={datePartsOf(page.clock.today)} />
            <FormTextArea name="reason" label="Reason" hint="Who decided it, and where it is written" rows={2} />
          </ActionForm>
          <SettingHistory title={open.title} today={page.clock.today} changes={open.changes} />
        </section>
      ) : null}
      <SettingsTable lines={lines} changeHref={(name) => `${home}?change=${name}#change-setting`} />
    </>
  );
}
