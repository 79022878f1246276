import { Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNeededClaims } from '../api/consent-reads.ts';
import type { NeededClaims } from '../api/consent-model.ts';
import { type SharingLetter, useSharingLetters } from '../api/sharing-letters.ts';
import { useAct } from '../api/use-act.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded, Nothing, Trouble } from '../frame/Answers.tsx';
import { useGo, useNamed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { ClaimBoxes, tickedOf } from './ClaimBoxes.tsx';

interface Fields {
  readonly name: string;
  readonly idNo: string;
  readonly untilOn: string;
}

/** The principal lets one agent show papers of his for this item, until a day (R15, 民法典165). */
export function GiveLetterPage(): ReactNode {
  const say = useText();
  const query = useNeededClaims(useNamed('itemId'));
  return (
    <Loaded query={query} isPage>
      {(needed) => (
        <Airy>
          <h1>{say('giveLetter.title')}</h1>
          <p className="lead">{say('show.item', { name: say.of(needed.itemName) })}</p>
          {needed.claims.length === 0 ? <Nothing title={say('show.nothing')} /> : <GiveLetter needed={needed} />}
        </Airy>
      )}
    </Loaded>
  );
}

function GiveLetter({ needed }: { readonly needed: NeededClaims }): ReactNode {
  const say = useText();
  const go = useGo();
  const letters = useSharingLetters();
  const giving = useAct<SharingLetter>('/sharing-letters');
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set());
  const { itemId, organName, claims } = needed;
  const there = claims.filter(({ isThere }) => isThere);
  const chosen = tickedOf(there, ticked);
  const give = ({ name, idNo, untilOn }: Fields): void => {
    const body = { agent: { name, idNo }, itemId, claims: chosen, untilOn };
    giving.mutate(body, { onSuccess: () => go(paths.sharingLetters()) });
  };
  const rules = [{ required: true, message: say('form.required') }];
  return (
    <Form layout="vertical" scrollToFirstError onFinish={give}>
      <p>{say('giveLetter.hint', { organ: say.of(organName) })}</p>
      <Form.Item name="name" label={say('agent.name')} rules={rules}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="idNo" label={say('agent.idNo')} rules={rules}>
        <Input autoComplete="off" className="mono" />
      </Form.Item>
      <Form.Item name="untilOn" label={say('giveLetter.until')} rules={rules} extra={say('giveLetter.untilHint')}>
        <Input type="date" {...(letters.data === undefined ? {} : { max: letters.data.latestOn })} />
      </Form.Item>
      <h2>{say('giveLetter.what')}</h2>
      {there.length === 0 ? <p>{say('show.noneHere')}</p> : <ClaimBoxes claims={there} ticked={ticked} tick={tick} />}
      {giving.error === null ? null : <Trouble error={giving.error} />}
      <Button type="primary" htmlType="submit" block disabled={chosen.length === 0} loading={giving.isPending}>
        {say('giveLetter.do')}
      </Button>
    </Form>
  );
}
