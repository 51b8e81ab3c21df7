import { redirect } from 'next/navigation';
import { PageHeading } from '@/components/ui/page-heading';
import { LinkButton } from '@/components/ui/link-button';
import { landingPath } from '@/lib/server/landing';
import { noteRendering, pageNotFound } from '@/lib/server/page-not-found';
import { requestFor } from '@/lib/server/session';
import { wayIn } from '@/lib/server/way-in';

type Props = { params: Promise<{ authority: string }> };

/** The authority's front door: to the first page of the person's role, or to sign-in. */
export default async function AuthorityPage({ params }: Props) {
  const { authority: slug } = await params;
  await noteRendering(slug);
  const { authority, actor, sessionId } = await requestFor(slug);
  if (!authority) pageNotFound();
  const landing = actor && landingPath(actor);
  if (landing) redirect(`/${slug}${landing}`);
  if (sessionId !== null) pageNotFound();
  if ((await wayIn()) === '/password') redirect('/password');
  return (
    <>
      <PageHeading size={48} lead={`Fairplace at ${authority.councilName}`}>{authority.name}</PageHeading>
      <p>Officers, schools, PRUs and members of the Schools Forum and Governance Board sign in to see their pages.</p>
      <p><LinkButton href="/sign-in">Sign in</LinkButton></p>
    </>
  );
}
