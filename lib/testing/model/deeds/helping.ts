import { POST as help } from '@/app/api/v1/cases/[code]/assistance/route'
import { POST as refer } from '@/app/api/v1/cases/[code]/refer/route'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { type Deed, type Draw, filesOf, type Kind, ruled, sent } from '../deed'
import { type File, type Model, typed } from '../files'
import { isTeamRole, NAMES } from '../people'
import { isWorked, onTeam, sees } from '../rules'

/** Help needs no finished registration: a no to a file is never a no to help. */
function helped(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  return {
    action: 'assistance.record',
    who,
    words: `${file.code} gets food`,
    expects: isTeamRole(who) ? ruled(sees(who, file), onTeam(who, file) && isWorked(file)) : 'refused',
    send: (world) =>
      sent(help as never, world, {
        who,
        params: { code: file.code },
        values: {
          service: 'FOOD_RATION',
          quantity: '1',
          givenOn: typed(model.today),
          forWhom: 'PERSON',
          // Of the same day there may be one already.
          again: 'on',
          donor: 'CERF',
        },
      }),
    effect: () => {
      file.helped = true
    },
  }
}

const yesOf = (file: File) =>
  file.child
    ? { answer: 'ASSENT', giver: 'PARENT', caregiver: 'PRESENT_SAFE' }
    : { answer: 'GIVEN', giver: 'SELF' }

/** A referral is begun; nothing of it has left. */
function begun(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  return {
    action: 'referral.start',
    who,
    words: `${file.code} is to be referred`,
    expects: isTeamRole(who) ? ruled(sees(who, file), onTeam(who, file) && file.state === 'OPEN') : 'refused',
    send: (world) =>
      sent(refer as never, world, {
        who,
        params: { code: file.code },
        values: { service: 'CP_BIA', mode: 'SIGN', language: 'bam', ...yesOf(file) },
      }),
    effect: ({ id }) => {
      file.referrals.set(id, 'DRAFT')
      file.authors.set(id, who)
    },
  }
}

/** It is given up by whoever wrote it, while they are on the team. */
function givenUp(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model).filter(({ referrals }) => [...referrals.values()].includes('DRAFT'))
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const [id] = [...file.referrals].find(([, state]) => state === 'DRAFT') ?? ['']
  const who = file.authors.get(id)
  if (!who || !onTeam(who, file)) return undefined
  return {
    action: 'referral.cancel',
    who,
    words: `the referral of ${file.code} is given up`,
    expects: 'done',
    send: (world) =>
      sent(cancel as never, world, { who, params: { id }, values: { cancelReason: 'MISTAKE' } }),
    effect: () => file.referrals.set(id, 'CANCELLED'),
  }
}

export const helping: readonly Kind[] = [
  { weight: 2, draw: helped },
  { weight: 4, draw: begun },
  { weight: 3, draw: givenUp },
]
