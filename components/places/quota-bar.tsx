import type { ReactNode } from 'react';
import { tenthsWords } from '@/components/ui/tenths-words';
import { PlaceRow, type PlaceSize } from './place-row';
import { QuotaMeter } from './quota-meter';
import { inTens, type PlaceCell, quotaCells } from './quota-cells';
import { measureTerms } from './quota-measure';
import { fullOrOver, isOverOnDay, plannedTenthsOf, quotaSentence, type QuotaView } from './quota-words';

interface QuotaBarProps {
  quota: QuotaView;
  /** For table cells: a short row, and the figures without a sentence. */
  small?: boolean;
  /** Where the figures open to the pupils or counts behind them. */
  href?: string;
  /** A further sentence: peak, or a share of the quota that is withheld. */
  children?: ReactNode;
}

/** Past this a small bar is one measured strip, since single places are too thin to count. */
const SMALL_CELLS = 30;
/** Past this the places are drawn smaller, so that a phone shows two tens in a row. */
const MANY_CELLS = 40;
/** Places that fit beside each other on a phone. */
const WIDEST_ROW = 15;

function Rows({ within, over, quotaTenths }: { within: readonly PlaceCell[]; over: readonly PlaceCell[]; quotaTenths: number }) {
  const tens = inTens(within);
  const lastTen = tens.pop() ?? [];
  const size: PlaceSize = within.length + over.length > MANY_CELLS ? 'middle' : 'large';
  const besideLine = Math.max(1, WIDEST_ROW - lastTen.length);
  const labelled = within.length > 20;
  return (
    <div className="fp-quota__rows">
      {tens.map((cells, index) => {
        const crowded = index === tens.length - 1 && lastTen.length < 6;
        return <PlaceRow key={index} cells={cells} size={size} label={labelled && !crowded ? String((index + 1) * 10) : undefined} />;
      })}
      <PlaceRow cells={lastTen} beyond={over.slice(0, besideLine)} size={size} label={`Quota ${tenthsWords(quotaTenths)}`} />
      {inTens(over.slice(besideLine)).map((cells, index) => (
        <PlaceRow key={`over-${index}`} cells={cells} over size={size} />
      ))}
    </div>
  );
}

function plannedKey(planned: number, over: number, overWords: string): string {
  const words = `${tenthsWords(planned)} planned`;
  if (over === 0) return words;
  return over === planned ? `${words}, ${overWords}` : `${words}, ${tenthsWords(over)} of it ${overWords}`;
}

/** The figures again beside what they look like; the sentence has said them already. */
function Key({ quota }: { quota: QuotaView }) {
  const planned = plannedTenthsOf(quota);
  const over = quota.usedTenths - quota.quotaTenths;
  const plannedOver = Math.min(planned, Math.max(0, over + planned));
  const terms = measureTerms(quota.measure);
  const items = [
    { kind: 'used', words: `${tenthsWords(Math.min(quota.usedTenths, quota.quotaTenths))} used`, shown: true },
    { kind: 'free', words: `${tenthsWords(Math.max(0, -over))} ${terms.free}`, shown: true },
    { kind: 'planned', words: plannedKey(planned, plannedOver, terms.over), shown: planned > 0 },
    { kind: 'over', words: `${tenthsWords(over)} ${terms.over}`, shown: over > 0 },
  ];
  const place = (kind: string): PlaceCell => ({ widthTenths: 10, filledTenths: kind === 'used' || kind === 'over' ? 10 : 0, plannedTenths: kind === 'planned' ? 10 : 0 });
  return (
    <ul className="fp-quota__key" aria-hidden="true">
      {items
        .filter((item) => item.shown)
        .map((item) => (
          <li key={item.kind}>
            <PlaceRow size="small" cells={[place(item.kind)]} over={item.kind === 'over'} />
            {item.words}
          </li>
        ))}
    </ul>
  );
}

function SmallQuotaBar({ quota, href }: { quota: QuotaView; href?: string }) {
  const cells = quotaCells({ ...quota, plannedTenths: plannedTenthsOf(quota) });
  const state = fullOrOver(quota, 'short');
  const short = `${tenthsWords(quota.usedTenths)} of ${tenthsWords(quota.quotaTenths)}`;
  const wide = cells.within.length + cells.over.length > SMALL_CELLS;
  const words = (
    <>
      <span aria-hidden="true">
        <span className="fp-figures">{short}</span>
        {state ? <strong>, {state}</strong> : null}
      </span>
      <span className="fp-hidden">{quotaSentence(quota)}</span>
    </>
  );
  return (
    <div className={`fp-quota fp-quota--small${isOverOnDay(quota) ? ' fp-quota--over' : ''}`}>
      <p className="fp-quota__short">{href ? <a href={href}>{words}</a> : words}</p>
      {wide ? <QuotaMeter quota={quota} /> : <PlaceRow size="small" cells={cells.within} beyond={cells.over} />}
    </div>
  );
}

/** Places used against quota: a row of places, the firm line of the quota, places over it, and the sentence. */
export function QuotaBar({ quota, small = false, href, children }: QuotaBarProps) {
  if (small) return <SmallQuotaBar quota={quota} href={href} />;
  const cells = quotaCells({ ...quota, plannedTenths: plannedTenthsOf(quota) });
  const sentence = quotaSentence(quota);
  return (
    <div className={isOverOnDay(quota) ? 'fp-quota fp-quota--over' : 'fp-quota'}>
      <p className="fp-quota__sentence">{href ? <a href={href}>{sentence}</a> : sentence}</p>
      <Rows within={cells.within} over={cells.over} quotaTenths={quota.quotaTenths} />
      <Key quota={quota} />
      {children ? <div className="fp-quota__more">{children}</div> : null}
    </div>
  );
}
