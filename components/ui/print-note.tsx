interface PrintNoteProps {
  /** The page's full address. */
  address: string;
  /** When the page was made, in words: "2 March 2026 at 09:14". */
  madeAt: string;
  /** Day and source of the figures. */
  source?: string;
}

/** Seen on paper only: where the page is, when it was made and what its figures rest on. */
export function PrintNote({ address, madeAt, source }: PrintNoteProps) {
  return (
    <p className="fp-print-note">
      {address}. Printed from the page as it was on {madeAt}.{source ? ` ${source}` : ''}
    </p>
  );
}
