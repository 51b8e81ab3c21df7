/** Terms of the report, for readers who are new to them. */
export const GLOSSARY: readonly string[] = [
  'AP: alternative provision, education arranged for pupils who cannot be at their school, for example after an exclusion.',
  'PRU: pupil referral unit, a school run by a council for pupils in alternative provision.',
  'SEMH: social, emotional and mental health needs.',
  'Place commissioned: a place that the council pays for, whether or not a pupil has it.',
  'Top-up: what is paid for a pupil besides the place.',
  'Over-quota income: what schools pay for places beyond those that their partnership is entitled to.',
  'Actual to date: what was spent from 1 April to the end of the month.',
  'Forecast: actual to date, what the placements there are will cost to 31 March, and amounts entered for months to come.',
];
