import { and, asc, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { carried } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { UUID } from '@/lib/base/forms/uuid'
import { parseCode } from '@/lib/casework/numbers/case-code'
import { append } from '@/lib/platform/audit/append'
import { cases } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { within } from './within'

/** Cases handed over at once. */
export const MOST_AT_ONCE = 200

/** One case into these hands: its code, the version that was looked at, and who takes it. */
export type Move = { code: string; version: number; to: string }
const MOVE = new RegExp(`^([A-Z0-9-]{4,20})~(\\d{1,9})~(${UUID})$`)

export const writeMove = ({ code, version, to }: Move): string => `${code}~${version}~${to}`

const KEEP = '~keep'
/** The case stays where it is; named, so that a form that comes back has it. */
export const keepHere = (code: string): string => `${code}${KEEP}`

function readMove(text: string): Move | undefined {
  const [, code, version, to] = MOVE.exec(text) ?? []
  return code && version && to && parseCode(code) ? { code, version: Number(version), to } : undefined
}

/** One select a case; a case left on "nobody yet" stays where it is. */
const movesField = carried(
  z
    .preprocess(
      (value) => [value ?? []].flat().filter((one) => one !== '' && !String(one).endsWith(KEEP)),
      z.array(z.string()).min(1, { error: 'required' }).max(MOST_AT_ONCE, { error: 'too-long' }),
    )
    .transform((texts, context) => {
      const moves = texts.map(readMove)
      if (moves.every((move) => move !== undefined)) return moves
      context.addIssue({ code: 'custom', message: 'not-a-code' })
      return z.NEVER
    }),
)

export const handOverForm = form({ noun: 'cases', fields: { moves: movesField } })

/** `done`; `moved`: somebody was quicker; `able`: this colleague cannot lead it; `yours`: not this supervisor's to decide. */
type Came = 'done' | 'moved' | 'able' | 'yours'

/**
 * A supervisor gives cases into other hands, each with a line of its own in the log. What cannot be handed over stays as it
 * is, and the page says which and why.
 */
export const handOver = verb({
  name: 'case.hand-over',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: handOverForm,
  page: () => '/cases/hand-over',
  scope: (ctx, _, { moves }) => reached(ctx, moves),
  policy: () => allowed,
  audit: () => ({ type: 'hand-over', id: '' }),
  apply: async (ctx, found, { moves }) => {
    const left: string[] = []
    const given: string[] = []
    for (const move of inOrder(moves, found)) {
      const came = await handOne(ctx, found.get(move.code), move)
      if (came === 'done') given.push(move.code)
      else left.push(`${move.code}~${came}`)
    }
    const query = new URLSearchParams([
      ['done', String(given.length)],
      ...given.map((code) => ['given', code]),
      ...left.map((one) => ['left', one]),
    ])
    return { location: `/cases/hand-over?${query}`, detail: { count: given.length } }
  },
})

/** The ids of these cases within reach, locked one after the other in one order: nobody waits for another in a circle. */
async function reached({ tx, actor }: Ctx, moves: readonly Move[]): Promise<Map<string, string> | undefined> {
  const codes = moves.map(({ code }) => code)
  const rows = await tx
    .select({ id: cases.id, code: cases.code })
    .from(cases)
    .where(and(inArray(cases.code, codes), within(actor)))
    .orderBy(asc(cases.id))
    .for('update')
  return rows.length > 0 ? new Map(rows.map(({ id, code }) => [code, id])) : undefined
}

/** In the order of the locks: lines are drawn in it at the end. */
const inOrder = (moves: readonly Move[], found: ReadonlyMap<string, string>) =>
  moves.toSorted((a, b) => ((found.get(a.code) ?? '') < (found.get(b.code) ?? '') ? -1 : 1))

async function handOne({ tx }: Ctx, id: string | undefined, { code, version, to }: Move): Promise<Came> {
  if (id === undefined) return 'yours'
  const [row] = await tx.execute<{ came: Came }>(
    sql`select app.hand_over(${id}::uuid, ${version}, ${to}::uuid) as came`,
  )
  const came = row?.came ?? 'yours'
  if (came === 'done')
    await append(tx, {
      action: 'case.hand-over',
      subject: { type: 'case', id: code, caseId: id },
      outcome: 'done',
      detail: { member: to },
    })
  return came
}
