import 'antd/dist/reset.css';
import './app.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from './api/client.ts';
import { router } from './routes.tsx';
import { startTexts, useText } from './text/text.ts';
import { theme } from './theme.ts';

startTexts();

const client = new QueryClient({
  defaultOptions: {
    // A missing network is told at once and tried again by hand; waiting in silence helps nobody.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: true,
      // What the law refused once it refuses again; only silence is worth a second try.
      retry: (count, error) => !(error instanceof Refused) && count < 1,
    },
  },
});

function Application(): ReactNode {
  const say = useText();
  return (
    <ConfigProvider theme={theme} locale={say.language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has a place for the application');
createRoot(place).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
