import { ChangeFrame } from '@/components/placing/change-frame';
import { ConfirmForm } from '@/components/placing/confirm-form';
import { FallsWithIt } from '@/components/placing/falls-with-it';
import { placementChange } from '@/lib/placements/queries/change-view';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { cancel } from '../actions';

export const generateMetadata = titled('/[authority]/officer/placements/[placement]/cancel', 'Cancel a placement');

type Props = { params: Promise<{ authority: string; placement: string }> };

export default async function CancelPage({ params }: Props) {
  const { authority, placement } = await params;
  const page = await openPage('/[authority]/officer/placements/[placement]/cancel', authority);
  const { opened, refused, change, problems } = await page.read((tx) => placementChange(tx, placement, 'cancel', () => ({ change: { act: 'cancel' }, problems: [] })));
  const { row, brief, site } = opened;
  const placementHref = `/${authority}/officer/placements/${row.id}`;
  return (
    <ChangeFrame title="Cancel placement" placement={opened} refused={refused} problems={problems} base={`/${authority}`} placementHref={placementHref} today={page.clock.today} change={change}>
      <p>The place at {site.name} is free again, and {brief.firstName} goes back to the pupils waiting.</p>
      <FallsWithIt following={opened.following} siteName={site.name} />
      <ConfirmForm action={cancel} authority={authority} formKey={newFormKey()} backHref={placementHref} submit="Confirm: cancel the placement" submitKind="warning"
        hidden={{ placementId: row.id, version: row.version }} field={{ name: 'reason', label: 'Why it is cancelled' }} />
    </ChangeFrame>
  );
}
