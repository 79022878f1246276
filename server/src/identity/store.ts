import type { Database } from '../kernel/database.ts';
import type { Instant } from '../kernel/time.ts';
import { Applicant } from './applicant.ts';
import type { AccountKind, Session } from './session.ts';

/** An account with what sign-in needs. */
export interface Account {
  readonly realm: string;
  readonly login: string;
  readonly kind: AccountKind;
  readonly holderId: string;
  readonly passwordHash: string;
}

export type NewAccount = Account;

/** False when the login is taken. */
export async function insertAccount(database: Database, account: NewAccount, at: Instant): Promise<boolean> {
  const { rowCount } = await database.query({
    name: 'identity.insertAccount',
    text: `insert into identity.account (realm, login, kind, holder_id, password_hash, created_at, password_set_at)
           values ($1, $2, $3, $4, $5, $6, $6)
           on conflict do nothing`,
    values: [account.realm, account.login, account.kind, account.holderId, account.passwordHash, at],
  });
  return rowCount === 1;
}

/** Who tries to open which account from where, and the figures by which he is held up. */
export interface Attempt {
  readonly realm: string;
  readonly login: string;
  readonly source: string;
  readonly at: Instant;
}

export interface AttemptBrakes {
  readonly address: { readonly failures: number; readonly locks: readonly Instant[] };
  readonly strangers: { readonly failures: number; readonly locks: readonly Instant[] };
}

/** The account with one attempt charged to it; undefined when it is unknown, closed, or locked for this source. */
export async function chargeAttempt(
  database: Database,
  { realm, login, source, at }: Attempt,
  { address, strangers }: AttemptBrakes,
): Promise<Account | undefined> {
  const { rows } = await database.query<Account>({
    name: 'identity.chargeAttempt',
    // One statement: guesses sent in parallel wait for each other on both rows, and see the lock of the fifth. A known
    // address is counted by itself alone, so that strangers neither hold it up nor profit from it.
    text: `with tried as (
             insert into identity.attempt as a (realm, login, source, failed_count, locked_until, last_at)
             select c.realm, c.login, $3, 1, case when 1 % $5 = 0 then ($6::timestamptz[])[1] end, $4
             from identity.account c
             where c.realm = $1 and c.login = $2 and c.closed_at is null
             on conflict (realm, login, source) do update
             set failed_count = a.failed_count + 1,
               last_at = $4,
               locked_until = case
                 when (a.failed_count + 1) % $5 = 0
                 then ($6::timestamptz[])[least((a.failed_count + 1) / $5, cardinality($6::timestamptz[]))]
               end
             where a.locked_until is null or a.locked_until <= $4
             returning coalesce(known_until > $4, false) as is_known
           )
           update identity.account c
           set failed_count = case when t.is_known then c.failed_count else c.failed_count + 1 end,
             locked_until = case
               when t.is_known then c.locked_until
               when (c.failed_count + 1) % $7 = 0
               then ($8::timestamptz[])[least((c.failed_count + 1) / $7, cardinality($8::timestamptz[]))]
             end
           from tried t
           where c.realm = $1 and c.login = $2 and c.closed_at is null
             and (t.is_known or c.locked_until is null or c.locked_until <= $4)
           returning c.realm, c.login, c.kind, c.holder_id as "holderId", c.password_hash as "passwordHash"`,
    values: [realm, login, source, at, address.failures, address.locks, strangers.failures, strangers.locks],
  });
  return rows[0];
}

/**
 * Forgets failed attempts after a right password; until `knownUntilAt` the source is one from which the account is opened.
 * What strangers used up is forgotten only where a stranger proves to be none: else every morning's sign-in at the desk
 * would give them twenty guesses anew.
 */
export async function clearAttempts(
  database: Database,
  { realm, login, source, at }: Attempt,
  knownUntilAt: Instant,
): Promise<void> {
  await database.query({
    name: 'identity.clearAttempts',
    text: `with known as (
             update identity.attempt
             set failed_count = 0, locked_until = null, known_until = $4
             where realm = $1 and login = $2 and source = $3
           )
           update identity.account set failed_count = 0, locked_until = null
           where realm = $1 and login = $2 and not exists (
             select from identity.attempt a
             where a.realm = $1 and a.login = $2 and a.source = $3 and a.known_until > $5
           )`,
    values: [realm, login, source, knownUntilAt, at],
  });
}

/** Forgets attempts before `before` from sources that are no longer known. */
export async function deleteOldAttempts(
  database: Database,
  realm: string,
  { before, at }: { readonly before: Instant; readonly at: Instant },
): Promise<void> {
  await database.query({
    name: 'identity.deleteOldAttempts',
    text: `delete from identity.attempt
           where realm = $1 and last_at <= $2 and (known_until is null or known_until <= $3)
             and (locked_until is null or locked_until <= $3)`,
    values: [realm, before, at],
  });
}

/** Sets a new password, ends every session of the account but `keepTokenHash` and every lock, in one statement. */
export async function replacePassword(
  database: Database,
  account: Pick<Account, 'realm' | 'login' | 'passwordHash'>,
  keepTokenHash: string,
  at: Instant,
): Promise<void> {
  await database.query({
    name: 'identity.replacePassword',
    text: `with changed as (
             update identity.account
             set password_hash = $3, password_set_at = $5, failed_count = 0, locked_until = null
             where realm = $1 and login = $2
             returning realm, login
           ), forgotten as (
             delete from identity.attempt a using changed c where a.realm = c.realm and a.login = c.login
           )
           delete from identity.session s
           using changed c
           where s.realm = c.realm and s.login = c.login and s.token_hash <> $4`,
    values: [account.realm, account.login, account.passwordHash, keepTokenHash, at],
  });
}

