import { sm3Hex } from '../src/kernel/digest.ts';
import pg from 'pg';
import type { Load, LoadSetting } from './load.ts';

/**
 * The floor: what a case costs when every business step is one call of one hand-written function and one commit
 * (measures.md §3a): check the mandate row, lock the case, check state and version, log with a hash chain.
 */
export const floorSchema = `
  create schema floor;
  create table floor.mandate (
    mandate_no text primary key, holder text not null, item text not null, open boolean not null,
    from_at timestamptz not null, to_at timestamptz not null, amount_max numeric not null);
  create table floor.approval (
    case_no bigint primary key, state integer not null, version integer not null, applicant text not null,
    signer_one text, signer_two text, updated_at timestamptz not null) with (fillfactor = 70);
  create table floor.log (
    case_no bigint not null, seq integer not null, act text not null, actor text not null, mandate_no text not null,
    body text not null, prev bytea not null, hash bytea not null, at timestamptz not null,
    primary key (case_no, seq));
  insert into floor.mandate
    select 'M' || n, 'H' || n, 'I' || n % 50, true, now() - interval '1 day', now() + interval '1 year', 1000000
    from generate_series(0, 199) n;

  create function floor.step(
    a_case bigint, a_state integer, a_act text, a_actor text, a_mandate text, a_amount numeric, a_body text
  ) returns integer language plpgsql as $$
  declare
    m floor.mandate;
    c floor.approval;
    last bytea;
  begin
    select * into m from floor.mandate where mandate_no = a_mandate for share;
    if not found or not m.open or now() < m.from_at or now() >= m.to_at or a_amount > m.amount_max then
      raise exception 'no mandate';
    end if;
    if a_state = 0 then
      insert into floor.approval (case_no, state, version, applicant, updated_at) values (a_case, 1, 1, a_actor, now());
      last := '';
    else
      select * into c from floor.approval where case_no = a_case for update;
      if not found or c.state <> a_state or c.version <> a_state then raise exception 'wrong state'; end if;
      if a_act = 'sign2' and c.signer_one = a_actor then raise exception 'same person'; end if;
      update floor.approval set state = a_state + 1, version = a_state + 1, updated_at = now(),
          signer_one = case when a_act = 'sign1' then a_actor else signer_one end,
          signer_two = case when a_act = 'sign2' then a_actor else signer_two end
        where case_no = a_case;
      select hash into last from floor.log where case_no = a_case and seq = a_state;
    end if;
    insert into floor.log (case_no, seq, act, actor, mandate_no, body, prev, hash, at)
      values (a_case, a_state + 1, a_act, a_actor, a_mandate, a_body, last,
              sha256(last || convert_to(a_body || a_act || a_actor || a_mandate, 'UTF8')), now());
    return a_state + 1;
  end $$;
`;

export const floorSteps = ['apply', 'accept', 'sign1', 'sign2', 'seal', 'licence', 'deliver', 'rate'] as const;

/** The text that the log keeps of one step, as long as an ordinary event of ours. */
export function floorBody(caseNo: number, act: string): string {
  return JSON.stringify({ caseNo, act, applicant: '云河区某某有限公司', reason: '材料齐全', evidence: sm3Hex(act) });
}

export const floorStep = {
  name: 'floor.step',
  text: 'select floor.step($1, $2, $3, $4, $5, $6, $7)',
} as const;

/** The values of one step, for holders spread over two hundred mandates. */
export function floorValues(caseNo: number, state: number): readonly unknown[] {
  const act = floorSteps[state] ?? 'rate';
  const actor = act === 'sign2' ? `chief-${caseNo % 50}` : `officer-${caseNo % 100}`;
  return [caseNo, state, act, actor, `M${caseNo % 200}`, 100, floorBody(caseNo, act)];
}

/** One connection for every open case, one prepared call for every step. */
export async function openFloor({ adminUrl, clients }: LoadSetting): Promise<Load> {
  const pool = new pg.Pool({ connectionString: adminUrl, max: Math.min(clients, 40) });
  await pool.query(floorSchema);
  let drawn = 0;
  return {
    async runCase(_client, stepped) {
      drawn += 1;
      const caseNo = drawn;
      for (let state = 0; state < floorSteps.length; state += 1) {
        const began = performance.now();
        await pool.query({ ...floorStep, values: [...floorValues(caseNo, state)] });
        stepped(performance.now() - began);
      }
    },
    close: () => pool.end(),
  };
}
