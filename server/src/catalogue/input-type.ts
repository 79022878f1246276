import type { InputSpec, InputValue } from './item.ts';

/** Whether an answer has the type that its input declares. */
export function isOfType(input: InputSpec, value: InputValue): boolean {
  switch (input.type.kind) {
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return typeof value === 'number' && Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'string':
      return typeof value === 'string';
    case 'enum':
      return typeof value === 'string' && input.type.options.includes(value);
    default:
      return input.type satisfies never;
  }
}
