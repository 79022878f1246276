import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '../text/text.ts';

/** A number or hash in monospace with a way to copy it; long ones in groups, hashes shortened. */
export function Code({ value, short = false }: { readonly value: string; readonly short?: boolean }): ReactNode {
  const say = useText();
  const [isCopied, setCopied] = useState(false);
  const shown = short && value.length > 16 ? `${value.slice(0, 8)}…${value.slice(-4)}` : value;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <span className="code" title={value}>
      <code>{shown}</code>
      <Button
        type="text"
        size="small"
        className="no-print"
        aria-label={`${say(isCopied ? 'act.copied' : 'act.copy')} ${value}`}
        icon={isCopied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
        onClick={() => void copy()}
      />
    </span>
  );
}

/** Case numbers in chunks of four, so that they can be read aloud. */
export function chunked(caseNo: string): string {
  return caseNo.length < 13 ? caseNo : caseNo.replace(/([0-9A-Z]{4})(?=[0-9A-Z])/g, '$1 ');
}
