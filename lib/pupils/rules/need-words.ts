/** Types of special educational need by the codes of the school census, and what sites say they meet. */
const NEEDS: Readonly<Record<string, string>> = {
  SEMH: 'social, emotional and mental health', SLCN: 'speech, language and communication', ASD: 'autistic spectrum disorder',
  MLD: 'moderate learning difficulty', SLD: 'severe learning difficulty', PMLD: 'profound and multiple learning difficulty',
  SPLD: 'specific learning difficulty', HI: 'hearing impairment', VI: 'vision impairment', MSI: 'multi-sensory impairment',
  PD: 'physical disability', DS: 'Down syndrome', OTH: 'other difficulty', NSA: 'need not yet assessed',
};

/** The need in words; a code that the census does not know stays as it was entered. */
export function needInWords(code: string): string {
  return NEEDS[code.toUpperCase()] ?? code;
}

/** `Speech, language and communication`, to begin a line. */
export function needAsHeading(code: string): string {
  const words = needInWords(code);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
