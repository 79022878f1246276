import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { airyTheme } from '../theme.ts';

/** A page for applicants: one column, larger letters and fields. */
export function Airy({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <ConfigProvider theme={airyTheme}>
      <div className="page narrow airy">{children}</div>
    </ConfigProvider>
  );
}
