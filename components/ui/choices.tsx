import type { ReactNode } from 'react';

export interface Choice {
  readonly value: string;
  readonly text: ReactNode;
  readonly hint?: ReactNode;
  /** Fields that belong to this answer; they always show, indented, so no script is needed. */
  readonly more?: ReactNode;
  readonly disabled?: boolean;
}

interface ChoicesProps {
  kind: 'radio' | 'checkbox';
  name: string;
  options: readonly Choice[];
  chosen: readonly string[];
  inline?: boolean;
  small?: boolean;
  invalid?: boolean;
}

/** The rows of radio buttons or checkboxes; the first has the field's name as its id. */
export function Choices({ kind, name, options, chosen, inline = false, small = false, invalid = false }: ChoicesProps) {
  return (
    <div className={`fp-choices${inline ? ' fp-choices--inline' : ''}${small ? ' fp-choices--small' : ''}`}>
      {options.map((option, index) => {
        const id = index === 0 ? name : `${name}-${option.value}`;
        return (
          <div key={option.value} className="fp-choice">
            <input
              className="fp-choice__box"
              type={kind}
              id={id}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              disabled={option.disabled}
              aria-describedby={option.hint ? `${id}-choice-hint` : undefined}
              aria-invalid={invalid && kind === 'checkbox' ? true : undefined}
            />
            <label className="fp-choice__label" htmlFor={id}>
              {option.text}
            </label>
            {option.hint ? (
              <div className="fp-choice__hint" id={`${id}-choice-hint`}>
                {option.hint}
              </div>
            ) : null}
            {option.more ? <div className="fp-choice__more">{option.more}</div> : null}
          </div>
        );
      })}
    </div>
  );
}
