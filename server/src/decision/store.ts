import type { Pool } from 'pg';
import type { Instant } from '../kernel/time.ts';

/** What earlier cases add to this one, where a mandate counts over cases. */
export interface History {
  readonly decisionsToday: number;
  readonly cumulativeAmount: number;
  readonly cumulativeCount: number;
  readonly lastRefusedAt: Instant | undefined;
  readonly personEpoch: number;
  readonly sumEpoch: number;
  /** The sum goes over projects, and this case names none: then it is not known, never nothing. */
  readonly unknownProject: boolean;
}

export interface HistoryQuestion {
  readonly realm: string;
  readonly personId: string;
  readonly applicantKey: string;
  readonly itemId: string;
  readonly dayStartAt: Instant;
  readonly windowStartAt: Instant;
  /** Where a cap goes over projects: the case's own, `''` when it names none; else undefined, and the applicant counts. */
  readonly project: string | undefined;
}

interface HistoryRow {
  readonly today: number;
  readonly amount: number;
  readonly count: number;
  readonly refused_at: string | null;
  readonly person_epoch: number | null;
  readonly sum_epoch: number | null;
}

/** Fence keys by which acts that add to one sum are put in one line (T04). */
export function historyKeys({ personId, applicantKey, project }: HistoryQuestion): { person: string; sum: string } {
  const sum = project === undefined ? `history/applicant/${applicantKey}` : `history/project/${project}`;
  return { person: `history/person/${personId}`, sum };
}

/** Adds up the signatures of this person today, and the grants to this applicant or project on this item within the window. */
export async function readHistory(pool: Pool, question: HistoryQuestion): Promise<History> {
  const keys = historyKeys(question);
  // Two statements, so that each goes by an index of its own.
  const [scope, same] =
    question.project === undefined
      ? ['applicant', 's.applicant_key = $3 and $9::text is null']
      : ['project', "s.project = $9 and s.project <> ''"];
  const { rows } = await pool.query<HistoryRow>({
    name: `decision.history.${scope}`,
    text: `select
             (select count(*)::int4 from decision.signature s
               where s.realm = $1 and s.person_id = $2 and s.signed_at >= $5) as today,
             (select coalesce(sum(s.amount), 0)::float8 from decision.signature s
               where s.realm = $1 and s.item_id = $4 and s.signed_at >= $6
                 and ${same}
                 and s.kind = 'decide' and s.outcome <> 'REFUSE') as amount,
             (select count(*)::int4 from decision.signature s
               where s.realm = $1 and s.item_id = $4 and s.signed_at >= $6
                 and ${same}
                 and s.kind = 'decide' and s.outcome <> 'REFUSE') as count,
             (select max(s.signed_at) from decision.signature s
               where s.realm = $1 and s.applicant_key = $3 and s.item_id = $4
                 and s.kind = 'decide' and s.outcome = 'REFUSE') as refused_at,
             (select f.epoch::float8 from journal.v_fence f where f.realm = $1 and f.key = $7) as person_epoch,
             (select f.epoch::float8 from journal.v_fence f where f.realm = $1 and f.key = $8) as sum_epoch`,
    values: [
      question.realm,
      question.personId,
      Buffer.from(question.applicantKey, 'hex'),
      question.itemId,
      question.dayStartAt,
      question.windowStartAt,
      keys.person,
      keys.sum,
      question.project ?? null,
    ],
  });
  const row = rows[0];
  return {
    decisionsToday: row?.today ?? 0,
    cumulativeAmount: row?.amount ?? 0,
    cumulativeCount: row?.count ?? 0,
    lastRefusedAt: row?.refused_at === null || row === undefined ? undefined : new Date(row.refused_at).toISOString(),
    personEpoch: row?.person_epoch ?? 0,
    sumEpoch: row?.sum_epoch ?? 0,
    unknownProject: question.project === '',
  };
}

export interface QuotaQuestion {
  readonly realm: string;
  readonly itemId: string;
  readonly acceptedAt: Instant;
  /** When the number of free places was asked; grants made since then have taken some. */
  readonly receivedAt: Instant;
  readonly caseNo: string;
}

/** Open cases of a quantity-limited item that were accepted earlier, and the fence's epoch (R34). */
export async function readQueue(
  pool: Pool,
  question: QuotaQuestion,
): Promise<{ readonly earlierUndecided: number; readonly granted: number; readonly epoch: number }> {
  const { rows } = await pool.query<{ earlier: number; granted: number; epoch: number | null }>({
    name: 'decision.queue',
    text: `select
             (select count(*)::int4 from decision.queue q
               where q.realm = $1 and q.item_id = $2 and q.open and (q.accepted_at, q.case_no) < ($3, $4)) as earlier,
             (select count(*)::int4 from decision.queue q
               where q.realm = $1 and q.item_id = $2 and q.granted_at > $6) as granted,
             (select f.epoch::float8 from journal.v_fence f where f.realm = $1 and f.key = $5) as epoch`,
    values: [
      question.realm,
      question.itemId,
      question.acceptedAt,
      question.caseNo,
      quotaKey(question.itemId),
      question.receivedAt,
    ],
  });
  const row = rows[0];
  return { earlierUndecided: row?.earlier ?? 0, granted: row?.granted ?? 0, epoch: row?.epoch ?? 0 };
}

/** The fence that puts decisions on one quantity-limited item in one line. */
export function quotaKey(itemId: string): string {
  return `quota/${itemId}`;
}
