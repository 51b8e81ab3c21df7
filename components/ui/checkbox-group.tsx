import { type Choice, Choices } from './choices';
import { FieldsetFrame, type FieldProps } from './field-frame';

interface CheckboxGroupProps extends FieldProps {
  options: readonly Choice[];
  defaultValue?: readonly string[];
  inline?: boolean;
  small?: boolean;
}

/** Every ticked value is sent under the same name. */
export function CheckboxGroup({ options, defaultValue = [], inline, small, ...field }: CheckboxGroupProps) {
  return (
    <FieldsetFrame {...field}>
      <Choices kind="checkbox" name={field.name} options={options} chosen={defaultValue} inline={inline} small={small} invalid={Boolean(field.error)} />
    </FieldsetFrame>
  );
}
