import { Button } from '@/components/ui/button';
import { dateWords } from '@/components/ui/date-words';
import { TextField } from '@/components/ui/text-field';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { addressWith } from './address';
import { yearWords } from './year-words';

export interface FoundPupil {
  readonly id: string;
  readonly reference: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly born_on: CalendarDate;
  readonly year_group: number;
  readonly school_names: readonly string[];
}

interface PupilSearchProps {
  /** The form's own page. */
  path: string;
  find: string | null;
  found: readonly FoundPupil[] | null;
}

/** Looks for the pupil on record first, so that nobody is entered twice. It is a GET form: nothing typed below is sent. */
export function PupilSearch({ path, find, found }: PupilSearchProps) {
  return (
    <section className="fp-waiting__search" aria-label="Find the pupil on record">
      <form action={path} method="get" role="search">
        <TextField
          name="find" label="Find the pupil on record first" hint="Name, UPN or reference. Leave it if the pupil is new: names on record are noticed as well when you save."
          defaultValue={find ?? ''} autoComplete="off" spellCheck={false}
        />
        <Button kind="secondary">Find</Button>
      </form>
      {found === null ? null : <Found path={path} found={found} />}
    </section>
  );
}

function Found({ path, found }: { path: string; found: readonly FoundPupil[] }) {
  if (found.length === 0) return <p role="status">Nobody on record matches. Search with three letters or more, or enter a new pupil below.</p>;
  return (
    <>
      <p role="status">{found.length === 1 ? '1 pupil' : `${found.length} pupils`} found</p>
      <ul className="fp-waiting__found">
        {found.map((one) => (
          <li key={one.id}>
            <a href={addressWith(path, { pupil: one.id })}>{one.first_name} {one.last_name}</a>
            <span className="fp-waiting__about">
              Born {dateWords(one.born_on)}, {yearWords(one.year_group)}, {one.school_names.join(' and ') || 'no school'}, {one.reference}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
