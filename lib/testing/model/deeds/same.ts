import { POST as decide } from '@/app/api/v1/cases/[code]/same/[pair]/decide/route'
import { POST as undo } from '@/app/api/v1/cases/[code]/same/[pair]/undo/route'
import { POST as say } from '@/app/api/v1/cases/[code]/same/route'
import { root } from '../../database'
import { type Deed, type Draw, filesOf, type Kind, type Outcome, ruled, sent } from '../deed'
import type { File, Model, Pair } from '../files'
import { closeWith, lend, openWith } from '../follow'
import { isSupervisor, NAMES, type Name } from '../people'
import {
  askInstead,
  decides,
  isAsked,
  isOne,
  isWithdrawn,
  mayStillUndo,
  OF_ITS_STATE,
  onTeam,
  sees,
  stillRuns,
  waits,
} from '../rules'

const WORDS = ['SAME', 'SAME', 'SAME', 'SAME', 'TWO', 'UNSURE'] as const

const between = ({ pairs }: Model, a: File, b: File): Pair | undefined =>
  pairs.find(({ from, into }) => (from === a.id && into === b.id) || (from === b.id && into === a.id))

async function idOf(code: string): Promise<string> {
  const [row] = await root()`select id from app.cases where code = ${code}`
  return String(row?.id)
}
async function pairId({ from, into }: Pair): Promise<string> {
  const [row] = await root()`select p.id from app.same_person p where array[p.case_id, p.into_case_id]
    <@ array(select c.id from app.cases c where c.code in (${from}, ${into}))`
  return String(row?.id)
}

/** A first word about two files that somebody may open both. */
function spoken(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length < 2) return undefined
  const from = draw.among(files)
  const into = draw.among(files.filter((one) => one !== from))
  const who = draw.among(NAMES)
  const word = draw.among(WORDS)
  const pair = between(model, from, into)
  const known = into.state !== 'DRAFT' && into.state !== 'DUPLICATE' && from.state !== 'DUPLICATE'
  const may = (word !== 'SAME' || known) && !(pair && isOne(pair))
  return {
    action: 'case.say-same',
    who,
    words: `${from.code} and ${into.code}: ${word}`,
    expects: ruled(sees(who, from) && sees(who, into), may),
    send: async (world) =>
      sent(say as never, world, {
        who,
        params: { code: from.code },
        values: { other: await idOf(into.code), answer: word },
      }),
    effect: () => {
      const said: Pair = {
        from: from.id,
        into: into.id,
        word,
        by: who,
        decided: null,
        undoBy: null,
        undone: false,
      }
      model.pairs = [...model.pairs.filter((one) => one !== pair), said]
    },
  }
}

type Both = { pair: Pair; from: File; into: File; who: Name }
function drawn(draw: Draw, model: Model, waits: (pair: Pair) => boolean): Both | undefined {
  const waiting = model.pairs.filter(waits)
  const pairs = waiting.length > 0 && !draw.onceIn(6) ? waiting : model.pairs
  if (pairs.length === 0) return undefined
  const pair = draw.among(pairs)
  const [from, into] = [model.files.get(pair.from), model.files.get(pair.into)]
  return from && into && { pair, from, into, who: draw.among(NAMES) }
}

/** Of a pair exists what one may open on both sides; a supervisor speaks for their own file of two that lie apart. */
const inHand = (model: Model, { pair, from, into, who }: Both): boolean =>
  sees(who, from) &&
  (sees(who, into) || (decides(who, from) && pair.word === 'SAME' && (isOne(pair) || waits(model, pair))))

function decided(draw: Draw, model: Model): Deed | undefined {
  const both = drawn(draw, model, isAsked)
  if (!both) return undefined
  const { pair, from, into, who } = both
  const yes = !draw.onceIn(4)
  const ended = (file: File) => ['CLOSED', 'TRANSFERRED'].includes(file.state) || isWithdrawn(file)
  const goesOn = (!ended(into) || ended(from)) && (into.restricted || !from.restricted)
  const free =
    goesOn &&
    from.state !== 'DUPLICATE' &&
    !['DRAFT', 'DUPLICATE'].includes(into.state) &&
    !stillRuns(from) &&
    !filesOf(model).some((one) => one.into === from.id)
  const may = isAsked(pair) && pair.by !== who && (!yes || free)
  return {
    action: 'case.merge',
    who,
    words: `${from.code} ${yes ? 'points at' : 'is not'} ${into.code}`,
    expects: ruled(inHand(model, both), may),
    send: async (world) =>
      sent(decide as never, world, {
        who,
        params: { code: from.code, pair: await pairId(pair) },
        values: { says: yes ? 'YES' : 'NO' },
      }),
    effect: () => {
      pair.decided = { yes, day: model.today }
      if (!yes) return
      Object.assign(from, { before: from.state, state: 'DUPLICATE', into: into.id })
      from.events.push('merge')
      from.aside = [...from.tasks].filter(([kind]) => OF_ITS_STATE.includes(kind))
      for (const [kind] of from.aside) from.tasks.delete(kind)
      if (into.restricted && !from.restricted) {
        closeWith(from, into, who)
        if (isSupervisor(who)) from.named.add(who)
      }
      lend(from, into)
      askInstead(model, from, into)
    },
    ...(yes && { moves: from.id }),
  }
}

/** Asked by one and done by another, within ninety days. */
function undone(draw: Draw, model: Model): Deed | undefined {
  const both = drawn(draw, model, isOne)
  if (!both) return undefined
  const { pair, from, into, who } = both
  // Asked for in its days; done when the second one comes to it.
  const may = isOne(pair) && pair.undoBy !== who && (pair.undoBy !== null || mayStillUndo(pair, model.today))
  const second = pair.undoBy !== null
  return {
    action: 'case.undo-merge',
    who,
    words: `${from.code} points back${second ? '' : ', asked'}`,
    expects: ruled(inHand(model, both), may) satisfies Outcome,
    send: async (world) =>
      sent(undo as never, world, { who, params: { code: from.code, pair: await pairId(pair) } }),
    effect: () => {
      if (!second) {
        pair.undoBy = who
        return
      }
      pair.undone = true
      for (const name of from.lent) if (onTeam(name, into)) from.members.delete(name)
      from.lent.clear()
      openWith(from, into)
      Object.assign(from, { state: from.before, before: null, into: null })
      from.events.push('undo-merge')
      for (const [kind, holder] of from.aside) from.tasks.set(kind, holder && from.lead)
      from.aside = []
    },
    ...(second && { moves: from.id }),
  }
}

export const same: readonly Kind[] = [
  { weight: 5, draw: spoken },
  { weight: 6, draw: decided },
  { weight: 5, draw: undone },
]
