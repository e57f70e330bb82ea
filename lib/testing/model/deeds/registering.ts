import { POST as finish } from '@/app/api/v1/cases/[code]/finish/route'
import { POST as rate } from '@/app/api/v1/cases/[code]/safety/route'
import { POST as register } from '@/app/api/v1/cases/route'
import { adult, child } from '../../factories/consent-answers'
import { type Deed, type Draw, filesOf, type Kind, ruled, sent } from '../deed'
import type { Model } from '../files'
import { CAST, isTeamRole, NAMES, type Name, PLACE } from '../people'
import { agrees, decides, isWorked, leads, onTeam, sees } from '../rules'

/** Somebody walks in and says yes: a draft that whoever met them leads. A no leaves nothing behind. */
function walkIn(draw: Draw, model: Model): Deed | undefined {
  if (model.files.size >= 4) return undefined
  const who = draw.among(NAMES.filter(isTeamRole))
  const isChild = draw.onceIn(4)
  const no = draw.onceIn(12)
  const stats = draw.onceIn(2)
  const values = {
    ...(isChild ? child : adult),
    cercle: PLACE[CAST[who].office],
    stats: stats && !no ? 'YES' : 'NO',
    ...(no && { answer: 'REFUSED' }),
  }
  const age = isChild ? 10 : 30
  return {
    action: 'case.open',
    who,
    words: `a ${isChild ? 'child' : 'woman'} ${no ? 'says no' : 'says yes'}, figures ${values.stats}`,
    expects: 'done',
    send: (world) => sent(register as never, world, { who, values }),
    effect: ({ id: code }) => {
      if (!no) begin(model, { who, code, isChild, stats, age })
    },
  }
}

type Begun = { who: Name; code: string; isChild: boolean; stats: boolean; age: number }

function begin(model: Model, { who, code, isChild, stats, age }: Begun): void {
  const at = model.turn
  model.files.set(code, {
    // The product's own id is not known here; the code names the file.
    id: code,
    code,
    office: CAST[who].office,
    restricted: false,
    restriction: null,
    state: 'DRAFT',
    lead: who,
    members: new Set(),
    named: new Set(),
    bornBy: `${Number(model.today.slice(0, 4)) - age}-12-31`,
    child: isChild,
    risk: null,
    hold: null,
    closing: null,
    offer: null,
    kept: null,
    said: new Map([
      ['CASE_MGMT', { yes: true, at }],
      ['STATS', { yes: stats, at }],
    ]),
    tasks: new Map(),
    authors: new Map(),
    referrals: new Map(),
    events: ['start'],
    into: null,
    before: null,
    aside: [],
    lent: new Set(),
    helped: false,
  })
}

const RISKS = ['HIGH', 'MEDIUM']

/** The risk, rated no lower than the answers propose. */
function rated(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  const risk = file.child ? 'HIGH' : draw.among(RISKS)
  return {
    action: 'case.write-safety',
    who,
    words: `${file.code} is rated ${risk}`,
    expects: isTeamRole(who)
      ? ruled(
          sees(who, file),
          onTeam(who, file) && isWorked(file) && (file.state !== 'DRAFT' || agrees(file)),
        )
      : 'refused',
    send: (world) =>
      sent(rate as never, world, {
        who,
        params: { code: file.code },
        values: { risk, safeContact: 'IN_PERSON' },
      }),
    effect: () => {
      file.risk = risk
    },
  }
}

/** Registration is done: rated, and with the person's yes. */
function opened(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  const opens = leads(who, file) || decides(who, file)
  const may = opens && file.state === 'DRAFT' && file.risk !== null && agrees(file)
  return {
    action: 'case.finish-registration',
    who,
    words: `${file.code} is registered`,
    expects: ruled(sees(who, file), may),
    send: (world) => sent(finish as never, world, { who, params: { code: file.code } }),
    effect: () => {
      file.state = 'OPEN'
      file.events.push('open')
    },
    moves: file.id,
  }
}

export const registering: readonly Kind[] = [
  { weight: 3, draw: walkIn },
  { weight: 4, draw: rated },
  { weight: 5, draw: opened },
]
