import type { Metadata } from 'next';
import { PublicShell } from '@/app/public-shell';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';

export const metadata: Metadata = { title: 'Privacy' };

export default function PrivacyPage() {
  return (
    <PublicShell>
      <PageHeading>Privacy</PageHeading>
      <Prose>
        <h2>Whose data, and who is responsible</h2>
        <p>Fairplace holds records about pupils who are excluded or need a place outside the classroom of their school: who they are, where they live, their needs, what happened and where they are placed. The local authority is the controller of the records on its pages; each authority&apos;s records are sealed off from every other&apos;s.</p>
        <h2>Why, and on what ground</h2>
        <p>Authorities and schools need them for their public tasks: to arrange education for excluded pupils from the sixth school day, and to run pupil referral units and alternative provision (UK GDPR Article 6(1)(e)). Special category data, such as a need or a disability, is held for functions laid down in law and for the safeguarding of children (Article 9(2)(g), Data Protection Act 2018, Schedule 1, paragraphs 6 and 18).</p>
        <h2>Who sees what</h2>
        <p>Each role sees the least it needs. A school sees its own pupils by name and others only in counts; a pupil referral unit sees the pupils placed with it or proposed to it; the Schools Forum and the Governance Board see totals in which small numbers are withheld. Every opening of a named record is written to an audit that the authority&apos;s auditor reads.</p>
        <h2>How long</h2>
        <p>Attendance and admission registers are kept for six years; a pupil&apos;s file until the 25th birthday, a file about special educational needs until the 31st; financial records for six years beyond the current one.</p>
        <h2>Your rights</h2>
        <p>Ask the data protection officer of the authority for a copy of what is held about you or your child, or to put it right. If you are not content with the answer you can complain to the Information Commissioner&apos;s Office.</p>
      </Prose>
    </PublicShell>
  );
}
