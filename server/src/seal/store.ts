import type { Pool } from 'pg';

/** Where a letter was sealed: the event `seq` of `stream`. */
export interface LetterPlace {
  readonly stream: string;
  readonly seq: number;
}

/** Where a document whose hash begins like `hash` was sealed, as sealed or as signed; the event itself has the whole hash. */
export async function findLetter(pool: Pool, realm: string, hash: string): Promise<LetterPlace | undefined> {
  const { rows } = await pool.query<LetterPlace>({
    name: 'seal.letter',
    text: `select l.stream, l.seq from seal.letter l where l.realm = $1 and l.sealed_hash = $2
           union all
           select l.stream, l.seq from seal.letter l where l.realm = $1 and l.signed_hash = $2
           limit 1`,
    values: [realm, Buffer.from(hash.slice(0, 32), 'hex')],
  });
  return rows[0];
}

/** The seal on the letter with this number; undefined when there is none. */
export async function findLetterByNumber(pool: Pool, realm: string, docNo: string): Promise<LetterPlace | undefined> {
  const { rows } = await pool.query<LetterPlace>({
    name: 'seal.letter.number',
    text: 'select l.stream, l.seq from seal.letter l where l.realm = $1 and l.doc_no = $2 limit 1',
    values: [realm, docNo],
  });
  return rows[0];
}
