import type { ReactNode } from 'react';
import { FormCheckboxes, FormDate, FormRadios, FormSelect, FormText } from '@/components/forms/bound-fields';
import { SummaryList } from '@/components/ui/summary-list';
import { dateWords } from '@/components/ui/date-words';
import { calendarDate } from '@/lib/core/calendar-date';
import { type EntryChoice, type EntryPupil, POSTCODE_HINT, YEAR_CHOICES } from './entry-choices';
import { KnownPupilChoice } from './known-pupil-choice';
import { YearQuestion } from './year-question';

interface PupilFieldsProps {
  pupil: EntryPupil | null;
  /** The form without the pupil from the record. */
  newHref: string;
}

/** Who the pupil is: from the record, or typed. */
export function PupilFields({ pupil, newHref }: PupilFieldsProps) {
  return (
    <section>
      <h2>The pupil</h2>
      {pupil === null ? (
        <>
          <KnownPupilChoice />
          <FormText name="firstName" label="First name" autoComplete="off" />
          <FormText name="lastName" label="Last name" autoComplete="off" />
          <FormDate name="bornOn" label="Birth date" hint="For example, 15 3 2012" />
          <FormRadios name="sex" label="Sex on the school's record" options={[{ value: 'F', text: 'Female' }, { value: 'M', text: 'Male' }]} inline />
        </>
      ) : (
        <SummaryList
          rows={[
            { label: 'Pupil on record', value: `${pupil.first_name} ${pupil.last_name}, ${pupil.reference}`, change: { href: newHref, text: 'Choose another', what: 'pupil' } },
            { label: 'Birth date', value: dateWords(calendarDate(pupil.born_on)) },
            ...(pupil.upn === null ? [] : [{ label: 'UPN', value: pupil.upn }]),
          ]}
        />
      )}
      {pupil?.upn ? null : <FormText name="upn" label="UPN" hint="13 characters, from the school's record" optional width={20} autoComplete="off" spellCheck={false} />}
      <FormSelect name="yearGroup" label="Year group now" options={YEAR_CHOICES} emptyText="Choose" defaultValue={pupil ? String(pupil.year_group) : ''} />
      <YearQuestion note={pupil?.year_group_note} />
    </section>
  );
}

interface HomeFieldsProps {
  pupil: EntryPupil | null;
  authorities: readonly EntryChoice[];
  ownCode: string;
}

/** Where the pupil lives, with whom, and in what language to talk. */
export function HomeFields({ pupil, authorities, ownCode }: HomeFieldsProps) {
  return (
    <section>
      <h2>Home and family</h2>
      <FormText name="homeAddress" label="Home address" defaultValue={pupil?.home_address} width="full" optional autoComplete="off" />
      <FormText name="homePostcode" label="Postcode" hint={POSTCODE_HINT} defaultValue={pupil?.home_postcode} width={10} optional autoComplete="off" spellCheck={false} />
      <FormSelect
        name="homeAuthority" label="Authority the pupil lives in" hint="It has the duty from day 6, wherever the school is"
        options={authorities} defaultValue={pupil?.home_authority_code ?? ownCode}
      />
      {pupil && pupil.contacts.length > 0 ? (
        <p>On record: {pupil.contacts.map((one) => [`${one.name} (${one.relationship})`, one.phone].filter(Boolean).join(' ')).join('; ')}. Add only what is new.</p>
      ) : null}
      <Contact name="contact" title="First contact" />
      <Contact name="secondContact" title="Second contact" />
      <FormText name="language" label="Language at home" defaultValue={pupil?.language ?? 'English'} autoComplete="off" />
      <FormCheckboxes name="needsInterpreter" label="Interpreter" options={[{ value: 'yes', text: 'The family needs an interpreter' }]} defaultValue={pupil?.needs_interpreter ? ['yes'] : []} />
    </section>
  );
}

function Contact({ name, title }: { name: 'contact' | 'secondContact'; title: string }) {
  return (
    <div className="fp-waiting__beside">
      <FormText name={`${name}Name`} label={`${title}: name`} optional autoComplete="off" />
      <FormText name={`${name}Relationship`} label={`${title}: relationship`} optional width={10} autoComplete="off" />
      <FormText name={`${name}Phone`} label={`${title}: telephone`} type="tel" optional width={10} autoComplete="off" />
    </div>
  );
}

interface SupportFieldsProps {
  pupil: EntryPupil | null;
  authorities: readonly EntryChoice[];
  needs: readonly EntryChoice[];
  /** Further questions about care, after who looks after the pupil. */
  children?: ReactNode;
}

/** What changes the duty and the search: plan, care, social worker, needs. */
export function SupportFields({ pupil, authorities, needs, children }: SupportFieldsProps) {
  return (
    <section>
      <h2>Support and needs</h2>
      <FormRadios
        name="senProvision" label="Special educational needs" defaultValue={pupil?.sen_provision}
        options={[{ value: 'E', text: 'EHC plan', hint: 'Tell the SEN caseworker' }, { value: 'K', text: 'SEN support' }, { value: 'N', text: 'None' }]}
      />
      <FormSelect
        name="lookedAfterBy" label="Looked after by" hint="The authority that looks after the pupil: the Virtual School Head is told, and education is aimed at from day 1"
        options={authorities} emptyText="Not looked after" defaultValue={pupil?.looked_after_by ?? ''}
      />
      {children}
      <FormCheckboxes name="hasSocialWorker" label="Social worker" options={[{ value: 'yes', text: 'The pupil has a social worker' }]} defaultValue={pupil?.has_social_worker ? ['yes'] : []} />
      <FormText name="socialWorkerContact" label="Social worker's name and telephone" defaultValue={pupil?.social_worker_contact} optional autoComplete="off" />
      <FormCheckboxes name="needs" label="Needs a place must meet" hint="Up to five" options={needs} defaultValue={pupil?.needs ?? ['SEMH']} small />
    </section>
  );
}
