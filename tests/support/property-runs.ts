import fc from 'fast-check';
import { cases } from './cases';

// A property that names no number of runs gets the number in force.
fc.configureGlobal({ numRuns: cases() });
