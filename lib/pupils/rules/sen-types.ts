/** A type of special educational need as the school census codes it. */
export interface SenType {
  readonly code: string;
  readonly name: string;
}

/** R67, CBDS of May 2026, with SEMH first because the service is for it; the rest in the order of the rule. */
export const SEN_TYPES: readonly SenType[] = [
  { code: 'SEMH', name: 'Social, emotional and mental health' },
  { code: 'SPLD', name: 'Specific learning difficulty' },
  { code: 'MLD', name: 'Moderate learning difficulty' },
  { code: 'SLD', name: 'Severe learning difficulty' },
  { code: 'PMLD', name: 'Profound and multiple learning difficulty' },
  { code: 'SLCN', name: 'Speech, language and communication' },
  { code: 'HI', name: 'Hearing impairment' },
  { code: 'VI', name: 'Vision impairment' },
  { code: 'MSI', name: 'Multi-sensory impairment' },
  { code: 'PD', name: 'Physical disability' },
  { code: 'ASD', name: 'Autistic spectrum disorder' },
  { code: 'DS', name: 'Down syndrome' },
  { code: 'OTH', name: 'Other difficulty or disability' },
  { code: 'NSA', name: 'No specialist assessment yet' },
];

/** The name of a need, or its code when the set does not hold it. */
export function senTypeName(code: string): string {
  return SEN_TYPES.find((type) => type.code === code)?.name ?? code;
}

export const SEN_PROVISION = ['N', 'K', 'E'] as const;
const PROVISION_WORDS: Readonly<Record<(typeof SEN_PROVISION)[number], string>> = { N: 'None', K: 'SEN support', E: 'EHC plan' };

export function senProvisionInWords(code: (typeof SEN_PROVISION)[number]): string {
  return PROVISION_WORDS[code];
}
