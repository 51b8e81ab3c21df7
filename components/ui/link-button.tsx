import type { ReactNode } from 'react';
import type { ButtonKind } from './button';
import { classNames } from './class-names';

interface LinkButtonProps {
  href: string;
  children: ReactNode;
  kind?: Exclude<ButtonKind, 'link'>;
}

/** A link that looks like a button: for going to a page, never for acting. */
export function LinkButton({ href, children, kind = 'secondary' }: LinkButtonProps) {
  return (
    <a href={href} className={classNames('fp-button', `fp-button--${kind}`)}>
      {children}
    </a>
  );
}
