import { type Choice, Choices } from './choices';
import { FieldsetFrame, type FieldProps } from './field-frame';

interface RadioGroupProps extends FieldProps {
  options: readonly Choice[];
  defaultValue?: string;
  inline?: boolean;
  small?: boolean;
}

export function RadioGroup({ options, defaultValue, inline, small, ...field }: RadioGroupProps) {
  return (
    <FieldsetFrame {...field}>
      <Choices kind="radio" name={field.name} options={options} chosen={defaultValue === undefined ? [] : [defaultValue]} inline={inline} small={small} />
    </FieldsetFrame>
  );
}
