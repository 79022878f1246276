import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ChangeEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { Upload } from '../api/model.ts';
import { sessionQuery } from '../api/session.ts';
import { acceptedFiles, uploadAddress, uploadFile, useUploadLimits } from '../api/upload.ts';
import { Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';

/** A file as the form holds it. */
export type HeldFile = Pick<Upload, 'uploadId' | 'name' | 'size'>;

/** The files of one material; the form around it hands in its value. A refused file says why and leaves the others. */
export function FileField({
  label,
  value = [],
  onChange,
  beside,
}: {
  readonly label: string;
  readonly value?: readonly HeldFile[];
  readonly onChange?: (files: readonly HeldFile[]) => void;
  /** Another way to come to a file, shown below the first. */
  readonly beside?: (add: (file: HeldFile) => void) => ReactNode;
}): ReactNode {
  const say = useText();
  const hint = useId();
  const limits = useUploadLimits();
  const chooser = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const [sent, setSent] = useState<number>();
  const [error, setError] = useState<Error>();
  const send = async (file: File): Promise<void> => {
    setError(undefined);
    setSent(0);
    try {
      const token = client.getQueryData(sessionQuery.queryKey)?.csrfToken;
      const { uploadId, name, size } = await uploadFile(file, token, setSent);
      onChange?.([...value, { uploadId, name, size }]);
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    }
    setSent(undefined);
  };
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    // The same file may be chosen again after it was mended.
    target.value = '';
    if (file !== undefined) void send(file);
  };
  return (
    <div className="files">
      {value.length === 0 ? null : (
        <ul className="have">
          {value.map(({ uploadId, name, size }) => (
            <li key={uploadId}>
              <a className="beside-text" href={uploadAddress(uploadId)} download>
                {name}
              </a>{' '}
              <span className="quiet">{say('file.kept', { size: sizeText(size) })}</span>{' '}
              <Button
                size="small"
                aria-label={say('file.remove', { name })}
                onClick={() => onChange?.(value.filter((one) => one.uploadId !== uploadId))}
              >
                {say('act.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={chooser}
        type="file"
        accept={acceptedFiles}
        onChange={chosen}
        aria-label={label}
        className="unseen"
        tabIndex={-1}
      />
      <Button onClick={() => chooser.current?.click()} loading={sent !== undefined} aria-describedby={hint} block>
        {sent !== undefined
          ? say('file.sending', { percent: Math.floor(sent * 100) })
          : say(value.length === 0 ? 'file.add' : 'file.more', { name: label })}
      </Button>
      {beside?.((file) => onChange?.([...value, file]))}
      <p id={hint} className="quiet">
        {limits.data === undefined ? null : say('file.kinds', { mb: Math.floor(limits.data.fileBytes / 2 ** 20) })}
      </p>
      {error === undefined ? null : <Trouble error={error} />}
    </div>
  );
}

/** A size as people say it. */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
