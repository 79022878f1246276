import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { ListField, ShapeField } from './ElementList.tsx';
import { type FieldProps, nameOf } from './fields.ts';
import { Plain, PlainList } from './PlainField.tsx';
import { anchorOf, blankOf, entriesOf, pathText } from './schema.ts';

/** One element of the draft, whatever its kind: the form follows from the description of the item. */
export function ElementField(props: FieldProps): ReactNode {
  const { node, path, value, name, change } = props;
  const say = useText();
  if (!node.isNullable) return <SolidField {...props} />;
  return (
    <div className="element">
      <Checkbox
        checked={value !== null && value !== undefined}
        onChange={({ target }) => change(path, target.checked ? blankOf(node) : null)}
      >
        {say('library.has', { name })}
      </Checkbox>
      {value === null || value === undefined ? null : <SolidField {...props} />}
    </div>
  );
}

function SolidField(props: FieldProps): ReactNode {
  const { node, name, path } = props;
  if (node.options.length > 1) return <ShapeField {...props} Inside={Children} />;
  if (node.line !== undefined && node.line.children.length === 0 && node.line.options.length < 2) {
    return (
      <Labelled {...props}>
        <PlainList {...props} />
      </Labelled>
    );
  }
  if (node.line !== undefined) return <ListField {...props} Field={ElementField} />;
  if (node.children.length > 0) {
    return (
      <fieldset className="element-group" id={anchorOf(pathText(path))} tabIndex={-1}>
        <legend>{name}</legend>
        <Children {...props} />
      </fieldset>
    );
  }
  return (
    <Labelled {...props}>
      <Plain {...props} />
    </Labelled>
  );
}

/** The elements inside one. */
function Children({ node, path, value, change, faultsAt }: FieldProps): ReactNode {
  const say = useText();
  const entries = entriesOf(value);
  return node.children.map(([key, child]) => (
    <ElementField
      key={key}
      node={child}
      path={[...path, key]}
      value={entries[key]}
      name={nameOf(child, key, say)}
      change={change}
      faultsAt={faultsAt}
    />
  ));
}

function Labelled({ name, path, faultsAt, children }: FieldProps & { readonly children: ReactNode }): ReactNode {
  const faults = faultsAt(pathText(path));
  return (
    <div
      className={faults.length === 0 ? 'element' : 'element element-faulty'}
      id={anchorOf(pathText(path))}
      tabIndex={-1}
    >
      <span className="element-name">{name}</span>
      {children}
      {faults.map((fault) => (
        <p key={fault} className="why-not">
          {fault}
        </p>
      ))}
    </div>
  );
}
