import { root } from './database'

/** Where the write-ahead log stands, with all before it on the disk. */
export async function walAt(): Promise<string> {
  await root().begin(async (tx) => {
    await tx`set local synchronous_commit = on`
    await tx`select pg_logical_emit_message(true, '', '')`
  })
  const [row] = await root()`select pg_current_wal_flush_lsn()::text as lsn`
  return String(row?.lsn)
}

/**
 * Bytes of the write-ahead log that one transaction wrote since `from`, whole-page images apart (they hang on when the
 * last checkpoint was, not on what was saved). `xid`: `xmin` of a row that it wrote.
 */
export async function walBytesOf(from: string, xid: string): Promise<number> {
  await root()`create extension if not exists pg_walinspect`
  const [row] = await root()`select sum(record_length - fpi_length)::int as bytes
    from pg_get_wal_records_info(${from}::pg_lsn, ${await walAt()}::pg_lsn) where xid = ${xid}::xid`
  return Number(row?.bytes ?? 0)
}
