import { StatusWord } from '@/components/ui/status-word';
import { tenthsWords } from '@/components/ui/tenths-words';

function freeWords(tenths: number): string {
  if (tenths < 0) return `over by ${tenthsWords(-tenths)}`;
  return tenths === 0 ? 'full' : `${tenthsWords(tenths)} free`;
}

function tone(tenths: number): 'over' | 'due' | 'fine' {
  return tenths < 0 ? 'over' : tenths === 0 ? 'due' : 'fine';
}

/** What is free today, and at the tightest of a later month. */
export function FreePlaces({ todayTenths, laterTenths, later }: { todayTenths: number | null; laterTenths: number | null; later: string }) {
  if (todayTenths === null && laterTenths === null) return <span className="fp-option__note">None of this kind</span>;
  return (
    <>
      {todayTenths === null ? 'Closed today' : <StatusWord tone={tone(todayTenths)}>{freeWords(todayTenths)}</StatusWord>}
      {laterTenths === null ? null : (
        <span className="fp-option__specialism">
          {later}: {freeWords(laterTenths)}
        </span>
      )}
    </>
  );
}
