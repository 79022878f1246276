import { setTimeout as delay } from 'node:timers/promises';
import { catchUp } from '../src/journal/actions.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { addDays } from '../src/kernel/time.ts';
import {
  type ActName,
  type ActRequest,
  automaticActs,
  caseNoOf,
  freshRequestId,
  performAct,
  twoSignatureActs,
} from './case-acts.ts';
import { type District, openDistrict } from './district.ts';
import { openWholeDistrict } from './whole-district.ts';
import type { Load, LoadSetting } from './load.ts';
import { fixedOutside } from './outside.ts';

/** Two signatures, no rendering and no SM2. */
export async function openTwoSignatureCases(setting: LoadSetting): Promise<Load> {
  return openCases(await openDistrict(setting.url, fixedOutside), twoSignatureActs);
}

/** Class 0, no rendering and no SM2. */
export async function openAutomaticCases(setting: LoadSetting): Promise<Load> {
  return openCases(await openDistrict(setting.url, fixedOutside), automaticActs);
}

/** The same cases as the product carries them: every letter rendered and sealed with SM2, every signer shown his letter. */
export async function openFullCases(setting: LoadSetting): Promise<Load> {
  return openCases(await openWholeDistrict(setting.url), twoSignatureActs);
}

/** Two-signature cases while somebody else takes mandates and people away: a refused act is tried again a little later. */
export async function openContestedCases(setting: LoadSetting): Promise<Load> {
  const district = await openDistrict(setting.url, fixedOutside);
  const nextDay = days();
  return {
    async runCase(_client, stepped) {
      const on = nextDay();
      let caseNo = '';
      for (const act of twoSignatureActs) caseNo = await insist(district, { act, on, caseNo }, stepped);
    },
    close: district.close,
  };
}

/** Asks until the act is done; another process gives back what it took, and refusals alone do not bring the news. */
async function insist(
  district: District,
  request: Pick<ActRequest, 'act' | 'on' | 'caseNo'>,
  stepped: (milliseconds: number) => void,
): Promise<string> {
  for (;;) {
    const began = performance.now();
    const answer = await performAct(district, { ...request, requestId: freshRequestId() });
    stepped(performance.now() - began);
    if (!isRefusal(answer)) return caseNoOf(answer);
    // Nobody gives numbers back: asking for ever would keep the load from ending.
    if (answer.code === 'serials-exhausted') throw new Error(`${request.act}: ${answer.code}`);
    await Promise.all([delay(1), catchUp(district.ports.journal)]);
  }
}

const FIRST_DAY = '2025-06-03';
/** A place that the load closes when it ends. */
type OpenPlace = Pick<District, 'ports' | 'shown' | 'close'>;

/** A case number has four digits for the day and item: after so many cases the loads go to the next day. */
const CASES_PER_DAY = 9_000;

/** The day of each next case. */
function days(): () => string {
  let drawn = 0;
  return () => {
    drawn += 1;
    return addDays(FIRST_DAY, Math.floor(drawn / CASES_PER_DAY));
  };
}

function openCases(district: OpenPlace, acts: readonly ActName[]): Load {
  const nextDay = days();
  return {
    async runCase(_client, stepped) {
      const on = nextDay();
      let caseNo = '';
      for (const act of acts) {
        const began = performance.now();
        const done = await performAct(district, { act, requestId: freshRequestId(), on, caseNo });
        stepped(performance.now() - began);
        if (isRefusal(done)) throw new Error(`${act}: ${done.code} ${JSON.stringify(done.detail)}`);
        caseNo = caseNoOf(done);
      }
    },
    close: district.close,
  };
}
