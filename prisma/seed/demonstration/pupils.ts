/** Makes invented pupils with valid UPNs of an establishment that does not exist (9999). */
import { addDays, calendarDate } from '@/lib/core/calendar-date';
import { upnCheckLetter } from '@/lib/pupils/rules/upn';
import type { AuthoritySlug, EstablishmentFact, LocationFact } from './facts';
import type { PupilFact } from './pupil-facts';
import { inventName } from './names';
import type { SeededRandom } from './random';

export interface PupilPlan {
  readonly authority: AuthoritySlug;
  /** The calendar year in which the academic year of `yearGroup` starts: 2025 for 2025/26. */
  readonly schoolYearStart: number;
  readonly yearGroup: number;
  readonly school: EstablishmentFact | null;
  readonly historyOnly?: boolean;
  readonly with?: Partial<Omit<PupilFact, 'reference' | 'upn' | 'authority' | 'bornOn' | 'yearGroup'>>;
}

const CODES: Readonly<Record<AuthoritySlug, string>> = { rotherham: '372', lancashire: '888' };
/** The academic year of the demonstration's today begins in it. */
const THIS_YEAR = 2025;
const SECOND_NEEDS = ['SLCN', 'MLD', 'ASD', 'SPLD'] as const;

export class PupilMaker {
  readonly made: PupilFact[] = [];
  private readonly serials = new Map<string, number>();

  constructor(private readonly random: SeededRandom) {}

  make(plan: PupilPlan): PupilFact {
    const { random } = this;
    const name = inventName(random);
    const code = CODES[plan.authority];
    const bornOn = addDays(calendarDate(`${plan.schoolYearStart - plan.yearGroup - 5}-09-01`), random.whole(0, 364));
    const number = String(this.made.length + 1).padStart(4, '0');
    const pupil: PupilFact = {
      authority: plan.authority, reference: `${plan.authority === 'rotherham' ? 'R' : 'L'}P${number}`,
      upn: this.nextUpn(code, plan.schoolYearStart - plan.yearGroup + 1), surname: name.surname, forename: name.forename,
      sex: name.sex, bornOn, yearGroup: plan.historyOnly ? plan.yearGroup : plan.yearGroup + THIS_YEAR - plan.schoolYearStart, homeAuthorityCode: code, homeUrn: plan.school?.urn ?? null,
      homePostcodeDistrict: plan.school?.postcode?.split(' ')[0] ?? '', homeLocation: this.near(plan.school?.location ?? null),
      language: name.language, senProvision: random.pickWeighted([['N', 30], ['K', 55], ['E', 15]] as const),
      needs: random.chance(0.3) ? ['SEMH', random.pick(SECOND_NEEDS)] : ['SEMH'],
      lookedAfterByCode: random.chance(0.04) ? code : null, socialWorker: random.chance(0.15), publicExamsLeft: null,
      contacts: plan.historyOnly ? [] : [{
        ...this.contactOf(name.surname),
        telephone: `01632 960${String(random.whole(0, 999)).padStart(3, '0')}`, language: name.language,
      }],
      historyOnly: plan.historyOnly ?? false, ...plan.with,
    };
    this.made.push(pupil);
    return pupil;
  }

  /** A title that fits the relation. */
  private contactOf(surname: string): { name: string; relation: string } {
    const drawn = this.random.pick(['Ms', 'Mr', 'Mrs'] as const);
    const relation = this.random.pick(['Mother', 'Father', 'Mother', 'Grandmother', 'Carer'] as const);
    const title = relation === 'Father' ? 'Mr' : relation !== 'Carer' && drawn === 'Mr' ? 'Mrs' : drawn;
    return { name: `${title} ${surname}`, relation };
  }

  /** Serial numbers run on for each authority and year of issue. */
  private nextUpn(code: string, issuedIn: number): string {
    const prefix = `${code}9999${String(issuedIn % 100).padStart(2, '0')}`;
    const serial = (this.serials.get(prefix) ?? 0) + 1;
    if (serial > 999) throw new RangeError(`No serial number left for ${prefix}`);
    this.serials.set(prefix, serial);
    const digits = `${prefix}${String(serial).padStart(3, '0')}`;
    return `${upnCheckLetter(digits)}${digits}`;
  }

  /** An invented home within about 2 km of the school. */
  private near(location: LocationFact | null): LocationFact | null {
    if (!location) return null;
    return {
      easting: location.easting + this.random.whole(-15, 15) * 100, northing: location.northing + this.random.whole(-15, 15) * 100,
      quality: 'district',
    };
  }
}
