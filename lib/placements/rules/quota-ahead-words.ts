import { spanInWords } from './preview-words';
import type { QuotaAhead } from './quota-ahead';

/**
 * The notice to the chair: "Rotherham South goes over its quota: 18 of 17 places at the fullest, on 79 school days from
 * 9 March to 17 July 2026." It names no pupil.
 */
export function quotaAheadInWords(partnershipName: string, ahead: QuotaAhead): string {
  const free = ahead.freeTenths / 10;
  const what = free < 0 ? 'goes over its quota' : free === 0 ? 'has no place free' : `has only ${free} ${free === 1 ? 'place' : 'places'} free`;
  const days = ahead.schoolDays === 1 ? '' : `on ${ahead.schoolDays} school days `;
  return `${partnershipName} ${what}: ${ahead.useTenths / 10} of ${ahead.quotaTenths / 10} places at the fullest, ${days}${spanInWords(ahead.firstOn, ahead.lastOn)}`;
}
