import { checkInstruments } from './check-book'
import type { Instrument, Words } from './instrument'
import bestInterests from './instruments/best-interests.json'
import caafagRelease from './instruments/caafag-release.json'
import cpSeparation from './instruments/cp-separation.json'
import gbvIncident from './instruments/gbv-incident.json'
import lawCivil from './instruments/law-civil.json'
import lawDetention from './instruments/law-detention.json'
import lawHlp from './instruments/law-hlp.json'
import lawProcedure from './instruments/law-procedure.json'
import psyDistress from './instruments/psy-distress.json'
import psySuicide from './instruments/psy-suicide.json'
import reintBusiness from './instruments/reint-business.json'
import reintVisit from './instruments/reint-visit.json'
import returnNeeds from './instruments/return-needs.json'
import swGeneral from './instruments/sw-general.json'
import tipScreening from './instruments/tip-screening.json'
import wgFunction from './instruments/wg-function.json'
import reasons from './instruments/why.json'

/** The instruments of the three disciplines (`instruments/*.json`), checked once at load. PURE. In the order pages offer them. */
export const INSTRUMENTS = [
  swGeneral,
  wgFunction,
  psyDistress,
  psySuicide,
  lawCivil,
  lawHlp,
  lawDetention,
  lawProcedure,
  cpSeparation,
  bestInterests,
  caafagRelease,
  gbvIncident,
  tipScreening,
  returnNeeds,
  reintBusiness,
  reintVisit,
] as unknown as readonly Instrument[]

/** Why a question is asked, in words, by its code. */
export const WHYS: Readonly<Record<string, Words>> = Object.fromEntries(
  reasons.why.map(({ code, ...words }) => [code, words]),
)

checkInstruments(INSTRUMENTS, Object.keys(WHYS))

const byId = new Map(INSTRUMENTS.map((one) => [one.id, one]))
export const instrumentOf = (id: string | undefined): Instrument | undefined => byId.get(id ?? '')
