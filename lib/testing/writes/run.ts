import type { Sql } from 'postgres'
import { presenting } from '../actors'

export type Try = { label: string; sql: string; expected: boolean }
/** Who tries, and the role they put on before. */
type Who = { name: string; token: string; role?: string }
export type Disagreement = { who: string; label: string; expected: boolean; answer: string }

/** What a wall's refusal looks like, a reason that has no setting among them; anything else is a fault of the try itself. */
const REFUSALS = ['42501', '23514', '23503', '23505', '23502', '22003', '428C9', '42704']

const loop = `do $do$
  declare t text; seen text[] := '{}'; n integer; code text;
  begin
    for t in select pg_catalog.jsonb_array_elements_text(pg_catalog.current_setting('relais.tries')::jsonb) loop
      begin
        execute t;
        get diagnostics n = row_count;
        if n = 0 then
          -- What came first in the try is taken back too: else the next try would find it.
          raise exception 'no row' using errcode = 'RL000';
        end if;
        set constraints all immediate;
        raise exception 'taken back' using errcode = 'RL001';
      exception when others then
        get stacked diagnostics code = returned_sqlstate;
        seen := seen || case code when 'RL001' then 'done' when 'RL000' then 'none' else code end;
      end;
    end loop;
    perform pg_catalog.set_config('relais.seen', pg_catalog.array_to_string(seen, ','), true);
  end $do$`

/** Runs each statement as the holder of the token, under that role if one is named, and takes every one of them back. */
async function answers(login: Sql, { token, role }: Who, statements: readonly string[]): Promise<string[]> {
  return presenting(login, token, async (tx) => {
    if (role) await tx.unsafe(`set local role ${role}`)
    await tx`select set_config('relais.tries', ${JSON.stringify(statements)}, true)`
    await tx.unsafe(loop)
    const [row] = await tx`select current_setting('relais.seen') as seen`
    return String(row?.seen).split(',')
  })
}

/** Where the database says something else than was expected. Throws when a try is itself at fault. */
export async function disagreements(login: Sql, who: Who, tries: readonly Try[]): Promise<Disagreement[]> {
  const wrong: Disagreement[] = []
  for (let from = 0; from < tries.length; from += 400) {
    const batch = tries.slice(from, from + 400)
    const seen = await answers(
      login,
      who,
      batch.map(({ sql }) => sql),
    )
    for (const [index, { label, sql, expected }] of batch.entries()) {
      const answer = seen[index] ?? ''
      if (!['done', 'none', ...REFUSALS].includes(answer)) throw new Error(`${answer}: ${sql}`)
      if ((answer === 'done') !== expected) wrong.push({ who: who.name, label, expected, answer })
    }
  }
  return wrong
}
