import type { Metadata } from 'next';
import { PublicShell } from '@/app/public-shell';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { allAuthorities } from '@/lib/server/sign-in';

export const metadata: Metadata = { title: 'Accessibility statement' };

export default async function AccessibilityPage() {
  const authorities = await allAuthorities();
  return (
    <PublicShell>
      <PageHeading>Accessibility statement</PageHeading>
      <Prose>
        <p>This statement is about Fairplace, the service with which local authorities and schools run places for pupils with social, emotional and mental health needs. Each authority is responsible for its own pages on it.</p>
        <h2>What you can do</h2>
        <p>You can enlarge text to 400% without scrolling sideways, use every page with a keyboard alone or with a screen reader, and use every form with JavaScript switched off. Every chart has its figures in a table. Colour is never the only sign.</p>
        <h2>How accessible it is</h2>
        <p>The service aims at the Web Content Accessibility Guidelines version 2.2, level AA. It is tested by machine on its pages, at desktop and phone width, with each release. It has not yet been tested by an independent assessor or by people who use assistive technology every day, so it is not claimed to be fully compliant.</p>
        <h2 id="contact">Tell us of a problem, or ask for another format</h2>
        <p>Write to the authority whose pages you use. It answers within 10 working days.</p>
        <ul>
          {authorities.map((authority) => (
            <li key={authority.slug}><a href={`mailto:${authority.contact_email}`}>{authority.name}: {authority.contact_email}</a></li>
          ))}
        </ul>
        <h2>If you are not content with the answer</h2>
        <p>The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. Its Equality Advisory and Support Service takes complaints.</p>
      </Prose>
    </PublicShell>
  );
}
