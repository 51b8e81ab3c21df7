import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from './class-names';

export type ButtonKind = 'primary' | 'secondary' | 'warning' | 'link';

interface ButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'className'> {
  kind?: ButtonKind;
}

/** Submits its form unless `type` says otherwise. One primary button a page. */
export function Button({ kind = 'primary', type = 'submit', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classNames('fp-button', `fp-button--${kind}`)} />;
}
