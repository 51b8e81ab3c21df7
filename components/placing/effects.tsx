import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Pence } from '@/lib/core/pence';
import { QuotaBar } from '@/components/places/quota-bar';
import type { QuotaView } from '@/components/places/quota-words';
import { weekdayDateWords } from '@/components/ui/date-words';
import { MoneyLine, MoneyLines } from '@/components/ui/money-line';

/** What a change does to one partnership's quota and charge. */
export interface EffectFacts {
  readonly partnershipName: string;
  readonly partnershipSlug: string;
  readonly sentence: string;
  readonly goesOver: boolean;
  readonly now: QuotaView | null;
  readonly peak: QuotaView | null;
  readonly uncovered: string | null;
  readonly money: { readonly label: string; readonly amount: Pence; readonly working: string } | null;
}

function Effect({ effect, today, base }: { effect: EffectFacts; today: CalendarDate; base: string }) {
  const { now, peak, money } = effect;
  return (
    <>
      <div className={`fp-effect fp-tone--${effect.goesOver ? 'over' : 'info'}`}>
        <p className="fp-effect__sentence">{effect.sentence}</p>
        {effect.uncovered ? <p>{effect.uncovered}</p> : null}
      </div>
      <div className="fp-effect__bars">
        {now ? (
          <div>
            <h3>{effect.partnershipName} today, before this</h3>
            <QuotaBar quota={now} href={`${base}/partnership/${effect.partnershipSlug}`} />
          </div>
        ) : null}
        {peak ? (
          <div>
            <h3>With this, at its highest: {weekdayDateWords(peak.on, today)}</h3>
            <QuotaBar quota={peak} />
          </div>
        ) : null}
      </div>
      {money ? (
        <MoneyLines>
          <MoneyLine label={money.label} amount={money.amount} working={money.working} />
        </MoneyLines>
      ) : null}
    </>
  );
}

/** Every partnership a change touches; says so when it touches none. */
export function Effects({ effects, today, base }: { effects: readonly EffectFacts[]; today: CalendarDate; base: string }) {
  if (effects.length === 0) {
    return (
      <div className="fp-effect">
        <p className="fp-effect__sentence">No partnership&rsquo;s quota changes: this place is held by the authority or falls outside every agreement.</p>
      </div>
    );
  }
  return (
    <>
      {effects.map((effect) => (
        <Effect key={`${effect.partnershipSlug} ${effect.sentence}`} effect={effect} today={today} base={base} />
      ))}
    </>
  );
}
