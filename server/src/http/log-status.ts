import { z } from 'zod';
import { type Alarm, alarmTexts, type LogStatus } from '../ledger/actions.ts';
import type { Platform } from '../platform.ts';
import { LogTrust, logTrustShown } from './log-chain.ts';
import { Text } from './problem.ts';
import { route, type Route } from './route.ts';

const LogAlarm = z
  .object({
    code: z.string(),
    since: z.string(),
    about: z.string().meta({ description: 'Whom or what it is about: a witness, sizes, a fault' }),
    text: Text,
  })
  .meta({ id: 'LogAlarm', description: 'Something about the log that somebody must look at today' });

const LogWitness = z
  .object({
    name: z.string(),
    size: z.int().min(0),
    state: z.enum(['never-asked', 'cosigned', 'knows', 'refused', 'silent']),
    /** Whether it does not answer to whoever operates the log. */
    isOutside: z.boolean(),
    lateSince: z.string().exactOptional(),
    clockOffBy: z.int().exactOptional().meta({ description: 'Seconds by which its clock goes before ours' }),
  })
  .meta({ id: 'LogWitness', description: 'How far a witness has come' });

const LogStatusAnswer = z
  .object({
    origin: z.string(),
    generation: z.int().min(1),
    state: z.enum(['alone', 'witnessed', 'late', 'waiting', 'behind', 'forked']),
    size: z.int().min(0),
    signedAt: z.string().exactOptional(),
    witnessed: z
      .int()
      .min(0)
      .meta({ description: 'Entries under the newest checkpoint that the quorum has witnessed' }),
    lateSince: z.string().exactOptional(),
    waiting: z.int().min(0).meta({ description: 'Acts without a place in the log yet; counted up to ten thousand' }),
    witnesses: z.array(LogWitness),
    needsOutside: LogTrust.shape.needsOutside,
    isOneMachine: LogTrust.shape.isOneMachine,
    alarms: z.array(LogAlarm),
  })
  .meta({ id: 'LogStatus', description: 'How the transparency log and its witnesses stand now' });

/** The state of the log for those who answer for it: supervisors, the centre, whoever runs the platform. */
export function logStatusRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/log-status',
      operationId: 'getLogStatus',
      summary: 'How far the transparency log has been witnessed, and what somebody must look at',
      access: ['supervisor', 'centreManager', 'operator', 'departmentHead'],
      asks: z.strictObject({}),
      answer: LogStatusAnswer,
      handle: async () => answerOf(await platform.ledger.status(), logTrustShown(platform)),
    }),
  ];
}

function answerOf(status: LogStatus, trust: z.input<typeof LogTrust>): z.input<typeof LogStatusAnswer> {
  const { origin, generation, size, signedAt, witnessed, lateSince, waiting } = status;
  return {
    origin,
    generation,
    size,
    witnessed,
    waiting,
    ...(signedAt === undefined ? {} : { signedAt }),
    ...(lateSince === undefined ? {} : { lateSince }),
    state: stateOf(status),
    witnesses: status.witnesses.map(({ name, size: own, last, lateSince: since, clockOffBy }) => ({
      name,
      size: own,
      state: last,
      isOutside: trust.witnesses.some((one) => one.name === name && one.isOutside),
      ...(since === undefined ? {} : { lateSince: since }),
      ...(clockOffBy === undefined ? {} : { clockOffBy }),
    })),
    needsOutside: trust.needsOutside,
    isOneMachine: trust.isOneMachine,
    alarms: status.alarms.map(alarmOf),
  };
}

/** `late` is an ordinary second after every act; whether it is an alarm is told by the alarms. */
function stateOf({ standing, hasWitnesses, lateSince }: LogStatus): z.infer<typeof LogStatusAnswer>['state'] {
  switch (standing.state) {
    case 'behind':
    case 'forked':
      return standing.state;
    case 'open':
      return 'waiting';
    case 'agrees':
      return !hasWitnesses ? 'alone' : lateSince === undefined ? 'witnessed' : 'late';
    default:
      return standing satisfies never;
  }
}

function alarmOf({ code, since, about }: Alarm): z.input<typeof LogAlarm> {
  return { code, since, about, text: alarmTexts[code] };
}
