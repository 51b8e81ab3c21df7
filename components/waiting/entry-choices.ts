export interface EntryChoice { readonly value: string; readonly text: string }

/** The pupil on record whom the form is about, as far as the form shows it. */
export interface EntryPupil {
  readonly id: string;
  readonly version: number;
  readonly reference: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly born_on: string;
  readonly sex: string;
  readonly upn: string | null;
  readonly year_group: number;
  readonly year_group_note: string;
  readonly home_address: string;
  readonly home_postcode: string;
  readonly home_authority_code: string;
  readonly language: string;
  readonly needs_interpreter: boolean;
  readonly sen_provision: string;
  readonly looked_after_by: string | null;
  readonly has_social_worker: boolean;
  readonly social_worker_contact: string;
  readonly needs: readonly string[];
  readonly contacts: readonly { readonly name: string; readonly relationship: string; readonly phone: string }[];
}

/** Who the pupil is, carried along when they come from the record and are not typed again. */
export function pupilHidden(pupil: EntryPupil | null): Record<string, string | number> {
  if (pupil === null) return { pupilId: '' };
  return {
    pupilId: pupil.id, pupilVersion: pupil.version, firstName: pupil.first_name, lastName: pupil.last_name, sex: pupil.sex,
    'bornOn-day': +pupil.born_on.slice(8), 'bornOn-month': +pupil.born_on.slice(5, 7), 'bornOn-year': pupil.born_on.slice(0, 4),
  };
}

/** What the postcode is for beside letters, and how exact it is. */
export const POSTCODE_HINT = 'Distances to sites are approximate: a straight line from the middle of the area of its first half';

export const YEAR_CHOICES: readonly EntryChoice[] = Array.from({ length: 14 }, (_, year) => ({ value: String(year), text: year === 0 ? 'Reception' : `Year ${year}` }));
