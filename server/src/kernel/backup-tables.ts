import { gunzipSync, gzipSync } from 'node:zlib';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';
import type { BackupContents, BackupWriter } from './backup-file.ts';

/** Rows of all our tables as PostgreSQL's own COPY text, out of one moment and back again. */

type Tables = BackupContents['tables'];

/** Bytes of COPY text in one part. */
const PART_BYTES = 8 * 2 ** 20;
const HISTORY = 'kernel.migration';

/** Our tables, each after those that it refers to, with the columns that hold data. */
export async function listTables(client: pg.ClientBase): Promise<Tables> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select array_agg(format('%I', a.attname) order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      array(select format('%I.%I', rn.nspname, rc.relname)
            from pg_constraint k join pg_class rc on rc.oid = k.confrelid join pg_namespace rn on rn.oid = rc.relnamespace
            where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by 1`);
  const left = new Map(rows.filter(({ name }) => name !== HISTORY).map((row) => [row.name, row]));
  const ordered: { name: string; columns: string[] }[] = [];
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ needs }) => !needs.some((need) => left.has(need)));
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${[...left.keys()].join(', ')}`);
    for (const { name, columns } of ready) {
      left.delete(name);
      ordered.push({ name, columns });
    }
  }
  return ordered;
}

export async function listSequences(client: pg.ClientBase): Promise<BackupContents['sequences']> {
  const { rows } = await client.query<{ name: string; last: number }>(`
    select format('%I.%I', s.schemaname, s.sequencename) as name, s.last_value as last
    from pg_sequences s
    where s.last_value is not null and s.schemaname !~ '^pg_' and s.schemaname <> 'information_schema' order by 1`);
  return rows;
}

export async function listMigrations(client: pg.ClientBase): Promise<BackupContents['migrations']> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from ${HISTORY} order by name`,
  );
  return rows;
}

/** Writes the rows of each table, as the transaction that `client` is in sees them. */
export async function backUpTables(client: pg.ClientBase, tables: Tables, writer: BackupWriter): Promise<void> {
  for (const { name, columns } of tables) {
    let nth = 0;
    let held: Buffer[] = [];
    let length = 0;
    const flush = async (): Promise<void> => {
      nth += 1;
      await writer.add(`database/${name}/${String(nth).padStart(6, '0')}.copy.gz`, gzipSync(Buffer.concat(held)));
      [held, length] = [[], 0];
    };
    for await (const chunk of client.query(to(`copy ${name} (${columns.join(', ')}) to stdout`))) {
      const bytes = Buffer.from(chunk);
      held.push(bytes);
      length += bytes.length;
      if (length >= PART_BYTES) await flush();
    }
    if (length > 0) await flush();
  }
}

export interface TableRestorer {
  /** Takes a part of a table; parts of one table follow each other. */
  readonly take: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Ends the last table. */
  readonly end: () => Promise<void>;
}

/** Writes rows back inside the transaction that `client` is in. */
export function restoreTables(client: pg.ClientBase, tables: Tables): TableRestorer {
  let open: { readonly table: string; readonly stream: ReturnType<typeof from> } | undefined;
  async function end(): Promise<void> {
    if (open === undefined) return;
    open.stream.end();
    await finished(open.stream);
    open = undefined;
  }
  return {
    async take(name, bytes) {
      const table = tables.find((one) => name.startsWith(`database/${one.name}/`));
      if (table === undefined) throw new Error(`no table for ${name}`);
      if (open?.table !== table.name) {
        await end();
        const stream = client.query(from(`copy ${table.name} (${table.columns.join(', ')}) from stdin`));
        open = { table: table.name, stream };
      }
      const { stream } = open;
      if (!stream.write(gunzipSync(bytes)))
        await new Promise((resolve, reject) => stream.once('drain', resolve).once('error', reject));
    },
    end,
  };
}

/** Sequences go on after the last number that was given. */
export async function restoreSequences(client: pg.ClientBase, sequences: BackupContents['sequences']): Promise<void> {
  for (const { name, last } of sequences) await client.query('select setval($1::regclass, $2)', [name, last]);
}
