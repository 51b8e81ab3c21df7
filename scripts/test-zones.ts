/** `npm run test:zones`: the rules in the other time zones, with fewer cases. */
import { runMain } from './run/shutdown';
import { runStages } from './run/stages';
import { rulesElsewhere } from './run/test-stages';

runMain(() => runStages(rulesElsewhere));