/** Closes (`at`) or reopens (null) the accounts of a member of staff; closing ends their sessions in the same statement. */
export async function setStaffClosed(
  database: Database,
  realm: string,
  personId: string,
  at: Instant | null,
): Promise<void> {
  await database.query({
    name: 'identity.setStaffClosed',
    text: `with changed as (
             update identity.account
             set closed_at = $3
             where realm = $1 and kind = 'staff' and holder_id = $2
             returning realm, login, closed_at
           )
           delete from identity.session s
           using changed c
           where s.realm = c.realm and s.login = c.login and c.closed_at is not null`,
    values: [realm, personId, at],
  });
}

/** False when the account was closed meanwhile. */
export async function insertSession(database: Database, session: Session): Promise<boolean> {
  const { rowCount } = await database.query({
    name: 'identity.insertSession',
    // The lock makes closing an account exact: a sign-in that overlaps it either comes before and is deleted, or fails.
    text: `insert into identity.session (realm, token_hash, login, created_at, last_seen_at, off_site)
           select a.realm, $3, a.login, $4, $5, $6
           from identity.account a
           where a.realm = $1 and a.login = $2 and a.closed_at is null
           for share`,
    values: [session.realm, session.login, session.tokenHash, session.createdAt, session.lastSeenAt, session.isOffSite],
  });
  return rowCount === 1;
}

export async function findStoredSession(
  database: Database,
  realm: string,
  tokenHash: string,
): Promise<Session | undefined> {
  const { rows } = await database.query<Session>({
    name: 'identity.findSession',
    text: `select s.realm, s.token_hash as "tokenHash", s.login, a.kind, a.holder_id as "holderId",
             s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.off_site as "isOffSite"
           from identity.session s
           join identity.account a on a.realm = s.realm and a.login = s.login
           where s.realm = $1 and s.token_hash = $2 and a.closed_at is null`,
    values: [realm, tokenHash],
  });
  return rows[0];
}

export async function noteSession(database: Database, session: Session, at: Instant): Promise<void> {
  await database.query({
    name: 'identity.noteSession',
    text: 'update identity.session set last_seen_at = greatest(last_seen_at, $3) where realm = $1 and token_hash = $2',
    values: [session.realm, session.tokenHash, at],
  });
}

export async function deleteSession(database: Database, realm: string, tokenHash: string): Promise<void> {
  await database.query({
    name: 'identity.deleteSession',
    text: 'delete from identity.session where realm = $1 and token_hash = $2',
    values: [realm, tokenHash],
  });
}

/** Deletes sessions that began before `createdBefore` or were last used before `seenBefore`; returns how many. */
export async function deleteEndedSessions(
  database: Database,
  realm: string,
  { createdBefore, seenBefore }: { readonly createdBefore: Instant; readonly seenBefore: Instant },
): Promise<number> {
  const { rowCount } = await database.query({
    name: 'identity.deleteEndedSessions',
    text: 'delete from identity.session where realm = $1 and (created_at <= $2 or last_seen_at <= $3)',
    values: [realm, createdBefore, seenBefore],
  });
  return rowCount ?? 0;
}

/** Keeps an applicant; one who is known already stays as he is. */
export async function insertApplicant(database: Database, realm: string, applicant: Applicant): Promise<boolean> {
  const representative = applicant.kind === 'organisation' ? applicant.legalRepresentative : undefined;
  const { rowCount } = await database.query({
    name: 'identity.insertApplicant',
    text: `insert into identity.applicant (realm, applicant_id, kind, name, id_type, id_no, phone, verified_at,
             legal_representative_name, legal_representative_id_no)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
           on conflict do nothing`,
    values: [
      realm,
      applicant.applicantId,
      applicant.kind,
      applicant.name,
      applicant.idType,
      applicant.idNo,
      applicant.phone,
      applicant.verifiedAt,
      representative?.name ?? null,
      representative?.idNo ?? null,
    ],
  });
  return rowCount === 1;
}

interface ApplicantRow {
  readonly applicantId: string;
  readonly kind: string;
  readonly name: string;
  readonly idType: string;
  readonly idNo: string;
  readonly phone: string;
  readonly verifiedAt: Instant | null;
  readonly representativeName: string | null;
  readonly representativeIdNo: string | null;
}

export async function findStoredApplicant(
  database: Database,
  realm: string,
  applicantId: string,
): Promise<Applicant | undefined> {
  const { rows } = await database.query<ApplicantRow>({
    name: 'identity.findApplicant',
    text: `select applicant_id as "applicantId", kind, name, id_type as "idType", id_no as "idNo", phone,
             verified_at as "verifiedAt", legal_representative_name as "representativeName",
             legal_representative_id_no as "representativeIdNo"
           from identity.applicant
           where realm = $1 and applicant_id = $2`,
    values: [realm, applicantId],
  });
  return rows[0] === undefined ? undefined : applicantOf(rows[0]);
}

function applicantOf({ representativeName, representativeIdNo, ...row }: ApplicantRow): Applicant {
  if (representativeName === null) return Applicant.parse(row);
  return Applicant.parse({ ...row, legalRepresentative: { name: representativeName, idNo: representativeIdNo } });
}
