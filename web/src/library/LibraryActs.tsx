import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { LibraryItem } from '../api/library-model.ts';
import { type Asked, AskedActs } from '../frame/AskedAct.tsx';
import { type Say, useText } from '../text/text.ts';
import { signRules } from './RuleSetSigning.tsx';

/** The steps of an item from draft to version and out of force. The server says which are open and why others are not. */
export function LibraryActs({ found }: { readonly found: LibraryItem }): ReactNode {
  const say = useText();
  return (
    <section className="pane acts no-print">
      <h2>{say('library.acts')}</h2>
      <AskedActs acts={[...draftActs(found, say), ...itemActs(found, say)]} />
    </section>
  );
}

function draftActs({ can, row, draft }: LibraryItem, say: Say): readonly Asked[] {
  const path = (act: string): string => `/library/items/${encodeURIComponent(row.itemId)}/${act}`;
  const reason = { name: 'reason', label: say('library.reason'), input: <Input.TextArea rows={3} /> };
  const revision = draft?.revision ?? 1;
  return [
    {
      can: can['openItemDraft'],
      path: path('draft'),
      label: say('library.open'),
      fields: [],
      bodyOf: () => ({ from: row.version === null ? 'blank' : 'inForce' }),
    },
    {
      can: can['submitItemDraft'],
      path: path('draft/submission'),
      label: say('library.submit'),
      warning: say('library.submitWarning', { revision }),
      fields: [],
      bodyOf: () => ({ revision }),
    },
    {
      can: can['approveItemDraft'],
      path: path('draft/approval'),
      label: say('library.approve'),
      fields: [{ name: 'opinion', label: say('library.opinion'), input: <Input.TextArea rows={3} /> }],
      bodyOf: (values) => ({ ...values, revision }),
    },
    { can: can['returnItemDraft'], path: path('draft/return'), label: say('library.return'), fields: [reason] },
    {
      can: can['publishItemDraft'],
      path: path('draft/publication'),
      label: say('library.publish'),
      warning: say('library.publishWarning'),
      fields: [{ name: 'on', label: say('library.effectiveOn'), input: <Input type="date" />, isOptional: true }],
      bodyOf: publicationOf,
    },
    {
      can: can['dropItemDraft'],
      path: path('draft/dropping'),
      label: say('library.drop'),
      danger: true,
      fields: [reason],
    },
  ];
}

/** A day begins at midnight in China, which is 16:00 UTC of the day before. */
function publicationOf({ on }: Readonly<Record<string, unknown>>): object {
  if (typeof on !== 'string' || on === '') return {};
  return { effectiveFrom: new Date(`${on}T00:00:00.000+08:00`).toISOString() };
}

function itemActs(found: LibraryItem, say: Say): readonly Asked[] {
  const { can, row } = found;
  const path = (act: string): string => `/library/items/${encodeURIComponent(row.itemId)}/${act}`;
  const version = row.version ?? 1;
  const withdraw: Asked = {
    can: can['withdrawItem'],
    path: path('withdrawal'),
    label: say('library.withdraw'),
    warning: say('library.withdrawWarning'),
    danger: true,
    fields: [{ name: 'reason', label: say('library.reason'), input: <Input.TextArea rows={3} /> }],
    bodyOf: (values) => ({ ...values, version }),
  };
  return [...signRules(found, say), withdraw];
}
