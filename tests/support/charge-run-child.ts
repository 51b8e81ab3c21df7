/** The application in a process of its own: runs October's charge for the authority of CHARGE_RUN, to be killed while it does. */
import { type OctoberOf, runOctober } from './charge-october';

runOctober(JSON.parse(process.env.CHARGE_RUN ?? '') as OctoberOf).then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
