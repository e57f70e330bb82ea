import { POST as offer } from '@/app/api/v1/cases/[code]/offer-transfer/route'
import { POST as accept } from '@/app/api/v1/transfers/[id]/accept/route'
import { POST as refuse } from '@/app/api/v1/transfers/[id]/refuse/route'
import { POST as withdraw } from '@/app/api/v1/transfers/[id]/withdraw/route'
import { root } from '../../database'
import { type Deed, type Draw, filesOf, type Kind, ruled, sent } from '../deed'
import type { File, Model } from '../files'
import { CAST, isSupervisor, isTeamRole, NAMES, type Name, type Office } from '../people'
import { decides, isWithdrawn, leads, onTeam, sees, worksIn } from '../rules'

const speaks = (who: Name, file: File): boolean => leads(who, file) || decides(who, file)
const elsewhere = ({ office }: File): Office => (office === 'MOP' ? 'GAO' : 'MOP')

/** Another office is asked; nothing changes until somebody there says yes. */
function offered(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  const to = elsewhere(file)
  const whom = file.restricted
    ? draw.among(NAMES.filter((one) => isSupervisor(one) && CAST[one].office === to))
    : null
  const may = speaks(who, file) && file.state === 'OPEN' && !isWithdrawn(file) && !file.offer
  return {
    action: 'case.offer-transfer',
    who,
    words: `${file.code} is offered to ${whom ?? to}`,
    expects: ruled(sees(who, file), may),
    send: (world) =>
      sent(offer as never, world, {
        who,
        params: { code: file.code },
        values: {
          to: whom ? `${to}~${world.cast[whom].id}` : to,
          transferReason: 'MOVED',
          said: 'AGREED',
          word: 'Chez sa sœur.',
        },
      }),
    effect: () => {
      file.offer = { to, whom, by: who, as: leads(who, file) ? 'lead' : 'supervisor' }
      file.tasks.set('TRANSFER_WAITS', file.lead)
      // What followed from a no is this new offer.
      file.tasks.delete('TRANSFER_REFUSED')
      file.tasks.delete('SEE_TRANSFER_REFUSED')
      file.events.push('offer-transfer')
    },
  }
}

type Offered = File & { offer: NonNullable<File['offer']> }
const waiting = (model: Model) => filesOf(model).filter((file): file is Offered => file.offer !== null)

/** Whoever decides where it is offered; of a restricted file the one who is named. */
const isAsked = (who: Name, { offer: { to, whom } }: Offered): boolean =>
  isSupervisor(who) && CAST[who].office === to && (whom === null || whom === who)

async function idOf({ code }: File): Promise<string> {
  const [row] =
    await root()`select x.id from app.case_transfers x where x.code = ${code} order by x.offered_at desc, x.state limit 1`
  return String(row?.id)
}

/** Office, lead and team change together. */
function accepted(draw: Draw, model: Model): Deed | undefined {
  const files = waiting(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  const { to } = file.offer
  const lead = draw.onceIn(6)
    ? draw.among(NAMES)
    : draw.among(NAMES.filter((one) => worksIn(one, { office: to })))
  const may = isAsked(who, file) && worksIn(lead, { office: to })
  return {
    action: 'transfer.accept',
    who,
    words: `${file.code} goes to ${to}, ${lead} leads`,
    expects: isSupervisor(who) ? ruled(sees(who, file) || isAsked(who, file), may) : 'refused',
    send: async (world) =>
      sent(accept as never, world, {
        who,
        params: { id: await idOf(file) },
        values: { lead: world.cast[lead].id },
      }),
    effect: () => {
      Object.assign(file, { office: to, lead, offer: null })
      file.members.clear()
      file.named.clear()
      if (file.restricted) file.named.add(who)
      file.tasks.delete('TRANSFER_WAITS')
      for (const [kind, holder] of file.tasks)
        if (holder) file.tasks.set(kind, kind.startsWith('SEE_') ? null : lead)
      file.tasks.set('TELL_NEW_TEAM', lead)
      file.events.push('accept-transfer')
    },
    moves: file.id,
  }
}

/** The file stays; whoever offered it reads why. */
function refused(draw: Draw, model: Model): Deed | undefined {
  const files = waiting(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  return {
    action: 'transfer.refuse',
    who,
    words: `${file.code} is not taken`,
    expects: isSupervisor(who) ? ruled(sees(who, file) || isAsked(who, file), isAsked(who, file)) : 'refused',
    send: async (world) =>
      sent(refuse as never, world, {
        who,
        params: { id: await idOf(file) },
        values: { refusal: 'NO_CAPACITY' },
      }),
    effect: () => {
      const { by, as } = file.offer
      file.tasks.delete('TRANSFER_WAITS')
      const kind = as === 'supervisor' ? 'SEE_TRANSFER_REFUSED' : 'TRANSFER_REFUSED'
      // Whoever offered reads why, if they are still on the file.
      const reads = as === 'supervisor' || onTeam(by, file) ? by : file.lead
      if (!file.tasks.has(kind)) file.tasks.set(kind, reads)
      Object.assign(file, { offer: null })
      file.events.push('refuse-transfer')
    },
  }
}

/** Taken back as long as nobody answered. */
function withdrawn(draw: Draw, model: Model): Deed | undefined {
  const files = waiting(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  return {
    action: 'transfer.withdraw',
    who,
    words: `the offer of ${file.code} is taken back`,
    expects: ruled(sees(who, file), isTeamRole(who) ? leads(who, file) : decides(who, file)),
    send: async (world) => sent(withdraw as never, world, { who, params: { id: await idOf(file) } }),
    effect: () => {
      Object.assign(file, { offer: null })
      file.tasks.delete('TRANSFER_WAITS')
      file.events.push('withdraw-transfer')
    },
  }
}

export const moving: readonly Kind[] = [
  { weight: 8, draw: offered },
  { weight: 6, draw: accepted },
  { weight: 4, draw: refused },
  { weight: 2, draw: withdrawn },
]
