import { hatch } from './hatch';
import { plannedTenthsOf, type QuotaView } from './quota-words';

const WIDTH = 180;
const HEIGHT = 18;

/** One measured strip for large quotas in a table cell: used, planned, free, the firm line, over. */
export function QuotaMeter({ quota }: { quota: QuotaView }) {
  const planned = plannedTenthsOf(quota);
  const whole = Math.max(quota.quotaTenths, quota.usedTenths + planned, 10);
  const at = (tenths: number) => Math.round((tenths / whole) * (WIDTH - 6) * 100) / 100;
  const lineAt = at(quota.quotaTenths);
  const used = at(Math.min(quota.usedTenths, quota.quotaTenths));
  const overWidth = Math.max(0, at(quota.usedTenths) - lineAt);
  const plannedFrom = at(quota.usedTenths);
  const ticks: number[] = [];
  for (let tenths = 100; tenths < quota.quotaTenths; tenths += 100) ticks.push(at(tenths));
  return (
    <svg className="fp-place-row" aria-hidden="true" focusable="false" width={WIDTH} height={HEIGHT + 5} viewBox={`0 -1.5 ${WIDTH} ${HEIGHT + 5}`}>
      <rect className="fp-place-used" x="0" y="1" width={used} height={HEIGHT} />
      <path className="fp-meter-tick" d={ticks.map((x) => `M${x} 1v${HEIGHT}`).join('')} />
      <rect className="fp-place-frame" x="0.75" y="1.75" width={Math.max(0, lineAt - 1.5)} height={HEIGHT - 1.5} />
      {planned > 0 ? <path className="fp-meter-planned" d={`M${plannedFrom + 1.5} ${HEIGHT / 2 + 1}H${at(quota.usedTenths + planned) - 1}`} /> : null}
      {overWidth > 0 ? (
        <>
          <rect className="fp-place-over-ground" x={lineAt + 4} y="1" width={overWidth} height={HEIGHT} />
          <path className="fp-place-hatch" d={hatch(lineAt + 4, 1, overWidth, HEIGHT, 4)} />
          <rect className="fp-place-frame fp-place-frame--over" x={lineAt + 4} y="1.75" width={overWidth} height={HEIGHT - 1.5} />
        </>
      ) : null}
      <path className="fp-place-line" d={`M${lineAt + 1.5} -1.5V${HEIGHT + 3.5}`} />
    </svg>
  );
}
