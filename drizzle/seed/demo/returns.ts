import plans from '../reference/demo-plans.json'

/** A told case's path as it is written: days, codes, whole XOF. Names are invented. */
export type ToldReturn = {
  kind: 'TO_RETURN' | 'HOME'
  because: string
  origin: string
  transit: string[]
  country: string
  needs: string[]
  arrivedOn: string | null
  openedOn: string
  steps: { step: string; on?: string; notNeeded?: string }[]
  grant?: {
    model: string
    kind: string
    lines: Record<string, number>
    supplier: string
    witness: string
    askedOn: string
    decidedOn: string
    deliveredOn: string
    visits: { visit: string; on: string; outcome: string }[]
  }
}

/** Case codes of the reference are told by their first letters alone. */
export const beginningOf = (code: string): string => code.slice(0, 8)

type Planned = { grant?: { delivered: string; lines: { line: string; amount: number }[] } }
function planOf(beginning: string): Planned {
  const found = plans.cases.find(({ case_code }) => beginningOf(case_code) === beginning)
  if (!found) throw new Error(`${beginning} is told no plan`)
  return found.plan as Planned
}

/** The soap-maker of Sikasso: what was handed over, and when, stands in the plans of the reference. */
function soapMaker(): ToldReturn {
  const { grant } = planOf('MLP-8NA1')
  if (!grant) throw new Error('the soap-maker is told no grant')
  return {
    kind: 'HOME',
    because: 'STR_REINT',
    origin: 'TUN',
    transit: [],
    country: 'MLI',
    needs: ['INCOME', 'TRAINING', 'DEBT'],
    arrivedOn: '2014-04-18',
    openedOn: '2014-04-25',
    steps: [],
    grant: {
      model: 'SOAP',
      kind: 'CRAFT',
      lines: Object.fromEntries(grant.lines.map(({ line, amount }) => [line, amount])),
      supplier: 'Comptoir des artisans, Sikasso',
      witness: 'Sa sœur aînée',
      askedOn: '2014-05-12',
      decidedOn: '2014-05-14',
      deliveredOn: grant.delivered,
      visits: [{ visit: 'M1', on: '2014-06-25', outcome: 'RUNS_STABLE' }],
    },
  }
}

/** The man from Guinea who was robbed on the road north, and chose to go home. */
const stranded: ToldReturn = {
  kind: 'TO_RETURN',
  because: 'STR_STUCK',
  origin: 'DZA',
  transit: ['NER'],
  country: 'GIN',
  needs: ['INCOME', 'FAMILY', 'DOCUMENTS'],
  arrivedOn: null,
  openedOn: '2014-05-05',
  steps: [
    { step: 'FITNESS', on: '2014-05-07' },
    { step: 'TRAVEL_DOC', on: '2014-05-14' },
    { step: 'EXIT_PAPER', notNeeded: 'NOT_ASKED_FOR' },
    { step: 'TICKET', on: '2014-05-19' },
    { step: 'DEPARTURE', on: '2014-05-21' },
    { step: 'ARRIVAL', on: '2014-05-23' },
    { step: 'CONTACT_7', on: '2014-05-30' },
  ],
}

/** The told cases that carry a path, by the beginning of their code. */
export const TOLD_RETURNS: Readonly<Record<string, ToldReturn>> = {
  'MLP-8NA1': soapMaker(),
  'MLP-8TR3': stranded,
}
