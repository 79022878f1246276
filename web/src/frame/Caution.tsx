import { Alert } from 'antd';
import type { ReactNode } from 'react';

/** Something did not happen, and what one can do: told at once to who reads and to who listens. */
export function Caution({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }): ReactNode {
  return <Alert type="warning" showIcon role="alert" className="note" title={title} description={children} />;
}
