import { type Tone, ToneShape } from './tone-shape';

interface TagProps {
  tone: Tone;
  /** An adjective or a flag in words: "Overdue", "EHC plan". */
  children: string;
  /** Flags such as "Looked after" carry no status, so they need no shape. */
  plain?: boolean;
}

/** A status or a flag: colour, shape and word together. */
export function Tag({ tone, children, plain = false }: TagProps) {
  return (
    <strong className={`fp-tag fp-tone--${tone}`}>
      {plain ? null : <ToneShape tone={tone} />}
      <span>{children}</span>
    </strong>
  );
}
