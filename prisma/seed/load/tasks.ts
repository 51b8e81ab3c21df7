/** What is still to be done on the demonstration's day. */
import { dateInWords } from '@/lib/core/date-words';
import { type AuthorityLoad, at } from './authority-load';
import { recordedAt } from './exclusions';
import type { Row } from './rows';

export async function loadTasks(load: AuthorityLoad): Promise<void> {
  await load.insert('task', [...tellHomeAuthority(load), ...didNotArrive(load)]);
}

const NOBODY = { establishment_id: null, exclusion_id: null, placement_id: null };

/** The home authority has the duty from day 6 and is told without delay (R24). */
function tellHomeAuthority(load: AuthorityLoad): Row[] {
  const names = new Map(load.facts.localAuthorities.map((each) => [each.code, each.name]));
  return load.own(load.facts.referrals).flatMap((referral): Row[] => {
    const home = load.pupil(referral.pupil).homeAuthorityCode;
    if (!referral.waiting || referral.exclusion === null || home === load.authority.code) return [];
    const exclusion = load.exclusion(referral.exclusion);
    return [{
      ...NOBODY, id: load.id('task', 'tell_home_authority', referral.reference), kind: 'tell_home_authority',
      title: `Tell ${names.get(home) ?? home}, the home authority, of permanent exclusion ${exclusion.reference}`, for_role: 'placement_officer',
      exclusion_id: load.id('exclusion', exclusion.reference), pupil_id: load.id('pupil', referral.pupil), due_on: exclusion.excludedOn,
      created_at: recordedAt(exclusion),
    }];
  });
}

/** The officer and the school decide together; the place is kept until they have. */
function didNotArrive(load: AuthorityLoad): Row[] {
  const sites = new Map(load.own(load.facts.sites).map((each) => [each.slug, each.name]));
  return load.own(load.facts.placements).filter((each) => each.state === 'not_arrived').flatMap((placement): Row[] => {
    const on = placement.history.at(-1)?.on ?? placement.firstOn;
    const { homeUrn } = load.pupil(placement.pupil);
    const shared = {
      ...NOBODY, kind: 'did_not_arrive', title: `Did not arrive at ${sites.get(placement.site) ?? placement.site} on ${dateInWords(on)}, placement ${placement.reference}`,
      placement_id: load.id('placement', placement.reference), pupil_id: load.id('pupil', placement.pupil), due_on: on, created_at: at(on, '10:15'),
    };
    const row = (role: string, establishmentId: string | null): Row =>
      ({ ...shared, id: load.id('task', 'did_not_arrive', placement.reference, role), for_role: role, establishment_id: establishmentId });
    return [row('placement_officer', null), ...(homeUrn === null ? [] : [row('headteacher', load.establishmentId(homeUrn))])];
  });
}
