/** An academy trust that does not exist in each council's records, so that its pages and an invoice addressed to it can be seen. It is no agreement's payer. */
import { calendarDate } from '@/lib/core/calendar-date';
import type { TrustFact } from './facts';

const FIRST_ON = calendarDate('2024-09-01');

export const TRUSTS: readonly TrustFact[] = [
  { authority: 'rotherham', slug: 'example-academies-trust', name: 'Example Academies Trust', address: '1 Example Street\nRotherham', customerNumber: 'C-900001', firstOn: FIRST_ON, urns: ['150938'] },
  { authority: 'lancashire', slug: 'example-schools-trust', name: 'Example Schools Trust', address: '2 Example Street\nNelson', customerNumber: 'C-900002', firstOn: FIRST_ON, urns: ['139130', '146276'] },
];
