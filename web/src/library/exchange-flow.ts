import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../api/client.ts';
import type { ImportPreview, ItemImport } from '../api/library-model.ts';
import { randomRequestId } from '../api/request-id.ts';
import { sessionQuery } from '../api/session.ts';
import { sendFile } from '../api/upload.ts';

/** Where the items in force are saved from. */
export function exportAddress(format: 'xlsx' | 'json', organ: string): string {
  return `/api/library/export?format=${format}&organ=${encodeURIComponent(organ)}`;
}

/** How far an import has come. */
export type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' | 'reading'; readonly percent: number }
  | { readonly kind: 'previewed'; readonly file: File; readonly preview: ImportPreview }
  | { readonly kind: 'done'; readonly made: ItemImport }
  | { readonly kind: 'failed'; readonly error: Error };

export interface ExchangeFlow {
  readonly stage: Stage;
  readonly preview: (file: File) => void;
  readonly confirm: () => void;
  readonly drop: () => void;
}

/** How often the server is asked how far it has read. */
const ASK_EVERY_MS = 500;

/** A file goes out to be looked at, and once more to be imported; what lies between is what the server says of it. */
export function useExchange(): ExchangeFlow {
  const client = useQueryClient();
  const [stage, setStage] = useState<Stage>({ kind: 'idle' });
  const [asked, setAsked] = useState<string>();
  // The id of a confirmation stays until it was answered: sent again, it imports nothing twice.
  const confirming = useRef<string>(undefined);
  useEffect(() => {
    if (asked === undefined) return undefined;
    const timer = setInterval(() => {
      void ask<{ readonly done: number; readonly total: number }>(`/library/import-progress/${asked}`).then(
        ({ done, total }) => {
          const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
          setStage((now) => (now.kind === 'reading' ? { kind: 'reading', percent } : now));
        },
        () => undefined,
      );
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [asked]);

  const send = async <Answer>(file: File, path: string, requestId: string): Promise<Answer> => {
    setStage({ kind: 'sending', percent: 0 });
    setAsked(requestId);
    const csrfToken = client.getQueryData(sessionQuery.queryKey)?.csrfToken;
    const progress = (share: number): void =>
      setStage(share < 1 ? { kind: 'sending', percent: Math.floor(share * 100) } : { kind: 'reading', percent: 0 });
    try {
      return await sendFile<Answer>(file, { path, csrfToken, requestId, progress });
    } finally {
      setAsked(undefined);
    }
  };
  const failed = (error: unknown): void =>
    setStage({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
  const named = (file: File): string => `name=${encodeURIComponent(file.name)}`;

  return {
    stage,
    preview(file) {
      confirming.current = undefined;
      void send<ImportPreview>(file, `/library/import-previews?${named(file)}`, randomRequestId()).then(
        (preview) => setStage({ kind: 'previewed', file, preview }),
        failed,
      );
    },
    confirm() {
      if (stage.kind !== 'previewed') return;
      const { file, preview } = stage;
      confirming.current ??= randomRequestId();
      const path = `/library/imports?${named(file)}&fingerprint=${preview.fingerprint}`;
      void send<ItemImport>(file, path, confirming.current).then((made) => {
        setStage({ kind: 'done', made });
        void client.invalidateQueries();
      }, failed);
    },
    drop: () => setStage({ kind: 'idle' }),
  };
}
