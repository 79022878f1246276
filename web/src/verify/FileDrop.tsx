import { Button } from 'antd';
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';

/** A place to drop one file on, or to choose it; the file stays in the browser. */
export function FileDrop({
  label,
  hint,
  held,
  onFile,
}: {
  readonly label: string;
  readonly hint: string;
  readonly held: File | undefined;
  readonly onFile: (file: File) => void;
}): ReactNode {
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    // The same file may be chosen again.
    target.value = '';
    if (file !== undefined) onFile(file);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    <div
      className={isOver ? 'drop drop-over' : 'drop'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <input ref={chooser} type="file" onChange={chosen} aria-label={label} className="unseen" tabIndex={-1} />
      <Button onClick={() => chooser.current?.click()} block>
        {label}
      </Button>
      <p className="quiet">{held === undefined ? hint : held.name}</p>
    </div>
  );
}
