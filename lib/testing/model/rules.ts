import { daysOn, type File, type Model, type Pair, yearsOn } from './files'
import { CAST, isSupervisor, isTeamRole, type Name } from './people'

/** Who stands how to a file, by the rulings. */
export const onTeam = (who: Name, file: File): boolean =>
  isTeamRole(who) && (file.lead === who || file.members.has(who))
/** Whom the file can be given to. */
export const worksIn = (who: Name, { office }: Pick<File, 'office'>): boolean =>
  isTeamRole(who) && CAST[who].office === office
export const leads = (who: Name, file: File): boolean => isTeamRole(who) && file.lead === who
/** A supervisor decides on the ordinary cases of the office, and on restricted ones only where named. */
export const decides = (who: Name, file: File): boolean =>
  isSupervisor(who) && (file.restricted ? file.named.has(who) : CAST[who].office === file.office)
export const sees = (who: Name, file: File): boolean => onTeam(who, file) || decides(who, file)

const WORKED = ['DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE']
/** The person wants no file any more: only closing is left. */
export const isWithdrawn = ({ state, closing }: File): boolean =>
  closing?.reason === 'CONSENT_WITHDRAWN' && (state === 'PENDING_CLOSURE' || state === 'CLOSED')
export const isWorked = (file: File): boolean => WORKED.includes(file.state) && !isWithdrawn(file)
export const isInHand = (file: File): boolean => WORKED.includes(file.state)
export const agrees = ({ said }: File): boolean => said.get('CASE_MGMT')?.yes === true

/** What a file's own state asks of the team: laid aside by a merge, and taken up again with it. */
export const OF_ITS_STATE: readonly string[] = ['REVIEW_HOLD', 'SEE_HOLD', 'CLOSURE_RETURNED']

/** What the team does after an answer to an offer, and the supervision. */
export const AFTER_OFFER: readonly string[] = ['TRANSFER_REFUSED', 'TELL_NEW_TEAM', 'SEE_TRANSFER_REFUSED']

/** A file that no longer stands open, or that is closed to others or opened to them, is offered to nobody. */
export function endOffer(file: File): void {
  if (!file.offer) return
  file.offer = null
  file.tasks.delete('TRANSFER_WAITS')
  file.events.push('end-transfer')
}

/** Referrals under way or open work, but for what the file itself asks and whether two are one: a merge waits for them. */
export const stillRuns = ({ tasks, referrals }: File): boolean =>
  [...tasks.keys()].some((kind) => kind !== 'COMPARE_PEOPLE' && !OF_ITS_STATE.includes(kind)) ||
  [...referrals.values()].some((state) => state === 'DRAFT')

export const isOne = (pair: Pair): boolean => pair.decided?.yes === true && !pair.undone
/** A second person's word is missing. */
export const isAsked = (pair: Pair): boolean => pair.word === 'SAME' && pair.decided === null
export const mayStillUndo = (pair: Pair, today: string): boolean =>
  pair.decided !== null && daysOn(pair.decided.day, 90) > today

/** How long a file is kept that closes today: the first that applies. */
export function keptWhenClosed(file: File, today: string): { class: string; eraseOn: string } {
  const reason = file.closing?.reason
  if (reason === 'CONSENT_WITHDRAWN') return { class: 'WITHDRAWN', eraseOn: daysOn(today, 30) }
  if (reason === 'DECEASED') return { class: 'STANDARD', eraseOn: yearsOn(today, 2) }
  if (file.child) {
    const [two, grown] = [yearsOn(today, 2), yearsOn(file.bornBy, 20)]
    return { class: 'CHILD', eraseOn: grown > two ? grown : two }
  }
  return file.restricted
    ? { class: 'RESTRICTED', eraseOn: yearsOn(today, 1) }
    : { class: 'STANDARD', eraseOn: yearsOn(today, 2) }
}

/** The file a person counts with: their own, or the one it points at. */
const countsAs = ({ id, into }: File): string => into ?? id

/** Whose help counts in the figures: once a person, where they last said yes to figures, in whichever of their files. */
export function counted({ files }: Model): string[] {
  const people = new Map<string, File[]>()
  for (const file of files.values()) people.set(countsAs(file), [...(people.get(countsAs(file)) ?? []), file])
  return [...people]
    .filter(([, all]) => all.some(({ helped }) => helped) && lastWord(all))
    .map(([id]) => id)
    .sort()
}

function lastWord(files: readonly File[]): boolean {
  const words = files.flatMap(({ said }) => said.get('STATS') ?? [])
  return words.sort((a, b) => b.at - a.at)[0]?.yes === true
}

/**
 * The supervision has the person asked again exactly while the yes to a file of theirs is older than a no to another one, and
 * no newer yes to any of them lifts it. Of a file that somebody works on, and that the person did not end themselves.
 */
export function asksAgain({ files }: Model, file: File): boolean {
  if (!['OPEN', 'ON_HOLD', 'PENDING_CLOSURE'].includes(file.state) || isWithdrawn(file)) return false
  const words = [...files.values()]
    .filter((one) => countsAs(one) === file.id)
    .flatMap(({ id, said }) => {
      const word = said.get('CASE_MGMT')
      return word ? [{ id, ...word }] : []
    })
  const over = (yes: (typeof words)[number]) =>
    words.some((no) => !no.yes && no.id !== yes.id && no.at >= yes.at)
  return words.some(
    (old) => old.yes && over(old) && !words.some((word) => word.yes && word.at > old.at && !over(word)),
  )
}

/** What nobody has answered waits while both files stand for themselves. */
export const waits = ({ files }: Model, { word, decided, from, into }: Pair): boolean =>
  decided === null && word !== 'TWO' && [from, into].every((id) => files.get(id)?.state !== 'DUPLICATE')

/**
 * A file asks exactly while one of its pairs waits: the pointing file for the second word, also about taking it back, the known
 * one for the first.
 */
export const asksWhetherSame = (model: Model, { id }: File): boolean =>
  model.pairs.some((pair) => isOne(pair) && pair.undoBy !== null && pair.from === id) ||
  model.pairs.some((pair) => waits(model, pair) && (pair.word === 'SAME' ? pair.from : pair.into) === id)

/** What nobody had answered about a file is asked of the one that now stands for it, as it was found. */
export function askInstead(model: Model, pointing: File, stands: File): void {
  for (const { from, into, word, decided } of [...model.pairs]) {
    if (decided !== null || word === 'TWO' || ![from, into].includes(pointing.id)) continue
    const [a, b] = [from, into].map((id) => model.files.get(id === pointing.id ? stands.id : id))
    if (!a || !b || a === b || a.state === 'DUPLICATE' || ['DRAFT', 'DUPLICATE'].includes(b.state)) continue
    if (model.pairs.some((pair) => [a.id, b.id].every((id) => [pair.from, pair.into].includes(id)))) continue
    model.pairs.push({
      from: a.id,
      into: b.id,
      word: null,
      by: null,
      decided: null,
      undoBy: null,
      undone: false,
    })
  }
}
