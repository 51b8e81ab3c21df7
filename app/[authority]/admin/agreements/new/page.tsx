import { TermsForm } from '@/components/admin/terms-form';
import { BackLink } from '@/components/ui/back-link';
import { PageHeading } from '@/components/ui/page-heading';
import { defaultTerms } from '@/lib/agreements/queries/default-terms';
import { termsChoices } from '@/lib/agreements/queries/agreement-pages';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { save } from '../actions';

export const generateMetadata = titled('/[authority]/admin/agreements/new', 'Terms of an agreement');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewTermsPage({ params, searchParams }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/admin/agreements/new', authority);
  const { from } = await searchParams;
  const fromId = typeof from === 'string' ? from : null;
  const view = await page.read(async (tx) => {
    const before = await defaultTerms(tx, fromId);
    return before && { before, choices: await termsChoices(tx, before.isFirst ? null : before.defaults.partnershipId, before.isFirst ? null : before.defaults.academicYear) };
  });
  const { isFirst, defaults, partnershipName } = view.before;
  const home = `/${authority}/admin/agreements`;
  return (
    <>
      <BackLink href={isFirst ? home : `${home}/${defaults.agreementId}`}>{isFirst ? 'Agreements' : partnershipName}</BackLink>
      <PageHeading
        caption={isFirst ? undefined : `${partnershipName}, ${defaults.academicYear}`}
        lead={isFirst ? 'The schools of the partnership are added with it; record what each signed afterwards.' : 'A change of terms is a new version. The version before stays as it was, and its quotas and signatures are carried over.'}
      >
        {isFirst ? 'Add an agreement' : 'New terms'}
      </PageHeading>
      <TermsForm action={save} authority={authority} formKey={newFormKey()} defaults={defaults} isFirst={isFirst} cancelHref={isFirst ? home : `${home}/${defaults.agreementId}`} {...view.choices} />
    </>
  );
}
