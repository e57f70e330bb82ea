import { POST as record } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as takeBack } from '@/app/api/v1/consents/[id]/withdraw/route'
import { root } from '../../database'
import { type Deed, type Draw, filesOf, type Kind, ruled, sent } from '../deed'
import { type File, type Model, PURPOSES, type Purpose } from '../files'
import { isTeamRole, NAMES } from '../people'
import { agrees, isWithdrawn, isWorked, onTeam, sees } from '../rules'
import { endFile } from './ending'

const yesOf = (file: File) =>
  file.child
    ? { answer: 'ASSENT', giver: 'PARENT', caregiver: 'PRESENT_SAFE', mode: 'SIGN', language: 'bam' }
    : { answer: 'GIVEN', giver: 'SELF', mode: 'SIGN', language: 'bam' }

/** After a yes that was taken back only a new answer to the file itself is written, also once it is closed. */
const mayAnswer = (file: File, purpose: Purpose): boolean =>
  isWithdrawn(file) ? purpose === 'CASE_MGMT' : isWorked(file) && (file.state !== 'DRAFT' || agrees(file))

function answered(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  const purpose = draw.among(PURPOSES)
  const yes = purpose === 'CASE_MGMT' ? !draw.onceIn(4) : draw.onceIn(2)
  const ends = !yes && purpose === 'CASE_MGMT' && !isWithdrawn(file) && file.state !== 'DRAFT'
  return {
    action: 'consent.record',
    who,
    words: `${file.code}: ${yes ? 'yes' : 'no'} to ${purpose}`,
    expects: isTeamRole(who)
      ? ruled(sees(who, file), onTeam(who, file) && mayAnswer(file, purpose))
      : 'refused',
    send: (world) =>
      sent(record as never, world, {
        who,
        params: { code: file.code },
        values: { purpose, ...(yes ? yesOf(file) : { answer: 'REFUSED' }) },
      }),
    effect: () => {
      if (!yes && purpose === 'CASE_MGMT' && file.state === 'DRAFT') return forget(model, file)
      file.said.set(purpose, { yes, at: model.turn })
      if (ends) endFile(model, file, who)
    },
    ...(ends && { moves: file.id }),
  }
}

/** No file was wanted: the draft is gone, and every question about it. */
function forget(model: Model, file: File): void {
  model.files.delete(file.id)
  model.gone.add(file.id)
  model.pairs = model.pairs.filter(({ from, into }) => from !== file.id && into !== file.id)
}

async function carryingId(code: string, purpose: Purpose): Promise<string> {
  const [row] =
    await root()`select s.id from app.consents s join app.cases c on c.id = s.case_id where c.code = ${code}
    and s.purpose = ${purpose} and s.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') order by s.given_at desc limit 1`
  return String(row?.id)
}

/** One yes is taken back; the yes to the file itself has a page of its own. */
function takenBack(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  const purposes = PURPOSES.filter((purpose) => file.said.get(purpose)?.yes)
  if (purposes.length === 0) return undefined
  const purpose = draw.among(purposes)
  return {
    action: 'consent.withdraw',
    who,
    words: `${file.code}: ${purpose} taken back`,
    expects: isTeamRole(who)
      ? ruled(sees(who, file), onTeam(who, file) && purpose !== 'CASE_MGMT')
      : 'refused',
    send: async (world) =>
      sent(takeBack as never, world, {
        who,
        params: { id: await carryingId(file.code, purpose) },
        values: { code: file.code, withdrawReason: 'NOT_SAID' },
      }),
    effect: () => file.said.set(purpose, { yes: false, at: model.turn }),
  }
}

export const answering: readonly Kind[] = [
  { weight: 4, draw: answered },
  { weight: 2, draw: takenBack },
]
