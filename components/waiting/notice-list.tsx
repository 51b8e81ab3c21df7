import { StatusWord } from '@/components/ui/status-word';

export interface NoticeItem {
  readonly key: string;
  readonly what: string;
  readonly when: string;
  readonly late: boolean;
}

/** Who must be told and by when. */
export function NoticeList({ notices }: { notices: readonly NoticeItem[] }) {
  return (
    <ul className="fp-waiting__notices">
      {notices.map((one) => (
        <li key={one.key}>
          {one.what}
          <br />
          <StatusWord tone={one.late ? 'quiet' : 'due'}>{one.when}</StatusWord>
        </li>
      ))}
    </ul>
  );
}
